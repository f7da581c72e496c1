package co.litper.cerebro.server.kpi;

import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.Fact;
import co.litper.cerebro.decision.FactsCodec;
import co.litper.cerebro.decision.Settled;
import co.litper.cerebro.log.EventLog;
import java.util.HashMap;
import java.util.Map;

/**
 * What was foreseen of delays beside what happened, and what decisions earned, over the last {@link #MOST_ENTRIES} entries
 * of the log. Counts decisions whose parcel ended; of delays those that were delivered.
 *
 * @param settled decisions with a final outcome
 * @param points their rewards in points, summed
 * @param cop their rewards in pesos, summed
 * @param delivered of them, those whose parcel was delivered
 * @param foreseen mean probability of delay that had been foreseen for the delivered; NaN if there are none
 * @param happened share of them that came late; NaN if there are none
 */
public record Calibration(long settled, double points, long cop, long delivered, double foreseen, double happened) {
    /** Entries read; at most as many decisions are kept in memory meanwhile, some 50 bytes each. */
    public static final long MOST_ENTRIES = 2_000_000;

    private static final class Sums {
        private final Map<Long, Float> open = new HashMap<>();
        private long settled;
        private double points;
        private long cop;
        private long delivered;
        private double foreseen;
        private long late;

        void take(Fact fact) {
            switch (fact) {
                case Decision d -> open.put(d.id(), d.forecast().delay());
                case Settled s -> settle(s);
                default -> {
                    // planned effects earn nothing by themselves
                }
            }
        }

        private void settle(Settled s) {
            Float delay = s.complete() ? open.remove(s.decisionId()) : null;
            if (delay == null) {
                return;
            }
            settled++;
            points += s.reward().points();
            cop += s.reward().cop();
            if (s.outcome().isDelivered()) {
                delivered++;
                foreseen += delay;
                late += s.late() ? 1 : 0;
            }
        }
    }

    static Calibration of(EventLog log) {
        Sums sums = new Sums();
        log.read(Math.max(EventLog.FIRST, log.end() - MOST_ENTRIES), entry -> {
            FactsCodec.decode(entry.facts()).forEach(sums::take);
            return true;
        });
        return new Calibration(
                sums.settled,
                sums.points,
                sums.cop,
                sums.delivered,
                sums.foreseen / sums.delivered,
                (double) sums.late / sums.delivered);
    }
}
