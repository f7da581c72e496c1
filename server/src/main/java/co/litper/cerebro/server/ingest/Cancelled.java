package co.litper.cerebro.server.ingest;

/** The person asked to stop. Carries out of the reading of a file; what was committed stays. */
public final class Cancelled extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Cancelled() {
        super("stopped by request");
    }
}
