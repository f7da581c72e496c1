package co.litper.cerebro.learners.offpolicy;

import java.util.List;

/** What the log says, or why it cannot. */
public sealed interface Verdict {

    /** Which estimator speaks. */
    Estimator estimator();

    /**
     * An answer.
     *
     * @param value estimated mean reward of the judged policy
     * @param low lower end of its interval
     * @param high upper end
     * @param standardError of {@code value}, without bias
     * @param effectiveSample (Σw)² ÷ Σw², 1 to rounds
     * @param rounds in the log
     * @param parameter cap, threshold or λ that was used; NaN for estimators without one
     * @param bias estimated bias of {@code value}: 0 for IPS, SNIPS and DR
     */
    record Estimate(
            Estimator estimator,
            double value,
            double low,
            double high,
            double standardError,
            double effectiveSample,
            int rounds,
            double parameter,
            double bias)
            implements Verdict {}

    /**
     * No answer.
     *
     * @param reasons all of them, at least one
     */
    record Refused(Estimator estimator, List<Refusal> reasons) implements Verdict {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }
}
