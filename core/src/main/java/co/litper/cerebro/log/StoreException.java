package co.litper.cerebro.log;

/** A store could not do what it promises. Nothing that was acknowledged is lost. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** What went wrong, as far as the caller can act on it. */
    public enum Kind {
        /** The disk or a quota is full. */
        FULL,
        /** Another process holds the store. */
        LOCKED,
        /** The file is not a store of ours, or is damaged. */
        CORRUPT,
        /** It was written by a newer version. */
        TOO_NEW,
        /** Anything else between us and the disk. */
        IO
    }

    public StoreException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public StoreException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** What went wrong. */
    public Kind kind() {
        return kind;
    }
}
