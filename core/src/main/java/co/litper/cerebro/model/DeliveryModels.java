package co.litper.cerebro.model;

import co.litper.cerebro.decision.Forecast;
import co.litper.cerebro.decision.Reason;
import co.litper.cerebro.feature.AggregateView;
import co.litper.cerebro.feature.Feature;
import co.litper.cerebro.feature.FeatureMaker;
import co.litper.cerebro.feature.FeatureRow;
import co.litper.cerebro.feature.Priors;
import co.litper.cerebro.feature.ShipmentContext;
import co.litper.cerebro.learners.calibrate.ConformalInterval.Offsets;
import co.litper.cerebro.learners.linear.LinearModel;
import java.util.ArrayList;
import java.util.List;

/**
 * What a shard predicts with: statistics, weights and calibration as they stood when published. Immutable; read by any
 * thread without a lock. A row and its forecast together cost about two microseconds.
 */
public final class DeliveryModels {
    /** Median days are never given as less. */
    private static final double LEAST_DAYS = 1.0 / 48;

    /** Nor as more: what is on its way for longer is lost, and a parcel unlike any that was learned must not get any number. */
    private static final double MOST_DAYS = 365;

    private final long version;
    private final long evidence;
    private final FeatureMaker maker;
    private final AggregateView view;
    private final RiskModel delay;
    private final RiskModel issue;
    private final RiskModel giveBack;
    private final LinearModel eta;
    private final Offsets offsets;

    DeliveryModels(
            long version,
            long evidence,
            AggregateView view,
            Priors priors,
            RiskModel delay,
            RiskModel issue,
            RiskModel giveBack,
            LinearModel eta,
            Offsets offsets) {
        this.version = version;
        this.evidence = evidence;
        this.maker = new FeatureMaker(view, priors);
        this.view = view;
        this.delay = delay;
        this.issue = issue;
        this.giveBack = giveBack;
        this.eta = eta;
        this.offsets = offsets;
    }

    /** Models without experience: version 0, priors only, wide intervals. */
    public static DeliveryModels cold(Priors priors) {
        return new DeliveryLearner(priors).snapshot();
    }

    /** Rises with everything that its learner learns; 0 without experience. */
    public long version() {
        return version;
    }

    /** How many outcomes were learned. */
    public long evidence() {
        return evidence;
    }

    /** The features of a shipment as known at {@code context.at()}. For another carrier: {@code context.withCarrier(…)}. */
    public FeatureRow features(ShipmentContext context) {
        return maker.row(context);
    }

    /** What to expect of a shipment with these features. Without a promise the probability of delay is 0. */
    public Forecast predict(FeatureRow row) {
        double log = logDays(eta, row);
        boolean promised = !Float.isNaN(row.get(Feature.WINDOW_DAYS));
        float late = promised ? (float) delay.probability(delayInput(eta, row), row) : 0;
        return new Forecast(
                late,
                (float) issue.probability(row.values(), row),
                (float) giveBack.probability(row.values(), row),
                days(log + offsets.median()),
                days(log + offsets.low()),
                days(log + offsets.high()),
                evidence);
    }

    /** The probability of delay before its calibration, 0 without a promise: what calibration is judged against. */
    public double uncalibratedDelay(FeatureRow row) {
        return Float.isNaN(row.get(Feature.WINDOW_DAYS)) ? 0 : delay.uncalibrated(delayInput(eta, row), row);
    }

    /** How many outcomes speak for what is forecast of the context's carrier in its city, at least 1. */
    public double casesOfCarrier(ShipmentContext context) {
        return view.casesOfCarrier(context);
    }

    /** Features and forecast at once, for one candidate among several. */
    public Forecast predict(ShipmentContext context) {
        return predict(features(context));
    }

    /**
     * What swayed a forecast most, strongest first.
     *
     * @param target 0 delay, 1 issue, 2 return, as in {@link Reason#target()}
     * @param most how many at most
     */
    public List<Reason> explain(FeatureRow row, int target, int most) {
        RiskModel model = switch (target) {
            case 0 -> delay;
            case 1 -> issue;
            case 2 -> giveBack;
            default -> throw new IllegalArgumentException("target must be 0 to 2, is " + target);
        };
        float[] input = target == 0 ? delayInput(eta, row) : row.values();
        float[] weights = new float[Feature.COUNT];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) model.contribution(input, row, i);
        }
        List<Reason> reasons = new ArrayList<>(most);
        for (int strongest = strongest(weights);
                strongest >= 0 && reasons.size() < most;
                strongest = strongest(weights)) {
            reasons.add(new Reason(target, strongest, weights[strongest]));
            weights[strongest] = 0;
        }
        return reasons;
    }

    /** Index of the weight farthest from 0, the lowest of equals; -1 if all are 0. */
    private static int strongest(float[] weights) {
        int best = -1;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] != 0 && (best < 0 || Math.abs(weights[i]) > Math.abs(weights[best]))) {
                best = i;
            }
        }
        return best;
    }

    /** Days of their logarithm, within what can be meant. */
    static float days(double log) {
        return (float) Math.clamp(Math.exp(log), LEAST_DAYS, MOST_DAYS);
    }

    /** Log of the days left, before the conformal offset. */
    static double logDays(LinearModel eta, FeatureRow row) {
        return row.get(Feature.REMAINING_DAYS) + eta.score(row.values());
    }

    /** The row for the delay model: the slack is that of the learned ETA, not of the lane's plain figures. */
    static float[] delayInput(LinearModel eta, FeatureRow row) {
        float[] input = row.values().clone();
        input[Feature.SLACK.ordinal()] = (float) (row.get(Feature.WINDOW_DAYS) - logDays(eta, row));
        return input;
    }
}
