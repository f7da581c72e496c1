package co.litper.cerebro.learners.search;

import co.litper.cerebro.learners.search.Trial.State;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;

/** Decides whether a trial is given up. */
final class GivenUp {
    private GivenUp() {}

    /**
     * Whether to give up at {@code step}.
     *
     * @param reports of the trial, this step's among them
     */
    static boolean at(int step, SortedMap<Integer, Double> reports, List<Trial> others, Pruner pruner) {
        return switch (pruner) {
            case Pruner.Never n -> false;
            case Pruner.Median m -> aboveMedian(step, least(reports.values()), others, m);
            case Pruner.SuccessiveHalving h ->
                h.isRung(step) && notAmongLeast(step, reports.getOrDefault(step, Double.NaN), others, h.factor());
        };
    }

    private static double least(Collection<Double> losses) {
        return losses.stream().mapToDouble(l -> l).min().orElse(Double.POSITIVE_INFINITY);
    }

    private static double[] at(int step, List<Trial> trials) {
        return trials.stream()
                .filter(t -> t.reports().containsKey(step))
                .mapToDouble(t -> t.reports().get(step))
                .sorted()
                .toArray();
    }

    private static boolean aboveMedian(int step, double least, List<Trial> others, Pruner.Median m) {
        long finished = others.stream().filter(t -> t.state() == State.FINISHED).count();
        double[] losses = at(step, others);
        if (finished < m.startup() || step < m.warmSteps() || losses.length == 0) {
            return false;
        }
        int middle = losses.length / 2;
        double median = losses.length % 2 == 1 ? losses[middle] : losses[middle - 1] / 2 + losses[middle] / 2;
        return least > median;
    }

    private static boolean notAmongLeast(int step, double own, List<Trial> others, int factor) {
        double[] losses = at(step, others);
        int better = (int) Arrays.stream(losses).filter(l -> l < own).count();
        int goOn = Math.max(1, (losses.length + 1) / factor);
        return better >= goOn;
    }
}
