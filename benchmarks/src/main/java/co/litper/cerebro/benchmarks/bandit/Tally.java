package co.litper.cerebro.benchmarks.bandit;

import co.litper.cerebro.learners.offpolicy.Verdict;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** How an estimator did over many logs whose truth is known. */
final class Tally {
    private int answered;
    private int refused;
    private double relative;
    private double squares;
    private double bias;
    private double width;
    private int covered;

    void add(Verdict verdict, double truth) {
        switch (verdict) {
            case Verdict.Refused _ -> refused++;
            case Verdict.Estimate e -> {
                double error = e.value() - truth;
                answered++;
                relative += Math.abs(error) / truth;
                squares += error * error;
                bias += error;
                width += e.high() - e.low();
                covered += e.low() <= truth && truth <= e.high() ? 1 : 0;
            }
        }
    }

    double relativeError() {
        return relative / answered;
    }

    SequencedMap<String, Object> figures() {
        SequencedMap<String, Object> out = new LinkedHashMap<>();
        out.put("relativeError", relativeError());
        out.put("rootMeanSquaredError", Math.sqrt(squares / answered));
        out.put("bias", bias / answered);
        out.put("coverage", (double) covered / answered);
        out.put("intervalWidth", width / answered);
        out.put("answered", answered);
        out.put("refused", refused);
        return out;
    }
}
