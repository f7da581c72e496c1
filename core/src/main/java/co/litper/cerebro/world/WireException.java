package co.litper.cerebro.world;

/** Bytes are not what their reader expects: cut short, damaged, or of another version. */
public final class WireException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public WireException(String message) {
        super(message);
    }
}
