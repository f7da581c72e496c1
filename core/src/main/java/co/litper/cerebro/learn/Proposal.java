package co.litper.cerebro.learn;

import co.litper.cerebro.decision.Bid;
import co.litper.cerebro.decision.Choice;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.policy.TellingTable;
import co.litper.cerebro.think.EarnedAutonomy;
import co.litper.cerebro.vocabulary.Action;
import java.util.ArrayList;
import java.util.List;

/**
 * What the policy would have done at a decision if chance had no say, to be held against what was really done and what came
 * of it.
 *
 * @param cell its cell of {@link EarnedAutonomy}
 * @param action what it is
 * @param target of a carrier choice the carrier's code; else empty
 * @param expected of the parcel whatever is done, in the unit of the outcome
 * @param predicted of the parcel if it is done, in the same unit
 */
record Proposal(int cell, Action action, String target, float expected, float predicted) {
    /** Pesos to which a carrier choice's outcome is scaled: about what is at stake with a parcel. */
    static final float STAKE_COP = 40_000;

    /** The proposals of a decision that lie beyond doing nothing. */
    static List<Proposal> of(Decision d) {
        List<Proposal> proposals = List.of();
        for (Choice choice : d.choices()) {
            Bid greedy = choice.bids().get(choice.greedy());
            if (d.observed()
                    || choice.isReconsidered()
                    || greedy.action() == Action.NONE
                    || greedy.action() == Action.FLAG_FOR_MONITORING
                    || !greedy.feasible()) {
                continue;
            }
            proposals = proposals.isEmpty() ? new ArrayList<>(2) : proposals;
            proposals.add(of(d, choice, greedy));
        }
        return proposals;
    }

    private static Proposal of(Decision d, Choice choice, Bid greedy) {
        return switch (choice.question()) {
            case CARRIER -> {
                double sum = 0;
                for (Bid bid : choice.bids()) {
                    sum += bid.valueCop();
                }
                float mean = (float) (sum / choice.bids().size() / STAKE_COP);
                yield new Proposal(
                        EarnedAutonomy.cell(greedy.action(), null),
                        greedy.action(),
                        greedy.target(),
                        mean,
                        greedy.valueCop() / STAKE_COP);
            }
            case ISSUE ->
                new Proposal(
                        EarnedAutonomy.cell(greedy.action(), d.issue()),
                        greedy.action(),
                        "",
                        choice.bids().getFirst().confidence(),
                        greedy.confidence());
            case NOTIFY, WATCH -> {
                float expected = (float) (1
                        - d.forecast().giveBack()
                        - TellingTable.LATE * d.forecast().delay());
                yield new Proposal(EarnedAutonomy.cell(greedy.action(), null), greedy.action(), "", expected, expected);
            }
        };
    }
}
