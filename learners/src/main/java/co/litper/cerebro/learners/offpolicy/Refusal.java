package co.litper.cerebro.learners.offpolicy;

/**
 * Why a log cannot carry an answer.
 *
 * @param reason which kind
 * @param message names, values, and what may help
 */
public record Refusal(Reason reason, String message) {
    /** Kinds of refusal. */
    public enum Reason {
        /** Fewer rounds than demanded. */
        TOO_FEW_ROUNDS,
        /** Propensities are unknown. */
        NO_PROPENSITIES,
        /** A reward, probability or model value is not a number of its range. */
        BAD_NUMBERS,
        /** The weights rest on too few rounds. */
        EFFECTIVE_SAMPLE_TOO_SMALL,
        /** The judged policy does things that the log cannot show. */
        SUPPORT_VIOLATED,
        /** The rewards that carry the estimate are too few to tell its spread. */
        TOO_FEW_OUTCOMES,
        /** The estimator needs a reward model and there is none. */
        NO_MODEL
    }
}
