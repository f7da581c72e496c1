package co.litper.cerebro.learners.offpolicy;

/**
 * What a log must have before it is believed.
 *
 * @param rounds least number of rounds, at least 2
 * @param effectiveSample least effective sample size (Σw)² ÷ Σw², at least 1
 * @param support least share of the judged policy's choices that the log can show, 0 to 1
 * @param outcomes least effective number of rewards that carry the estimate, (Σ|w r|)² ÷ Σ(w r)², at least 1
 * @param coverage of the interval, such as 0.95
 */
public record Demands(int rounds, double effectiveSample, double support, double outcomes, double coverage) {
    /** 100 rounds, 30 of them effective, 95 % support, 10 effective outcomes, intervals of 95 %. */
    public static final Demands USUAL = new Demands(100, 30, 0.95, 10, 0.95);

    public Demands {
        if (rounds < 2
                || !(effectiveSample >= 1)
                || !(support >= 0 && support <= 1)
                || !(outcomes >= 1)
                || !(coverage > 0 && coverage < 1)) {
            throw new IllegalArgumentException("demands must be rounds ≥ 2, effectiveSample ≥ 1, support 0 to 1,"
                    + " outcomes ≥ 1, coverage between 0 and 1, are " + rounds + ", " + effectiveSample + ", " + support
                    + ", " + outcomes + ", " + coverage);
        }
    }
}
