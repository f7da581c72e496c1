package co.litper.cerebro.benchmarks;

import co.litper.cerebro.decision.Forecast;
import co.litper.cerebro.feature.FeatureRow;
import co.litper.cerebro.feature.Priors;
import co.litper.cerebro.feature.ShipmentContext;
import co.litper.cerebro.model.DeliveryLearner;
import co.litper.cerebro.model.DeliveryModels;
import co.litper.cerebro.model.DeliveryOutcome;
import co.litper.cerebro.model.Known;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Re-lives orders as events in time order: one prediction at purchase, hand-over and delivery told when they happened.
 * Predictions are made on published snapshots, as a shard makes them.
 */
final class OlistRun {
    private static final long DAY_SECONDS = 86_400;

    private final DeliveryLearner learner;
    private final RouteEwma ewma;
    private final List<Prediction> predictions = new ArrayList<>();
    private final Map<Long, Known> known = new HashMap<>();
    private DeliveryModels models;
    private long day = Long.MIN_VALUE;

    private OlistRun(Priors priors, double ewmaStep) {
        learner = new DeliveryLearner(priors);
        ewma = new RouteEwma(ewmaStep);
        models = learner.snapshot();
    }

    /** What was said of an order at purchase, by us, by the route EWMA and by the running mean of all. */
    record Prediction(
            OlistOrder order,
            Forecast forecast,
            double uncalibrated,
            double ewmaLate,
            double ewmaDays,
            double meanLate,
            double meanDays) {}

    private enum Kind {
        PURCHASED,
        HANDED_OVER,
        DELIVERED
    }

    private record Happening(Instant at, Kind kind, OlistOrder order) {}

    /** One prediction an order, in order of purchase. */
    static List<Prediction> predict(List<OlistOrder> orders, Priors priors, double ewmaStep) {
        return new OlistRun(priors, ewmaStep).relive(orders);
    }

    private List<Prediction> relive(List<OlistOrder> orders) {
        for (Happening h : happenings(orders)) {
            tick(Math.floorDiv(h.at().getEpochSecond(), DAY_SECONDS));
            switch (h.kind()) {
                case PURCHASED -> purchased(h.order());
                case HANDED_OVER -> learner.handedOver(known(h).context(), h.at());
                case DELIVERED -> {
                    Known known = known(h);
                    DeliveryOutcome outcome =
                            DeliveryOutcome.delivered(h.at(), h.order().isLate(), false);
                    learner.ended(h.order().id(), known.row(), known.context(), outcome);
                    ewma.learn(h.order());
                }
            }
        }
        return predictions;
    }

    /** Each midnight time is told and a snapshot published. */
    private void tick(long today) {
        if (today != day) {
            day = today;
            learner.advance(Instant.ofEpochSecond(today * DAY_SECONDS), id -> Optional.ofNullable(known.get(id)));
            models = learner.snapshot();
        }
    }

    private void purchased(OlistOrder order) {
        ShipmentContext context = context(order);
        FeatureRow row = models.features(context);
        known.put((long) order.id(), new Known(row, context));
        predictions.add(new Prediction(
                order,
                models.predict(row),
                models.uncalibratedDelay(row),
                ewma.lateRate(order),
                ewma.days(order),
                ewma.meanLateRate(),
                ewma.meanDays()));
        learner.opened(order.id(), row, context);
    }

    private Known known(Happening h) {
        return Objects.requireNonNull(
                known.get((long) h.order().id()), "an order is bought before anything else happens to it");
    }

    private static List<Happening> happenings(List<OlistOrder> orders) {
        List<Happening> all = new ArrayList<>(orders.size() * 3);
        for (OlistOrder order : orders) {
            all.add(new Happening(order.purchased(), Kind.PURCHASED, order));
            Instant handed = order.handedOver();
            if (handed != null && handed.isAfter(order.purchased())) {
                all.add(new Happening(handed, Kind.HANDED_OVER, order));
            }
            Instant delivered = order.delivered();
            if (delivered != null) {
                all.add(new Happening(delivered, Kind.DELIVERED, order));
            }
        }
        all.sort(Comparator.comparing(Happening::at)
                .thenComparing(Happening::kind)
                .thenComparing(h -> h.order().id()));
        return all;
    }

    private static ShipmentContext context(OlistOrder o) {
        return new ShipmentContext(
                ShipmentContext.key(o.seller()),
                ShipmentContext.key(o.sellerState()),
                new CityCode(o.customerState() + o.customerZip()),
                Carrier.UNKNOWN,
                ShipmentContext.key(o.category()),
                false,
                o.price(),
                o.freight(),
                o.weightKg(),
                o.purchased(),
                o.purchased(),
                o.promiseEnd(),
                ShipmentState.CREATED,
                Double.NaN,
                0,
                ShipmentContext.UNTOLD,
                ShipmentContext.UNTOLD,
                ShipmentContext.UNTOLD,
                Double.NaN);
    }
}
