package co.litper.cerebro.server.why;

import co.litper.cerebro.decision.Bid;
import co.litper.cerebro.decision.Choice;
import co.litper.cerebro.vocabulary.Action;
import java.util.Comparator;
import java.util.Optional;

/** What would have to be otherwise for a choice to fall otherwise. */
sealed interface Flip {

    /**
     * The probability that a rule looks at would have to cross its threshold.
     *
     * @param upwards true if it would have to rise
     */
    record Threshold(double probability, double threshold, boolean upwards) implements Flip {}

    /** The runner-up would have to rescue more; {@code lacksCop} is what it lacks in pesos. */
    record Rate(Action runnerUp, double rate, double neededRate, double lacksCop) implements Flip {}

    /** The runner-up would have to be worth more. */
    record Pesos(Bid runnerUp, double lacksCop) implements Flip {}

    /** Exploration chose; the policy would have taken this. */
    record Luck(Bid greedy) implements Flip {}

    /**
     * What would flip {@code choice}, or empty if nothing else was feasible.
     *
     * @param probability what the rule of a NOTIFY or WATCH looks at
     * @param threshold its threshold
     * @param stakeCop pesos at stake, 0 if not known
     */
    static Optional<Flip> of(Choice choice, double probability, double threshold, long stakeCop) {
        if (choice.explored()) {
            return Optional.of(new Luck(choice.bids().get(choice.greedy())));
        }
        return switch (choice.question()) {
            case NOTIFY, WATCH ->
                Optional.of(
                        new Threshold(probability, threshold, choice.winner().action() == Action.NONE));
            case CARRIER -> runnerUp(choice).map(second -> new Pesos(second, lacks(choice, second)));
            case ISSUE -> runnerUp(choice).map(second -> rescue(choice, second, stakeCop));
        };
    }

    private static Flip rescue(Choice choice, Bid second, long stakeCop) {
        double lacks = lacks(choice, second);
        double needed = second.confidence() + lacks / stakeCop;
        return stakeCop > 0 && needed <= 1
                ? new Rate(second.action(), second.confidence(), needed, lacks)
                : new Pesos(second, lacks);
    }

    private static double lacks(Choice choice, Bid second) {
        return (double) choice.winner().valueCop() - second.valueCop();
    }

    /** The best of the other feasible bids. */
    static Optional<Bid> runnerUp(Choice choice) {
        Bid winner = choice.winner();
        return choice.bids().stream()
                .filter(b -> b.feasible() && b != winner)
                .max(Comparator.comparingDouble(Bid::valueCop));
    }
}
