package co.litper.cerebro.learn.improve;

import co.litper.cerebro.learners.inference.Effect;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One figure from week to week.
 *
 * @param metric which
 * @param weeks by the Monday on which they begin; those without a case are left out
 * @param slope its rise a week with a 95 % interval, over whole weeks; empty if they are fewer than three
 */
public record Trend(Metric metric, List<Week> weeks, Optional<Effect> slope) {
    public Trend {
        weeks = List.copyOf(weeks);
    }

    /**
     * One week.
     *
     * @param monday its first day in Bogotá
     * @param value the figure
     * @param cases parcels, or decisions, behind it
     */
    public record Week(LocalDate monday, double value, long cases) {}

    /** True if the slope is surely bad news. */
    public boolean worsens() {
        return slope.map(s -> metric.moreIsBetter() ? s.high() < 0 : s.low() > 0)
                .orElse(false);
    }

    /** True if the slope is surely good news. */
    public boolean improves() {
        return slope.map(s -> metric.moreIsBetter() ? s.low() > 0 : s.high() < 0)
                .orElse(false);
    }
}
