package co.litper.cerebro.simulator.report;

import co.litper.cerebro.decision.Question;
import co.litper.cerebro.learn.replay.Period;
import co.litper.cerebro.logistics.HolidayCalendar;
import java.time.Duration;
import java.time.Instant;

/**
 * One world in which off-policy estimates are held against the truth.
 *
 * @param question which question other policies answer
 * @param world seed of the world's hidden parameters
 * @param seed of demand, of the product's chance and of the policies
 * @param start when the world begins
 * @param warmupDays days before the first that is judged, in which the product learns
 * @param days that are judged
 * @param tailDays days after them, in which parcels may end
 * @param explorationRate share of choices given to chance, 0 to 0.5
 * @param plays how often each truth is played, at least 1
 * @param holidays when customers are not contacted
 */
public record CoveragePlan(
        Question question,
        long world,
        long seed,
        Instant start,
        int warmupDays,
        int days,
        int tailDays,
        double explorationRate,
        int plays,
        HolidayCalendar holidays) {
    public CoveragePlan {
        if (warmupDays < 0
                || days < 1
                || tailDays < 0
                || plays < 1
                || !(explorationRate >= 0 && explorationRate <= 0.5)) {
            throw new IllegalArgumentException("warmupDays " + warmupDays + " and tailDays " + tailDays
                    + " must be at least 0, days " + days + " and plays " + plays + " at least 1, explorationRate "
                    + explorationRate + " 0 to 0.5");
        }
    }

    Period period() {
        Instant from = start.plus(Duration.ofDays(warmupDays));
        return new Period(from, from.plus(Duration.ofDays(days)));
    }

    int lifeDays() {
        return warmupDays + days + tailDays;
    }
}
