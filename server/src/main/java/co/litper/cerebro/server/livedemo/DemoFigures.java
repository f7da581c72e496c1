package co.litper.cerebro.server.livedemo;

import co.litper.cerebro.simulator.report.Chronicle.Day;
import co.litper.cerebro.simulator.report.Chronicle.Week;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The brain beside the best static policy, which lives through the same demand.
 *
 * @param weeks of orders, oldest first
 * @param brainDays guides by day and carrier, oldest first
 * @param fixedDays those of the static policy
 */
public record DemoFigures(List<Pair> weeks, List<Day> brainDays, List<Day> fixedDays) {
    /** Nothing yet. */
    public static final DemoFigures NONE = new DemoFigures(List.of(), List.of(), List.of());

    /** From this share of ended parcels on a week is told: parcels that end early are not like the rest. */
    public static final double MATURE = 0.95;

    public DemoFigures {
        weeks = List.copyOf(weeks);
        brainDays = List.copyOf(brainDays);
        fixedDays = List.copyOf(fixedDays);
    }

    /** One week of both. */
    public record Pair(Week brain, Week fixed) {
        /** Its number, from 0. */
        public int week() {
            return brain.week();
        }

        /** True if nearly all of it is known. */
        public boolean isMature() {
            return brain.endedShare() >= MATURE && fixed.endedShare() >= MATURE;
        }

        /** Pesos a parcel that the brain earned more. */
        public double gainCop() {
            return brain.marginCop() - fixed.marginCop();
        }
    }

    static DemoFigures of(List<Week> brain, List<Week> fixed, List<Day> brainDays, List<Day> fixedDays) {
        Map<Integer, Week> byWeek = new HashMap<>();
        fixed.forEach(week -> byWeek.put(week.week(), week));
        List<Pair> pairs = new ArrayList<>();
        for (Week ours : brain) {
            Week theirs = byWeek.get(ours.week());
            if (theirs != null) {
                pairs.add(new Pair(ours, theirs));
            }
        }
        return new DemoFigures(pairs, brainDays, fixedDays);
    }

    /** Weeks of which nearly all is known, oldest first. */
    public List<Pair> mature() {
        return weeks.stream().filter(Pair::isMature).toList();
    }
}
