package co.litper.cerebro.benchmarks;

import co.litper.cerebro.decision.Forecast;
import co.litper.cerebro.feature.FeatureRow;
import co.litper.cerebro.feature.Priors;
import co.litper.cerebro.feature.ShipmentContext;
import co.litper.cerebro.model.DeliveryLearner;
import co.litper.cerebro.model.DeliveryModels;
import co.litper.cerebro.model.DeliveryOutcome;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Re-lives orders as events in time order: one prediction at purchase, hand-over and delivery told when they happened.
 * Predictions are made on published snapshots, as a shard makes them.
 */
final class OlistRun {
    private static final long DAY_SECONDS = 86_400;

    private OlistRun() {}

    /** What was known about an order before and after. */
    record Prediction(OlistOrder order, Forecast forecast, double ewmaLate, double ewmaDays) {}

    private enum Kind {
        HANDED_OVER,
        DELIVERED,
        PURCHASED
    }

    private record Happening(Instant at, Kind kind, OlistOrder order) {}

    /** One prediction an order, in order of purchase. */
    static List<Prediction> predict(List<OlistOrder> orders, Priors priors, double ewmaStep) {
        DeliveryLearner learner = new DeliveryLearner(priors);
        RouteEwma ewma = new RouteEwma(ewmaStep);
        List<Prediction> predictions = new ArrayList<>(orders.size());
        List<FeatureRow> rows = new ArrayList<>();
        List<ShipmentContext> contexts = new ArrayList<>();
        int most = orders.stream().mapToInt(OlistOrder::id).max().orElse(-1) + 1;
        for (int i = 0; i < most; i++) {
            rows.add(null);
            contexts.add(null);
        }
        DeliveryModels models = learner.snapshot();
        long day = Long.MIN_VALUE;
        for (Happening h : happenings(orders)) {
            OlistOrder order = h.order();
            long today = Math.floorDiv(h.at().getEpochSecond(), DAY_SECONDS);
            if (today != day) {
                day = today;
                learner.advance(Instant.ofEpochSecond(today * DAY_SECONDS));
                models = learner.snapshot();
            }
            switch (h.kind()) {
                case PURCHASED -> {
                    ShipmentContext context = context(order);
                    FeatureRow row = models.features(context);
                    rows.set(order.id(), row);
                    contexts.set(order.id(), context);
                    predictions.add(new Prediction(order, models.predict(row), ewma.lateRate(order), ewma.days(order)));
                    learner.opened(order.id(), row, context);
                }
                case HANDED_OVER -> learner.handedOver(contexts.get(order.id()), h.at());
                case DELIVERED -> {
                    learner.ended(
                            order.id(),
                            rows.get(order.id()),
                            contexts.get(order.id()),
                            DeliveryOutcome.delivered(h.at(), order.isLate(), false));
                    ewma.learn(order);
                }
            }
        }
        return predictions;
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
                ShipmentContext.UNTOLD);
    }
}
