package co.litper.cerebro.server.http.api;

import co.litper.cerebro.server.http.route.ApiProblem;
import co.litper.cerebro.server.http.route.Code;
import co.litper.cerebro.server.read.ReadSide;
import java.time.Duration;

/** The read tables, once they tell of everything that was answered before they were asked for. */
public final class Fresh {
    /** How long a list waits for the tables; after that it tells what they have. */
    private static final Duration WAIT = Duration.ofSeconds(2);

    private static final Duration AGAIN = Duration.ofSeconds(5);

    private Fresh() {}

    /**
     * The tables.
     *
     * @throws ApiProblem if they are being made and tell of the log's beginning only
     */
    public static ReadSide reads(Desk desk) throws InterruptedException {
        return reads(desk.reads());
    }

    /** As {@link #reads(Desk)}, of any tables. */
    static ReadSide reads(ReadSide reads) throws InterruptedException {
        if (!reads.await(WAIT) && !reads.isReady()) {
            throw ApiProblem.of(
                            Code.UNAVAILABLE,
                            "The lists are being made: " + reads.position() + " of "
                                    + (reads.position() + reads.behind()) + " events are in them.")
                    .retryAfter(AGAIN);
        }
        return reads;
    }

    /** A version for what was read from the tables and is asked for so. */
    static String version(long position, int fingerprint) {
        return position + "-" + Integer.toHexString(fingerprint);
    }
}
