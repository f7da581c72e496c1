package co.litper.cerebro.learn.replay;

import co.litper.cerebro.decision.IssueStage;
import co.litper.cerebro.decision.Question;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.IssueReason;
import org.jspecify.annotations.Nullable;

/**
 * A policy that needs nothing but the receipt.
 *
 * @param name its name in commands
 * @param rule how it answers
 */
record PlainPolicy(String name, Rule rule) implements ReplayPolicy {

    /** How bids are chosen. */
    sealed interface Rule {}

    /** What was really done, chance included. */
    record Logged() implements Rule {}

    /** What would have been done without exploring. */
    record Greedy() implements Rule {}

    /** Any feasible bid, each as likely as the others. */
    record Any() implements Rule {}

    /** The carrier of the lowest freight; where no tariff was known, as greedy. */
    record Cheapest() implements Rule {}

    /** At a novedad the fixed answer of a good team to its reason, and once the customer has helped, to the carrier. */
    record Constants() implements Rule {}

    /** One answer to one question, always. */
    record Always(Question question, Action action) implements Rule {}

    /** As logged, an action left out. */
    record Without(Action action) implements Rule {}

    @Override
    public boolean answers(Question question) {
        return switch (rule) {
            case Logged(), Greedy(), Any() -> true;
            case Cheapest() -> question == Question.CARRIER;
            case Constants() -> question == Question.ISSUE;
            case Always(Question own, Action _) -> question == own;
            case Without(Action action) -> question == Question.of(action);
        };
    }

    @Override
    public double[] odds(LoggedChoice choice) {
        return switch (rule) {
            case Logged() -> choice.knowsOdds() ? choice.odds().clone() : Odds.sure(choice, choice.greedy());
            case Greedy() -> Odds.sure(choice, choice.greedy());
            case Any() -> Odds.even(choice);
            case Cheapest() -> cheapest(choice);
            case Constants() -> Odds.action(choice, constant(choice.stage()));
            case Always(Question _, Action action) -> Odds.action(choice, action);
            case Without(Action action) -> without(choice, action);
        };
    }

    private static double[] cheapest(LoggedChoice choice) {
        int best = -1;
        for (int i = 0; i < choice.prices().size(); i++) {
            Price price = choice.prices().get(i);
            boolean may = price.isTold() && Odds.mayTake(choice, choice.bids().get(i));
            if (may
                    && (best < 0
                            || price.freightCop() < choice.prices().get(best).freightCop())) {
                best = i;
            }
        }
        return Odds.sure(choice, best < 0 ? choice.greedy() : best);
    }

    private static Action constant(@Nullable IssueStage stage) {
        if (stage == null) {
            return Action.NONE;
        }
        IssueReason reason = stage.reason();
        return switch (stage.reply()) {
            case HELPFUL -> reason == IssueReason.REMOTE_AREA ? Action.HOLD_IN_OFFICE : Action.REDELIVER;
            case REFUSED -> Action.CALL_CUSTOMER;
            case NONE -> stage.contacts() > 0 ? Action.NONE : first(reason);
        };
    }

    /** What a good team does first. */
    private static Action first(IssueReason reason) {
        return switch (reason) {
            case BAD_ADDRESS, DOCUMENTATION -> Action.ASK_ADDRESS;
            case RECIPIENT_UNAVAILABLE, DELIVERY_ATTEMPT_FAILED, BAD_PHONE -> Action.ASK_TIME;
            case COD_ISSUE, PAYMENT_PENDING -> Action.ASK_CASH;
            case REJECTED -> Action.CALL_CUSTOMER;
            case REMOTE_AREA, SECURITY -> Action.HOLD_IN_OFFICE;
            case RESCHEDULED, WEATHER, OTHER -> Action.REDELIVER;
            case DAMAGED, LOST -> Action.OPEN_CLAIM;
        };
    }

    private static double[] without(LoggedChoice choice, Action action) {
        double[] odds = choice.knowsOdds() ? choice.odds().clone() : Odds.sure(choice, choice.greedy());
        double rest = 0;
        for (int i = 0; i < odds.length; i++) {
            odds[i] = choice.bids().get(i).action() == action ? 0 : odds[i];
            rest += odds[i];
        }
        if (rest <= 0) {
            return Odds.best(choice, bid -> bid.action() == action ? Double.NEGATIVE_INFINITY : bid.valueCop());
        }
        for (int i = 0; i < odds.length; i++) {
            odds[i] /= rest;
        }
        return odds;
    }
}
