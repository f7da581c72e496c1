package co.litper.cerebro.benchmarks.drift;

import co.litper.cerebro.benchmarks.streams.StreamTable;
import co.litper.cerebro.learners.drift.DriftDetector;
import co.litper.cerebro.learners.drift.DriftState;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;

/**
 * What came of one pass: test, tell the detector the error, begin a new learner at an alarm, else learn.
 *
 * @param delays rows from a drift to its first alarm, of those found
 * @param falseAlarms alarms before the first drift, and each after the first of a drift
 * @param missed drifts without an alarm before the next one
 * @param accuracy share of rows foreseen
 */
record DriftRun(List<Integer> delays, int falseAlarms, int missed, double accuracy) {

    static DriftRun of(StreamTable data, List<Integer> drifts, DriftDetector detector) {
        return of(data, drifts, (Alarm) (row, error) -> detector.observe(error) == DriftState.DRIFT);
    }

    /** Without a detector. */
    static DriftRun untouched(StreamTable data, List<Integer> drifts) {
        return of(data, drifts, (row, error) -> false);
    }

    /** With a detector that knows the drifts. */
    static DriftRun oracle(StreamTable data, List<Integer> drifts) {
        return of(data, drifts, (row, error) -> drifts.contains(row));
    }

    private interface Alarm {
        boolean rings(int row, double error);
    }

    private static DriftRun of(StreamTable data, List<Integer> drifts, Alarm alarm) {
        NaiveBayes learner = new NaiveBayes(data.schema());
        Integer[] found = new Integer[drifts.size()];
        int falseAlarms = 0;
        int right = 0;
        int at = -1;
        for (int row = 0; row < data.labels().length; row++) {
            while (at + 1 < drifts.size() && row >= drifts.get(at + 1)) {
                at++;
            }
            boolean wrong = learner.predict(data.rows()[row]) != data.labels()[row];
            right += wrong ? 0 : 1;
            if (alarm.rings(row, wrong ? 1 : 0)) {
                learner = new NaiveBayes(data.schema());
                if (at < 0 || found[at] != null) {
                    falseAlarms++;
                } else {
                    found[at] = row - drifts.get(at);
                }
            }
            learner.learn(data.rows()[row], data.labels()[row]);
        }
        List<Integer> delays = Arrays.stream(found).filter(Objects::nonNull).toList();
        return new DriftRun(delays, falseAlarms, drifts.size() - delays.size(), (double) right / data.labels().length);
    }

    double delayMean() {
        return delays.stream().mapToInt(Integer::intValue).average().orElse(Double.NaN);
    }

    SequencedMap<String, Object> figures() {
        SequencedMap<String, Object> figures = new LinkedHashMap<>();
        figures.put("delayMean", delayMean());
        figures.put("falseAlarms", falseAlarms);
        figures.put("missed", missed);
        figures.put("accuracy", accuracy);
        figures.put("delays", delays);
        return figures;
    }
}
