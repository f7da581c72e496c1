package co.litper.cerebro.server.http.api;

import co.litper.cerebro.learn.ThinkingTally;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.server.access.Role;
import co.litper.cerebro.server.http.route.Call;
import co.litper.cerebro.server.http.route.Doc;
import co.litper.cerebro.server.http.route.Json;
import co.litper.cerebro.server.http.route.Route;
import co.litper.cerebro.server.read.Archives;
import co.litper.cerebro.server.thinking.ThinkingPage;
import co.litper.cerebro.vocabulary.MerchantId;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What slow thinking cost and earned. Counts in memory for the merchants that asked last: the first question reads the newest
 * {@link #MOST_ENTRIES} entries of the log, the next ones what was added. One question at a time.
 */
final class ThinkingRoutes {
    /** Entries that a count begins with, some seconds of reading; the command counts over the whole log. */
    private static final long MOST_ENTRIES = 200_000;
    /** Entries that are read before whoever asks has a turn: some 10 ms. */
    private static final long STEP = 1_000;
    /** A count that nobody asked for so long is not kept up. */
    private static final long WANTED_NS = TimeUnit.MINUTES.toNanos(10);
    /** Merchants that are counted for at a time: some megabytes each. */
    private static final int MOST_COUNTS = 4;

    private final Archives archives;
    private final Map<MerchantId, Count> counts = new LinkedHashMap<>(MOST_COUNTS, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<MerchantId, Count> eldest) {
            return size() > MOST_COUNTS;
        }
    };

    /** A count over the log, from an entry on. */
    private static final class Count {
        private final ThinkingTally tally;
        private final long from;
        private long next;
        private long askedNs;

        Count(MerchantId merchant, long from) {
            this.tally = new ThinkingTally(merchant::equals);
            this.from = from;
            this.next = from;
        }

        /** Reads at most {@code most} entries; true if there are more. */
        boolean follow(EventLog log, long most) {
            long end = next + most;
            log.read(next, entry -> {
                tally.take(entry);
                next = entry.position() + 1;
                return next < end;
            });
            return next < log.end();
        }
    }

    ThinkingRoutes(Archives archives) {
        this.archives = archives;
    }

    List<Route> routes() {
        Doc doc = Doc.of("getThinking", "Figures", "What slow thinking about novedades cost, and what it earned.")
                .merchant()
                .gives(
                        200,
                        "Thinking",
                        "Counts, tokens and pesos since the entry fromPosition of the log; earnedCop once enough cases have ended.");
        return List.of(Route.get("/api/v1/thinking", Role.VIEWER, doc, this::thinking));
    }

    private void thinking(Call call) {
        EventLog log = archives.of(call.merchant()).log();
        if (call.isUnchanged(log.end() + "-" + Integer.toHexString(call.fingerprint()))) {
            return;
        }
        call.reply(200, told(log, call.merchant()));
    }

    private synchronized ObjectNode told(EventLog log, MerchantId merchant) {
        Count count =
                counts.computeIfAbsent(merchant, m -> new Count(m, Math.max(log.first(), log.end() - MOST_ENTRIES)));
        count.askedNs = System.nanoTime();
        count.follow(log, Long.MAX_VALUE - count.next);
        ObjectNode body = Json.object();
        body.put("fromPosition", count.from);
        ThinkingPage.write(count.tally.report(), body);
        return body;
    }

    /** Reads what was added to the log for whoever asked lately; call now and then. */
    void keepUp() {
        boolean more = true;
        while (more) {
            more = step();
        }
    }

    private synchronized boolean step() {
        long now = System.nanoTime();
        boolean more = false;
        for (Map.Entry<MerchantId, Count> one : counts.entrySet()) {
            boolean wanted = now - one.getValue().askedNs < WANTED_NS;
            more |= wanted && one.getValue().follow(archives.of(one.getKey()).log(), STEP);
        }
        return more;
    }
}
