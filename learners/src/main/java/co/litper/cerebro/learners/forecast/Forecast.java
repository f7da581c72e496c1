package co.litper.cerebro.learners.forecast;

import java.util.SequencedMap;

/**
 * How a series goes on.
 *
 * @param mean expected values [horizon]
 * @param low lower ends of the intervals [horizon]
 * @param high upper ends [horizon]
 * @param weights of the methods that were combined, summing to 1
 */
public record Forecast(double[] mean, double[] low, double[] high, SequencedMap<String, Double> weights) {}
