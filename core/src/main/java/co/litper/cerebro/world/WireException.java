package co.litper.cerebro.world;

/** Bytes are not what their reader expects: cut short, damaged, or of another version. */
public final class WireException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean newer;

    public WireException(String message) {
        this(message, false);
    }

    private WireException(String message, boolean newer) {
        super(message);
        this.newer = newer;
    }

    /** Of a version that comes after what this program reads: nothing is damaged, but somebody else must read it. */
    public static WireException newer(String message) {
        return new WireException(message, true);
    }

    /** True if a newer program wrote the bytes. */
    public boolean isNewer() {
        return newer;
    }
}
