package co.litper.cerebro.learners.optimise;

/**
 * The best point found.
 *
 * @param point [d]
 * @param value there
 * @param evaluations of the function that it took
 * @param settled whether the search ended because nothing moved any more; false if it ran out of evaluations
 */
public record Minimum(double[] point, double value, int evaluations, boolean settled) {}
