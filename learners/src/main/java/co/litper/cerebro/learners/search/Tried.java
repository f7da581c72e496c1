package co.litper.cerebro.learners.search;

import co.litper.cerebro.learners.search.Trial.State;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is known of the loss: finished trials by loss, behind them those given up, the furthest first, behind them open ones. Those
 * without a loss of their own stand with the worst that was told, so that nobody tries the same at once.
 *
 * @param points in unit coordinates
 * @param losses beside them
 * @param finished how many of the first are finished
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Tried(List<double[]> points, double[] losses, int finished) {
    static Tried of(List<Trial> trials) {
        List<Trial> known = new ArrayList<>();
        with(trials, State.FINISHED)
                .sorted(Comparator.comparingDouble(Trial::loss))
                .forEach(known::add);
        int finished = known.size();
        with(trials, State.PRUNED)
                .sorted(Comparator.comparingInt((Trial t) -> -t.reports().lastKey())
                        .thenComparingDouble(Trial::loss))
                .forEach(known::add);
        with(trials, State.OPEN).forEach(known::add);
        double worst = finished == 0 ? 0 : known.get(finished - 1).loss();
        double[] losses = IntStream.range(0, known.size())
                .mapToDouble(i -> i < finished ? known.get(i).loss() : worst)
                .toArray();
        return new Tried(known.stream().map(t -> t.point().unit()).toList(), losses, finished);
    }

    private static Stream<Trial> with(List<Trial> trials, State state) {
        return trials.stream().filter(t -> t.state() == state);
    }

    int size() {
        return points.size();
    }

    /** The first {@code count} of them. */
    Tried most(int count) {
        if (size() <= count) {
            return this;
        }
        return new Tried(points.subList(0, count), Arrays.copyOf(losses, count), Math.min(finished, count));
    }
}
