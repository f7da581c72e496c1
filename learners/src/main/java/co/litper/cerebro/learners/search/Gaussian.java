package co.litper.cerebro.learners.search;

import co.litper.cerebro.learners.stream.SplitMix;

/** Draws of the standard normal distribution (G. E. P. Box and M. E. Muller, 1958). */
final class Gaussian {
    private Gaussian() {}

    static double draw(SplitMix random) {
        double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
        return radius * Math.cos(2 * Math.PI * random.nextDouble());
    }
}
