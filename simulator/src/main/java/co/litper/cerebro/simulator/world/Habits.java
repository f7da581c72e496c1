package co.litper.cerebro.simulator.world;

import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.IssueReason;

/** What the merchant's people do when nobody tells them otherwise: which carrier, which answer to a novedad. */
final class Habits {
    private static final int ACTIONS = Action.values().length;

    private final Lanes lanes;
    private final Luck traits;
    private final Luck luck;
    private final double variation;
    final double takes;
    /** [reasons × actions], each row sums to 1. */
    private final double[][] answers = new double[IssueReason.values().length][ACTIONS];

    Habits(WorldParameters p, Lanes lanes, Luck traits, Luck luck) {
        this.lanes = lanes;
        this.traits = traits;
        this.luck = luck;
        variation = p.get("habit.carrier.variation");
        takes = p.get("team.takes");
        for (IssueReason reason : IssueReason.values()) {
            fill(p, reason.name(), answers[reason.ordinal()]);
            if (sum(answers[reason.ordinal()]) == 0) {
                fill(p, IssueReason.OTHER.name(), answers[reason.ordinal()]);
            }
            normalise(answers[reason.ordinal()]);
        }
    }

    /** The carrier that an order gets by habit: the department's usual one, or by whim another that serves. */
    int carrier(Order o) {
        Place place = o.place();
        int usual = usual(place);
        boolean whim = luck.unit(o.number(), Purpose.HABIT_LEAVES) < variation;
        int first = whim ? (int) (luck.unit(o.number(), Purpose.HABIT_OTHER) * Fleet.COUNT) : usual;
        for (int i = 0; i < Fleet.COUNT; i++) {
            int carrier = (first + i) % Fleet.COUNT;
            if (lanes.serves(carrier, place, o.cod())) {
                return carrier;
            }
        }
        throw new IllegalStateException("no carrier serves " + place.code().code());
    }

    /** Habits come from experience: the quicker of two carriers that were tried in the department. */
    private int usual(Place place) {
        int one = (int) (traits.unit(place.department(), Purpose.MERCHANT_HABIT, 0) * Fleet.COUNT);
        int other = (int) (traits.unit(place.department(), Purpose.MERCHANT_HABIT, 1) * Fleet.COUNT);
        return lanes.regional(one, place) <= lanes.regional(other, place) ? one : other;
    }

    /** Share of novedades of a reason that the team meets with an action. */
    double share(IssueReason reason, Action action) {
        return answers[reason.ordinal()][action.ordinal()];
    }

    /** The team's action that a uniform draw falls on. */
    Action answer(IssueReason reason, double unit) {
        double left = unit;
        Action last = Action.REDELIVER;
        for (Action action : Action.values()) {
            double share = share(reason, action);
            if (share > 0) {
                left -= share;
                last = action;
                if (left < 0) {
                    return action;
                }
            }
        }
        return last;
    }

    private static void fill(WorldParameters p, String reason, double[] row) {
        for (Action action : Action.values()) {
            row[action.ordinal()] = p.orZero("habit." + reason + "." + action.wire());
        }
    }

    private static double sum(double[] row) {
        double sum = 0;
        for (double share : row) {
            sum += share;
        }
        return sum;
    }

    private static void normalise(double[] row) {
        double sum = sum(row);
        for (int i = 0; i < row.length; i++) {
            row[i] /= sum;
        }
    }
}
