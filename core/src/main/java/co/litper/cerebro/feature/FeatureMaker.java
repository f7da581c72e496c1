package co.litper.cerebro.feature;

import co.litper.cerebro.vocabulary.Carrier;
import java.time.Duration;
import java.time.Instant;

/**
 * Makes the feature row of a shipment from published statistics. A pure function of view and context: it looks at nothing
 * that was not known at {@code context.at()}. Immutable and thread-safe; its cost is what {@code PredictionSpeed} of the benchmarks prints.
 *
 * <p>Rates and days of rare subjects are shrunk to those of their parent, which are shrunk in turn: lane (origin to city) to
 * lane (origin to department) to department to everything to {@link Priors}. {@link #SHRINK} is the number of shipments at
 * which a subject and its parent count the same.
 */
public final class FeatureMaker {
    /** Shipments at which own experience weighs as much as the parent's, for rates. */
    static final double SHRINK = 30;
    /** The same for days, which vary less. */
    static final double SHRINK_DAYS = 8;
    /** Weight of the priors, in shipments. */
    static final double PRIOR_WEIGHT = 50;

    static final double LEAST_KG = 0.1;
    /** Least share of the expected days that are left however long a shipment is under way. */
    private static final double LEAST_LEFT = 0.25;
    /** Earlier orders at which a customer's own rate weighs as much as everybody's. */
    private static final double CUSTOMER_SHRINK = 3;

    /** Share of its capacity up to which a carrier is as quick as ever: queues grow near the limit. */
    private static final double CROWDED_FROM = 0.8;

    private static final double MS_PER_DAY = 86_400_000.0;
    private static final double SECONDS_PER_DAY = 86_400;
    private static final double BOGOTA_SECONDS = -5 * 3_600.0;
    /** 1970-01-01 was a Thursday: days since Monday. */
    private static final int EPOCH_WEEKDAY = 3;

    private final AggregateView view;
    private final Priors priors;

    public FeatureMaker(AggregateView view, Priors priors) {
        this.view = view;
        this.priors = priors;
    }

    /** The row of a shipment, as of {@code context.at()}. */
    public FeatureRow row(ShipmentContext context) {
        return FeatureRow.rounding(new Filling(context).fill());
    }

    /** One row in the making. */
    private final class Filling {
        private final float[] out = new float[Feature.COUNT];
        private final ShipmentContext c;
        private final int minute;
        private final int[] places = new int[Scope.ALL.size()];
        private final double[] lefts = new double[Scope.ALL.size()];

        Filling(ShipmentContext context) {
            c = context;
            minute = Observation.minute(context.at());
            SubjectKeys keys = new SubjectKeys(context);
            for (Scope scope : Scope.ALL) {
                long key = keys.of(scope);
                int place = key == SubjectKeys.NONE ? AggregateView.NOWHERE : view.find(key);
                places[scope.ordinal()] = place;
                lefts[scope.ordinal()] = place < 0 ? 0 : view.left(scope, place, minute);
            }
        }

        float[] fill() {
            lateness();
            issuesAndReturns();
            days();
            shipment();
            return out;
        }

        private void put(Feature feature, double value) {
            out[feature.ordinal()] = (float) value;
        }

        /** A subject's mean of a total, shrunk to its parent's. */
        private double mean(Scope scope, Stat weight, Stat total, double parent, double shrink) {
            int place = places[scope.ordinal()];
            if (place < 0) {
                return parent;
            }
            double left = lefts[scope.ordinal()];
            return (left * view.sum(place, total) + shrink * parent) / (left * view.sum(place, weight) + shrink);
        }

        private double rate(Scope scope, Stat weight, Stat total, double parent) {
            return mean(scope, weight, total, parent, SHRINK);
        }

        private void lateness() {
            double global = mean(Scope.GLOBAL, Stat.JUDGED, Stat.LATE, priors.lateRate(), PRIOR_WEIGHT);
            double recent = rate(Scope.GLOBAL_RECENT, Stat.JUDGED, Stat.LATE, global);
            double department = rate(Scope.DEPARTMENT, Stat.JUDGED, Stat.LATE, global);
            double wide = rate(Scope.LANE_WIDE, Stat.JUDGED, Stat.LATE, department);
            put(Feature.LATE_GLOBAL, logit(global));
            put(Feature.LATE_RECENT, logit(recent));
            put(
                    Feature.LATE_DEPARTMENT_RECENT,
                    logit(rate(Scope.DEPARTMENT_RECENT, Stat.JUDGED, Stat.LATE, (recent + department) / 2)));
            put(Feature.LATE_LANE, logit(rate(Scope.LANE, Stat.JUDGED, Stat.LATE, wide)));
            double carrier = rate(Scope.CARRIER, Stat.JUDGED, Stat.LATE, global);
            putCarrier(Feature.LATE_CARRIER, logit(carrier));
            double there = rate(Scope.CARRIER_DEPARTMENT, Stat.JUDGED, Stat.LATE, (carrier + department) / 2);
            putCarrier(Feature.LATE_CARRIER_CITY, logit(rate(Scope.CARRIER_CITY, Stat.JUDGED, Stat.LATE, there)));
            putMerchant(Feature.LATE_MERCHANT, logit(rate(Scope.MERCHANT, Stat.JUDGED, Stat.LATE, global)));
            double behind = rate(Scope.GLOBAL_RECENT, Stat.DUE, Stat.BEHIND, 0.5);
            put(Feature.BEHIND_RECENT, logit(behind));
            put(Feature.BEHIND_DEPARTMENT, logit(rate(Scope.DEPARTMENT_RECENT, Stat.DUE, Stat.BEHIND, behind)));
            putMerchant(Feature.BEHIND_MERCHANT, logit(rate(Scope.MERCHANT_RECENT, Stat.DUE, Stat.BEHIND, behind)));
        }

        private void issuesAndReturns() {
            double issue = mean(Scope.GLOBAL, Stat.SETTLED, Stat.ISSUE, priors.issueRate(), PRIOR_WEIGHT);
            double back = mean(Scope.GLOBAL, Stat.SETTLED, Stat.RETURNED, priors.returnRate(), PRIOR_WEIGHT);
            chain(Stat.ISSUE, issue, Feature.ISSUE_LANE, Feature.ISSUE_CARRIER_CITY, Feature.ISSUE_MERCHANT);
            chain(Stat.RETURNED, back, Feature.RETURN_LANE, Feature.RETURN_CARRIER_CITY, Feature.RETURN_MERCHANT);
            put(Feature.CUSTOMER_ISSUES, customer(c.customerIssues(), issue));
            put(Feature.CUSTOMER_RETURNS, customer(c.customerReturns(), back));
        }

        private void chain(Stat total, double global, Feature lane, Feature carrierCity, Feature merchant) {
            double department = rate(Scope.DEPARTMENT, Stat.SETTLED, total, global);
            double wide = rate(Scope.LANE_WIDE, Stat.SETTLED, total, department);
            put(lane, logit(rate(Scope.LANE, Stat.SETTLED, total, wide)));
            double carrier = rate(Scope.CARRIER, Stat.SETTLED, total, global);
            double there = rate(Scope.CARRIER_DEPARTMENT, Stat.SETTLED, total, (carrier + department) / 2);
            putCarrier(carrierCity, logit(rate(Scope.CARRIER_CITY, Stat.SETTLED, total, there)));
            putMerchant(merchant, logit(rate(Scope.MERCHANT, Stat.SETTLED, total, global)));
        }

        private double customer(int bad, double rate) {
            return bad < 0 || c.customerOrders() < 0
                    ? Double.NaN
                    : logit((bad + CUSTOMER_SHRINK * rate) / (Math.max(bad, c.customerOrders()) + CUSTOMER_SHRINK));
        }

        private void days() {
            double global =
                    mean(Scope.GLOBAL, Stat.DELIVERED, Stat.LOG_DAYS, Math.log(priors.transitDays()), SHRINK_DAYS);
            double department = mean(Scope.DEPARTMENT, Stat.DELIVERED, Stat.LOG_DAYS, global, SHRINK_DAYS);
            double wide = mean(Scope.LANE_WIDE, Stat.DELIVERED, Stat.LOG_DAYS, department, SHRINK_DAYS);
            double lane = mean(Scope.LANE, Stat.DELIVERED, Stat.LOG_DAYS, wide, SHRINK_DAYS);
            double recent = mean(Scope.GLOBAL_RECENT, Stat.PACED, Stat.PACE, 0, SHRINK_DAYS);
            put(Feature.EXPECTED_DAYS, lane);
            put(Feature.PACE_RECENT, recent);
            put(Feature.PACE_DEPARTMENT, mean(Scope.DEPARTMENT_RECENT, Stat.PACED, Stat.PACE, recent, SHRINK_DAYS));
            double merchant = mean(Scope.MERCHANT, Stat.PACED, Stat.PACE, 0, SHRINK_DAYS);
            putMerchant(
                    Feature.PACE_MERCHANT, mean(Scope.MERCHANT_RECENT, Stat.PACED, Stat.PACE, merchant, SHRINK_DAYS));
            double carrier = mean(Scope.CARRIER, Stat.PACED, Stat.PACE, 0, SHRINK_DAYS);
            double there = mean(Scope.CARRIER_DEPARTMENT, Stat.PACED, Stat.PACE, carrier, SHRINK_DAYS);
            putCarrier(Feature.PACE_CARRIER, there);
            putCarrier(
                    Feature.PACE_CARRIER_RECENT,
                    mean(Scope.CARRIER_RECENT, Stat.PACED, Stat.PACE, carrier, SHRINK_DAYS));
            putCarrier(Feature.PACE_CARRIER_CITY, mean(Scope.CARRIER_CITY, Stat.PACED, Stat.PACE, there, SHRINK_DAYS));
            double handover =
                    mean(Scope.GLOBAL, Stat.HANDED, Stat.LOG_HANDOVER, Math.log(priors.handoverDays()), SHRINK_DAYS);
            putMerchant(
                    Feature.HANDOVER_DAYS, mean(Scope.MERCHANT, Stat.HANDED, Stat.LOG_HANDOVER, handover, SHRINK_DAYS));
            remaining(Math.exp(lane));
        }

        private void remaining(double expectedDays) {
            double age = Duration.between(c.createdAt(), c.at()).toMillis() / MS_PER_DAY;
            double left = Math.log(Math.max(LEAST_LEFT * expectedDays, expectedDays - age));
            put(Feature.REMAINING_DAYS, left);
            Instant promised = c.promisedAt();
            double window = promised == null
                    ? Double.NaN
                    : Duration.between(c.at(), promised).toMillis() / MS_PER_DAY;
            double logWindow = promised == null ? Double.NaN : Observation.logDays(window);
            put(Feature.WINDOW_DAYS, logWindow);
            put(Feature.SLACK, logWindow - left);
        }

        private void shipment() {
            put(Feature.VALUE, Math.log1p(c.valueCop()));
            put(Feature.FREIGHT, Math.log1p(c.freightCop()));
            put(Feature.WEIGHT, Math.log(c.weightKg() + LEAST_KG));
            put(Feature.COD, c.cod() ? 1 : 0);
            double days = (c.at().getEpochSecond() + BOGOTA_SECONDS) / SECONDS_PER_DAY;
            double hour = (days - Math.floor(days)) * 24;
            double week = 2 * Math.PI * (((long) Math.floor(days) + EPOCH_WEEKDAY) % 7) / 7;
            put(Feature.WEEK_SINE, Math.sin(week));
            put(Feature.WEEK_COSINE, Math.cos(week));
            put(Feature.HOUR, hour);
            put(Feature.PROGRESS, c.state().rank());
            put(Feature.STILL, Math.log1p(c.stillHours()));
            put(Feature.ISSUES, c.issues());
            put(Feature.CARRIER_CROWDED, Math.max(0, c.carrierUse() - CROWDED_FROM));
        }

        private void putCarrier(Feature feature, double value) {
            put(feature, c.carrier().equals(Carrier.UNKNOWN) ? Double.NaN : value);
        }

        private void putMerchant(Feature feature, double value) {
            put(feature, c.merchant() == ShipmentContext.NO_KEY ? Double.NaN : value);
        }
    }

    private static double logit(double rate) {
        return Math.log(rate / (1 - rate));
    }
}
