package co.litper.cerebro.server.http.api;

import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.Fact;
import co.litper.cerebro.decision.FactsCodec;
import co.litper.cerebro.log.Entry;
import co.litper.cerebro.log.EventLog;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Reads decisions backwards from the log. Pure but for the log. */
public final class DecisionLog {
    /** Entries that one page looks at; a page that finds too little tells where to go on. */
    static final int MOST_LOOKED = 20_000;

    private static final int CHUNK = 512;

    private DecisionLog() {}

    /**
     * A page.
     *
     * @param decisions newest first
     * @param next the id before which the next page begins, or 0 if nothing is left
     */
    public record Page(List<Decision> decisions, long next) {}

    /** Up to {@code limit} decisions with an id below {@code before} that are {@code wanted}. */
    public static Page before(EventLog log, long before, int limit, Predicate<Decision> wanted) {
        List<Decision> found = new ArrayList<>(limit);
        long from = Math.min(log.end() - 1, Decision.positionOf(before));
        long looked = 0;
        while (from >= EventLog.FIRST && looked < MOST_LOOKED) {
            List<Decision> chunk = chunk(log, from, before);
            for (int i = chunk.size() - 1; i >= 0; i--) {
                if (wanted.test(chunk.get(i))) {
                    found.add(chunk.get(i));
                    if (found.size() == limit) {
                        return new Page(found, chunk.get(i).id());
                    }
                }
            }
            from -= CHUNK;
            looked += CHUNK;
        }
        return new Page(found, from < EventLog.FIRST ? 0 : Decision.idOf(from + 1, 0));
    }

    /** The decisions at {@code last} and some positions before it, oldest first. */
    private static List<Decision> chunk(EventLog log, long last, long before) {
        List<Decision> decisions = new ArrayList<>();
        log.read(Math.max(EventLog.FIRST, last - CHUNK + 1), entry -> {
            if (entry.position() <= last) {
                decisions(entry).stream().filter(d -> d.id() < before).forEach(decisions::add);
            }
            return entry.position() < last;
        });
        return decisions;
    }

    /** The decisions that stand beside an event. */
    public static List<Decision> decisions(Entry entry) {
        List<Decision> decisions = new ArrayList<>(1);
        for (Fact fact : FactsCodec.decode(entry.facts())) {
            if (fact instanceof Decision decision) {
                decisions.add(decision);
            }
        }
        return decisions;
    }
}
