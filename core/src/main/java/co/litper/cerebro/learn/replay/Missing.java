package co.litper.cerebro.learn.replay;

import co.litper.cerebro.learners.offpolicy.Refusal;

/** What a log lacks to tell a policy's worth. */
public enum Missing {
    /** No choice with a known outcome. */
    OUTCOMES,
    /** The policy has no answer of its own to the question. */
    ANSWER,
    /** People had the last word, so that what came of it speaks of them. */
    AUTONOMY,
    /** Too many choices of the period have no outcome yet; those that have end sooner than most. */
    MATURITY,
    /** Fewer parcels than an interval needs. */
    PARCELS,
    /** Too few parcels were dealt with as the policy would have. */
    AGREEMENT,
    /** The policy does what the log never tried. */
    SUPPORT,
    /** What came of the parcels that speak for it rests on a handful. */
    VARIETY,
    /** Probabilities or pesos in the log are out of range. */
    NUMBERS;

    static Missing of(Refusal refusal) {
        return switch (refusal.reason()) {
            case TOO_FEW_ROUNDS -> PARCELS;
            case EFFECTIVE_SAMPLE_TOO_SMALL -> AGREEMENT;
            case SUPPORT_VIOLATED -> SUPPORT;
            case TOO_FEW_OUTCOMES -> VARIETY;
            case NO_PROPENSITIES, BAD_NUMBERS, NO_MODEL -> NUMBERS;
        };
    }
}
