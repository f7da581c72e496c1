package co.litper.cerebro.simulator.report;

import co.litper.cerebro.decision.Autonomy;
import co.litper.cerebro.decision.Bid;
import co.litper.cerebro.decision.Choice;
import co.litper.cerebro.decision.Question;
import co.litper.cerebro.simulator.Truth;
import co.litper.cerebro.simulator.player.Parcels;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.Carrier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Asks the hidden state, at the moment of each decision of the product about a carrier or a novedad, how much worse the
 * chosen action is than the best that was feasible. A decision counts if it {@linkplain Range#matters() matters}, and is
 * precise if its own regret is borne. Exploration counts like the rest; what is left to people counts as not taken.
 */
final class PrecisionJudge {
    /** Share of the decisions that matter which it must take at the least, by the specification of the precision. */
    static final double SUREST = 0.6;

    /** A value that a rule gives has no spread: doubt below a peso is none. */
    private static final double LEAST_DOUBT_COP = 1;

    private final Truth truth;
    private final Count carriers = new Count();
    private final Count answers = new Count();

    private final List<Judged> judged = new ArrayList<>();

    /**
     * A decision that was taken.
     *
     * @param sureness how far its value stood above the next best in the product's own belief, in standard deviations of the difference
     */
    private record Judged(double sureness, boolean precise) {}

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

    private void judge(Choice choice, String done, Map<String, Double> worth, Count count) {
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
            boolean precise = range.isPrecise(worth.getOrDefault(done, Double.NEGATIVE_INFINITY));
            count.precise += precise ? 1 : 0;
            judged.add(new Judged(sureness(choice), precise));
        }
    }

    private static double sureness(Choice choice) {
        Bid winner = choice.winner();
        double least = Double.POSITIVE_INFINITY;
        for (Bid other : choice.bids()) {
            if (other != winner && other.feasible()) {
                double doubt = Math.hypot(winner.spreadCop(), other.spreadCop());
                least = Math.min(least, (winner.valueCop() - other.valueCop()) / Math.max(LEAST_DOUBT_COP, doubt));
            }
        }
        return least;
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

    double surestPrecision() {
        int most = (int) Math.ceil(SUREST * (carriers.matter + answers.matter));
        List<Judged> surest = judged.stream()
                .sorted(Comparator.comparingDouble(Judged::sureness).reversed())
                .limit(most)
                .toList();
        return Range.share(surest.stream().filter(Judged::precise).count(), surest.size());
    }

    double coverage() {
        return Range.share(carriers.taken + answers.taken, carriers.matter + answers.matter);
    }
}
