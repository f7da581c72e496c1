package co.litper.cerebro.learners.search;

import co.litper.cerebro.learners.stream.SplitMix;
import java.util.List;

/**
 * The candidate at which the density of good trials most exceeds that of the others.
 *
 * <p>J. Bergstra et al., "Algorithms for hyper-parameter optimization", NIPS 2011. The bad are all that are not among the
 * good, those given up and those still open included.
 */
final class ParzenProposal {
    private static final int MOST_GOOD = 25;

    private final ParzenDensity good;
    private final ParzenDensity rest;
    private final int candidates;

    ParzenProposal(SearchSpace space, Tried tried, Sampler.Parzen settings) {
        candidates = settings.candidates();
        int known = Math.max(1, tried.finished());
        int count = Math.min(MOST_GOOD, Math.max(1, (int) Math.ceil(settings.goodShare() * known)));
        List<double[]> points = tried.points();
        good = new ParzenDensity(space, points.subList(0, count));
        rest = new ParzenDensity(space, points.subList(count, points.size()));
    }

    double[] next(SplitMix random) {
        double[] best = good.draw(random);
        double most = good.log(best) - rest.log(best);
        for (int c = 1; c < candidates; c++) {
            double[] candidate = good.draw(random);
            double gain = good.log(candidate) - rest.log(candidate);
            if (gain > most) {
                most = gain;
                best = candidate;
            }
        }
        return best;
    }
}
