package co.litper.cerebro.server.ask;

import co.litper.cerebro.knowledge.ask.CaseTable;
import co.litper.cerebro.server.Beside;
import co.litper.cerebro.server.read.Archive;
import co.litper.cerebro.server.read.Archives;
import co.litper.cerebro.vocabulary.MerchantId;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The table of the last question: as good as new while the log has not grown and the hour is the same. A large one takes seconds to
 * make, so that it serves on when it is old, and another is made beside it. Thread-safe; two tables are in memory at the most.
 */
final class HeldTables implements AutoCloseable {
    /** Rows from which on a table is large. */
    private static final int LARGE = 50_000;

    /** Entries from which on a log may make a large table, which is then made beside the others' questions. */
    private static final long LONG_LOG = 4L * LARGE;

    private static final Duration MOST_AGE = Duration.ofMinutes(10);

    /** A table that is being made when the service stops is done by then. */
    private static final Duration LAST_TABLE = Duration.ofSeconds(20);

    private final ToLongFunction<MerchantId> logEnd;
    private final Making making;
    private final int large;
    private final Beside beside = new Beside(
            "cerebro-ask", "the table for questions could not be made anew, the old one serves on", LAST_TABLE);
    private @Nullable Held held;

    /** Makes a table of a merchant's shipments as they stand when the log ends at {@code end}. */
    @FunctionalInterface
    interface Making {
        CaseTable table(MerchantId merchant, Instant now, long end) throws InterruptedException;
    }

    /** The table of a merchant at a log position and hour. */
    private record Held(MerchantId merchant, long end, Instant made, CaseTable table) {}

    /**
     * @param logEnd where a merchant's log ends now
     * @param large rows from which on a table is large
     */
    HeldTables(ToLongFunction<MerchantId> logEnd, Making making, int large) {
        this.logEnd = logEnd;
        this.making = making;
        this.large = large;
    }

    /** Tables of what lies in archives. */
    static HeldTables of(Archives archives) {
        return new HeldTables(
                merchant -> archives.of(merchant).log().end(),
                (merchant, now, end) -> table(archives.of(merchant), merchant, now, end),
                LARGE);
    }

    private static CaseTable table(Archive archive, MerchantId merchant, Instant now, long end)
            throws InterruptedException {
        return end - archive.log().first() < LONG_LOG
                ? archive.state().ask(state -> Asking.table(state, merchant, now))
                : archive.state().askBeside(state -> Asking.table(state, merchant, now));
    }

    /**
     * The merchant's shipments as they stand, or stood some minutes ago if there are very many.
     *
     * @throws InterruptedException if the caller was interrupted while others asked
     */
    CaseTable of(MerchantId merchant, Instant now) throws InterruptedException {
        Held known = known();
        if (known == null || !known.merchant().equals(merchant)) {
            return madeNow(merchant, now);
        }
        boolean isLarge = known.table().size() >= large;
        if (isNew(known, now) || (isLarge && now.isBefore(known.made().plus(MOST_AGE)))) {
            return known.table();
        }
        if (!isLarge) {
            return madeNow(merchant, now);
        }
        makeBeside(known, now);
        return known.table();
    }

    private boolean isNew(Held known, Instant now) {
        return known.end() == logEnd.applyAsLong(known.merchant()) && AskDesk.hour(known.made()) == AskDesk.hour(now);
    }

    private synchronized @Nullable Held known() {
        return held;
    }

    private synchronized void keep(@Nullable Held made) {
        held = made;
    }

    private CaseTable madeNow(MerchantId merchant, Instant now) throws InterruptedException {
        keep(null); // it is of another merchant, or small
        Held made = made(merchant, now);
        keep(made);
        return made.table();
    }

    private Held made(MerchantId merchant, Instant now) throws InterruptedException {
        long end = logEnd.applyAsLong(merchant);
        return new Held(merchant, end, now, making.table(merchant, now, end));
    }

    private synchronized void makeBeside(Held old, Instant now) {
        if (held == old) {
            beside.start(() -> remake(old.merchant(), now));
        }
    }

    private void remake(MerchantId merchant, Instant now) {
        try {
            replace(made(merchant, now));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the service stops
        }
    }

    /** Unless another merchant asked meanwhile. */
    private synchronized void replace(Held made) {
        if (held != null && held.merchant().equals(made.merchant())) {
            held = made;
        }
    }

    @Override
    public void close() {
        beside.close();
    }
}
