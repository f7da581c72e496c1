package co.litper.cerebro.learners.uplift;

import java.util.List;

/** Fits a surface to targets. Deterministic. */
@FunctionalInterface
public interface Fitting {
    /**
     * Fits.
     *
     * @param rows of equal length, at least 1
     * @param targets of the rows, finite
     * @param weights of the rows, above 0
     */
    Surface fit(List<double[]> rows, double[] targets, double[] weights);
}
