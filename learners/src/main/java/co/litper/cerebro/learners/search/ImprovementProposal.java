package co.litper.cerebro.learners.search;

import co.litper.cerebro.learners.inference.Normal;
import co.litper.cerebro.learners.stream.SplitMix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The point at which the loss is expected to fall most below the least so far.
 *
 * <p>D. R. Jones, M. Schonlau and W. J. Welch, "Efficient global optimization of expensive black-box functions", Journal of Global
 * Optimization 13, 1998. The logarithm of expected improvement is sought by chance, about the best trials, and then by smaller and
 * smaller steps. Whole numbers and choices are put to a value before they are judged (E. C. Garrido-Merchán and D. Hernández-Lobato,
 * Neurocomputing 380, 2020); a parameter that does not matter stands in the middle of its range.
 */
final class ImprovementProposal {
    private static final int BY_CHANCE = 400;
    private static final int ABOUT_THE_BEST = 400;
    private static final int BEST = 5;
    private static final int CLIMBS = 4;
    private static final int STEPS = 60;
    private static final double WIDEST_STEP = 0.2;
    private static final double SHRINK = 0.93;
    /** Chance that a choice is changed in a step. */
    private static final double CHANGE = 0.2;
    /** Chance that a number is changed in a step; one is always. */
    private static final double MOVED = 0.5;
    /** Distance of two options, so that they are as far apart as ends of half a range. */
    private static final double APART = Math.sqrt(0.5);

    private final SearchSpace space;
    private final Tried tried;
    private final GaussianProcess process;
    private final double[][] scratch;
    private final double[] out = new double[2];
    private final double least;
    private final int coordinates;

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Candidate(double[] unit, double gain) {}

    ImprovementProposal(SearchSpace space, Tried tried) {
        this.space = space;
        this.tried = tried;
        coordinates = IntStream.range(0, space.size())
                .map(d -> Math.max(1, space.options(d)))
                .sum();
        double[] targets = Warp.of(tried.losses());
        double[][] inputs = tried.points().stream().map(this::coded).toArray(double[][]::new);
        process = new GaussianProcess(inputs, targets);
        scratch = new double[2][inputs.length];
        least = targets[0];
    }

    private double[] coded(double[] unit) {
        double[] coded = new double[coordinates];
        int at = 0;
        for (int d = 0; d < unit.length; d++) {
            int options = space.options(d);
            if (options == 0) {
                coded[at++] = Double.isNaN(unit[d]) ? 0.5 : unit[d];
            } else {
                if (!Double.isNaN(unit[d])) {
                    coded[at + (int) unit[d]] = APART;
                }
                at += options;
            }
        }
        return coded;
    }

    double[] next(SplitMix random) {
        List<Candidate> found = new ArrayList<>();
        for (int c = 0; c < BY_CHANCE; c++) {
            found.add(judged(space.draw(d -> fresh(d, random))));
        }
        int best = Math.min(BEST, tried.finished());
        for (int c = 0; c < ABOUT_THE_BEST; c++) {
            double width = WIDEST_STEP * Math.pow(10, -3 * random.nextDouble());
            found.add(judged(step(tried.points().get(c % best), width, random)));
        }
        found.sort(Comparator.comparingDouble(Candidate::gain).reversed());
        Candidate most = found.getFirst();
        for (Candidate start : found.subList(0, CLIMBS)) {
            Candidate top = climb(start, random);
            most = top.gain > most.gain ? top : most;
        }
        return most.unit;
    }

    private Candidate climb(Candidate start, SplitMix random) {
        Candidate top = start;
        double width = WIDEST_STEP;
        for (int s = 0; s < STEPS; s++) {
            Candidate next = judged(step(top.unit, width, random));
            if (next.gain > top.gain) {
                top = next;
            } else {
                width *= SHRINK;
            }
        }
        return top;
    }

    private double fresh(int d, SplitMix random) {
        return space.options(d) > 0 ? random.nextInt(space.options(d)) : random.nextDouble();
    }

    /** A point near another; what matters here and did not there is drawn afresh. */
    private double[] step(double[] from, double width, SplitMix random) {
        int always = random.nextInt(from.length);
        return space.draw(d -> {
            if (Double.isNaN(from[d])) {
                return fresh(d, random);
            }
            if (space.options(d) > 0) {
                return random.nextDouble() < CHANGE ? fresh(d, random) : from[d];
            }
            boolean moves = d == always || random.nextDouble() < MOVED;
            return moves ? Math.max(0, Math.min(1, from[d] + width * Gaussian.draw(random))) : from[d];
        });
    }

    private Candidate judged(double[] unit) {
        process.predict(coded(unit), scratch, out);
        return new Candidate(unit, logImprovement((least - out[0]) / out[1]) + Math.log(out[1]));
    }

    /** log(φ(z) + z Φ(z)), by its asymptote far below 0, where the sum would vanish. */
    static double logImprovement(double z) {
        double density = -z * z / 2 - 0.5 * Math.log(2 * Math.PI);
        if (z < -6) {
            double square = z * z;
            return density - Math.log(square) + Math.log1p(-3 / square + 15 / (square * square));
        }
        return Math.log(Math.exp(density) + z * Normal.below(z));
    }
}
