package co.litper.cerebro.benchmarks.search;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.apache.commons.math3.distribution.TDistribution;

/** A mean with its 95 % t-interval. */
record Interval(double mean, double low, double high) {
    private static final double COVERAGE = 0.95;

    static Interval of(double[] values) {
        double mean = 0;
        for (double v : values) {
            mean += v / values.length;
        }
        double squares = 0;
        for (double v : values) {
            squares += (v - mean) * (v - mean);
        }
        double error = Math.sqrt(squares / (values.length - 1) / values.length);
        double reach = new TDistribution(values.length - 1).inverseCumulativeProbability((1 + COVERAGE) / 2) * error;
        return new Interval(mean, mean - reach, mean + reach);
    }

    SequencedMap<String, Object> told() {
        SequencedMap<String, Object> map = new LinkedHashMap<>();
        map.put("orders", mean);
        map.put("low", low);
        map.put("high", high);
        return map;
    }
}
