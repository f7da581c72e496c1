package co.litper.cerebro.learn;

import co.litper.cerebro.decision.Choice;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.Question;
import co.litper.cerebro.policy.TellingTable;
import co.litper.cerebro.vocabulary.Action;
import org.jspecify.annotations.Nullable;

/**
 * Whether a decision told the customer that the parcel comes, and what was expected of the parcel then.
 *
 * @param told what was drawn
 * @param propensity of that draw
 * @param expected of the parcel, in shares of what is at stake: see {@link TellingTable}
 */
public record Telling(boolean told, double propensity, double expected) {

    /** What a decision says about it; null if it was not asked, not free to choose, or only looks back. */
    static @Nullable Telling of(Decision d) {
        for (Choice choice : d.choices()) {
            boolean free = choice.bids().stream().allMatch(bid -> bid.action() == Action.NONE || bid.feasible());
            if (choice.question() == Question.NOTIFY && free && !d.observed()) {
                return new Telling(
                        choice.winner().action() == Action.NOTIFY_CUSTOMER,
                        choice.propensity(),
                        1
                                - d.forecast().giveBack()
                                - TellingTable.LATE * d.forecast().delay());
            }
        }
        return null;
    }

    /** True if what was drawn is what happened: a message that did not leave says nothing. */
    boolean isAsMeant(Action carriedOut) {
        return told == (carriedOut == Action.NOTIFY_CUSTOMER);
    }
}
