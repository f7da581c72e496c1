package co.litper.cerebro.learners.search;

/** When a trial is given up before its end, by the losses that it reports on its way. */
public sealed interface Pruner {

    /** Never. */
    record Never() implements Pruner {}

    /**
     * When the least loss so far is above the median of what others reported at the same step.
     *
     * @param startup finished trials before any is given up, at least 1
     * @param warmSteps steps at which none is given up, at least 0
     */
    record Median(int startup, int warmSteps) implements Pruner {
        public Median {
            if (startup < 1 || warmSteps < 0) {
                throw new IllegalArgumentException(
                        "startup must be at least 1 and warmSteps at least 0, are " + startup + ", " + warmSteps);
            }
        }
    }

    /**
     * When, at a rung, the loss is not among the least of those that came that far (L. Li et al., "A system for massively parallel
     * hyperparameter tuning", MLSys 2020: asynchronous successive halving).
     *
     * @param firstRung step of the first rung, at least 1; the next are {@code factor} times further each
     * @param factor of which one goes on, at least 2
     */
    record SuccessiveHalving(int firstRung, int factor) implements Pruner {
        public SuccessiveHalving {
            if (firstRung < 1 || factor < 2) {
                throw new IllegalArgumentException(
                        "firstRung must be at least 1 and factor at least 2, are " + firstRung + ", " + factor);
            }
        }

        boolean isRung(int step) {
            long rung = firstRung;
            while (rung < step) {
                rung *= factor;
            }
            return rung == step;
        }
    }
}
