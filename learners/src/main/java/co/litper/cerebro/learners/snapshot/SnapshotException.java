package co.litper.cerebro.learners.snapshot;

/** Bytes are not a snapshot that this release reads: another kind, another version, cut short or damaged. */
public final class SnapshotException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SnapshotException(String message) {
        super(message);
    }
}
