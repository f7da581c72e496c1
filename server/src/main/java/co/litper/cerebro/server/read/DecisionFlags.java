package co.litper.cerebro.server.read;

import co.litper.cerebro.decision.Autonomy;
import co.litper.cerebro.decision.Choice;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.vocabulary.Action;

/** What is true of a decision, as bits of one number. */
enum DecisionFlags {
    /** Decided about the past. */
    OBSERVED,
    /** Chance chose otherwise than the policy would, at least once. */
    EXPLORED,
    /** Does something without people. */
    ACTED,
    /** Does something once a person says yes. */
    ASKED,
    /** What came of it is known for good. */
    COMPLETE;

    /** 1 if the flag is set in {@code bits}, else 0. */
    int in(int bits) {
        return bits >> ordinal() & 1;
    }

    /** {@code bits} with the flag. */
    int set(int bits) {
        return bits | 1 << ordinal();
    }

    /** The flags of a decision that was just made. */
    static int of(Decision d) {
        int bits = d.observed() ? OBSERVED.set(0) : 0;
        for (Choice choice : d.choices()) {
            boolean acts = choice.winner().action() != Action.NONE && !d.observed();
            bits = choice.explored() ? EXPLORED.set(bits) : bits;
            bits = acts && choice.autonomy() == Autonomy.ACT ? ACTED.set(bits) : bits;
            bits = acts && choice.autonomy() == Autonomy.APPROVE ? ASKED.set(bits) : bits;
        }
        return bits;
    }
}
