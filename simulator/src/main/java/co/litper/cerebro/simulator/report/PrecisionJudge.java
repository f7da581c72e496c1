package co.litper.cerebro.simulator.report;

import co.litper.cerebro.decision.Autonomy;
import co.litper.cerebro.decision.Bid;
import co.litper.cerebro.decision.Choice;
import co.litper.cerebro.decision.Question;
import co.litper.cerebro.simulator.Truth;
import co.litper.cerebro.simulator.player.Parcels;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.Carrier;
import java.util.Map;
import java.util.TreeMap;

/**
 * Asks the hidden state, at the moment of each decision of the product about a carrier or a novedad, how much worse the
 * chosen action is than the best that was feasible. A decision counts if it {@linkplain Range#matters() matters}, and is
 * precise if its own regret is borne. Exploration counts like the rest; what is left to people counts as not taken.
 */
final class PrecisionJudge {
    private final Truth truth;
    private final Count carriers = new Count();
    private final Count answers = new Count();

    private static final class Count {
        private long matter;
        private long taken;
        private long precise;
    }

    PrecisionJudge(Truth truth) {
        this.truth = truth;
    }

    /**
     * Judges a choice.
     *
     * @param refused true if the contact rules kept its effect back, so that in truth nothing was done
     */
    void decided(Choice choice, Parcels.Numbers parcel, boolean refused) {
        if (choice.question() == Question.CARRIER && !parcel.orderId().isEmpty()) {
            Map<String, Double> worth = new TreeMap<>();
            for (Map.Entry<Carrier, Double> e : truth.carriers(parcel.orderId()).entrySet()) {
                worth.put(e.getKey().code(), e.getValue());
            }
            judge(choice, choice.winner().target(), worth, carriers);
        } else if (choice.question() == Question.ISSUE && !parcel.guideNumber().isEmpty()) {
            Map<String, Double> worth = new TreeMap<>();
            for (Map.Entry<Action, Double> e :
                    truth.answers(parcel.guideNumber()).entrySet()) {
                worth.put(e.getKey().wire(), e.getValue());
            }
            Action done = refused ? Action.NONE : choice.winner().action();
            judge(choice, done.wire(), worth, answers);
        }
    }

    private static void judge(Choice choice, String done, Map<String, Double> worth, Count count) {
        Range range = Range.EMPTY;
        for (Bid bid : choice.bids()) {
            Double value = worth.get(nameOf(bid));
            if (bid.feasible() && value != null) {
                range = range.with(value);
            }
        }
        if (!range.matters()) {
            return;
        }
        count.matter++;
        if (choice.autonomy() == Autonomy.ACT && choice.winner().action() != Action.ESCALATE) {
            count.taken++;
            count.precise += range.isPrecise(worth.getOrDefault(done, Double.NEGATIVE_INFINITY)) ? 1 : 0;
        }
    }

    private static String nameOf(Bid bid) {
        return bid.action() == Action.CHOOSE_CARRIER
                ? bid.target()
                : bid.action().wire();
    }

    double precision() {
        return Range.share(carriers.precise + answers.precise, carriers.taken + answers.taken);
    }

    double carrierPrecision() {
        return Range.share(carriers.precise, carriers.taken);
    }

    double answerPrecision() {
        return Range.share(answers.precise, answers.taken);
    }

    double coverage() {
        return Range.share(carriers.taken + answers.taken, carriers.matter + answers.matter);
    }
}
