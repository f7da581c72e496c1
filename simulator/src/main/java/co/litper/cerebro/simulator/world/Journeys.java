package co.litper.cerebro.simulator.world;

import co.litper.cerebro.event.CustomerEvent.CustomerFeedback;
import co.litper.cerebro.event.LifecycleEvent.OrderCancelled;
import co.litper.cerebro.event.LifecycleEvent.OrderCreated;
import co.litper.cerebro.event.LogisticsEvent.GuideCreated;
import co.litper.cerebro.event.ParcelFacts;
import co.litper.cerebro.simulator.Ending;
import co.litper.cerebro.simulator.world.Agenda.Kind;
import co.litper.cerebro.simulator.world.Parcel.Phase;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.time.Instant;

/** A parcel's way from the order to the door, as long as nothing goes wrong. */
final class Journeys {
    /** The shop confirms before a guide can be made; until shortly before, the customer may call off. */
    static final long CONFIRMED_MS = 45 * Days.MINUTE;

    static final long CANCELLED_MS = 40 * Days.MINUTE;
    /** What is given to a carrier by this hour is picked up the same evening. */
    private static final double PICKUP_CLOSES = 16;

    private static final int CAUSES = 16;

    private final Scene scene;
    private final Nature nature;
    private final Novedades novedades;
    private final double cancel;
    private final double loss;
    private final double feedback;
    private final double[] chances = new double[Cause.AT_DOOR];

    Journeys(Scene scene, Novedades novedades) {
        this.scene = scene;
        this.nature = scene.nature;
        this.novedades = novedades;
        cancel = nature.p.get("demand.cancel");
        loss = nature.p.get("carrier.loss");
        feedback = nature.p.get("demand.feedback");
    }

    void ordered(Order o) {
        Parcel x = new Parcel(o);
        scene.enter(x);
        scene.plan(x, o.cutoffMs(), Kind.CUTOFF);
        mayCallOff(x);
        scene.tell(x, Feed.SHOP, new OrderCreated(o.id(), facts(x)));
    }

    /** Some customers think better of it before the guide is made. */
    void mayCallOff(Parcel x) {
        if (scene.unit(x, Purpose.CANCEL) < cancel) {
            long later = (long) (scene.unit(x, Purpose.CANCEL_TIME) * CANCELLED_MS);
            scene.plan(x, x.order.atMs() + later, Kind.CANCEL);
        }
    }

    void cancelled(Parcel x) {
        scene.tell(x, Feed.SHOP, new OrderCancelled(x.order.id(), "customer"));
        scene.end(x, Ending.CANCELLED);
    }

    /** Gives the parcel to a carrier; the guide follows. */
    void choose(Parcel x, int carrier, boolean byPlayer) {
        x.carrier = carrier;
        x.chosenByPlayer = byPlayer;
        x.phase = Phase.CHOSEN;
        x.plan++;
        long soon = scene.now + Days.MINUTE + (long) (scene.unit(x, Purpose.GUIDE_DELAY) * 3 * Days.MINUTE);
        scene.plan(x, Math.max(soon, x.order.atMs() + CONFIRMED_MS), Kind.GUIDE);
    }

    void guideMade(Parcel x) {
        Order o = x.order;
        var tariff = nature.lanes.tariff(x.carrier, o.place());
        double price = nature.faults.freight(x.carrier, Days.dayOf(scene.now));
        x.freight = Math.round(tariff.freightCop() * price / 100) * 100 + nature.lanes.surcharge(o.weightKg());
        x.back = Math.round(tariff.returnFreightCop() * price / 100) * 100;
        x.guide = (x.carrier + 1) + "0" + (10_000_000L + o.number());
        x.phase = Phase.GUIDED;
        x.pickupDay = pickupDay(nature.days, o.cutoffMs());
        nature.load.handedOver(x.carrier);
        scene.plan(x, Days.at(x.pickupDay, 17 + 2.5 * scene.unit(x, Purpose.SCAN_TIME, 0)), Kind.SHIPPED);
        scene.tell(x, Feed.SHOP, new GuideCreated(x.guide, o.id(), facts(x)));
    }

    /** The evening on which the carrier comes: by the order's cutoff, whoever chose. */
    static int pickupDay(Days days, long cutoffMs) {
        int day = Days.dayOf(cutoffMs);
        boolean sameDay = Days.hourOf(cutoffMs) < PICKUP_CLOSES;
        return days.plusWorking(sameDay ? day : day + 1, 0);
    }

    void shipped(Parcel x) {
        x.phase = Phase.MOVING;
        scene.scan(x, ShipmentState.SHIPPED);
        double median = nature.transit.median(x.order, x.carrier, x.pickupDay);
        int n = nature.transit.days(median, nature.luck.normal(x.order.number(), Purpose.TRANSIT, 0));
        x.attemptDay = nature.days.plusWorking(x.pickupDay, n);
        double unit = scene.unit(x, Purpose.SCAN_TIME, 1);
        long midway = n == 1
                ? Days.at(x.attemptDay, 3 + 2 * unit)
                : Days.at(nature.days.plusWorking(x.pickupDay, n / 2), 10 + 6 * unit);
        scene.plan(x, midway, Kind.TRANSIT);
        if (scene.unit(x, Purpose.LOSS) < loss) {
            int missed = nature.days.plusWorking(x.attemptDay, 1);
            scene.plan(x, Days.at(missed, 10 + 4 * scene.unit(x, Purpose.LOSS_TIME)), Kind.LOST);
        } else {
            goOut(x);
        }
    }

    /** Plans the tour of the attempt's day. */
    private void goOut(Parcel x) {
        scene.plan(x, Days.at(x.attemptDay, 7 + 2.9 * scene.unit(x, Purpose.OUT_TIME, x.attempt)), Kind.OUT);
    }

    void inTransit(Parcel x) {
        scene.scan(x, ShipmentState.IN_TRANSIT);
    }

    /** Out to the door once more, as the carrier was told. */
    void again(Parcel x) {
        goOut(x);
    }

    void out(Parcel x) {
        x.phase = Phase.OUT;
        scene.scan(x, ShipmentState.OUT_FOR_DELIVERY);
        scene.plan(x, resultMs(x.attemptDay, scene.unit(x, Purpose.RESULT_TIME, x.attempt)), Kind.RESULT);
    }

    /** When the courier stands at the door. */
    static long resultMs(int day, double unit) {
        return Days.at(day, 10 + 5.5 * unit);
    }

    void atTheDoor(Parcel x) {
        double told = nature.attempts.freshness(x.toldMs, scene.now);
        nature.attempts.chances(
                x.order, x.carrier, x.attemptDay, x.attempt, x.last, x.cured, x.addressRight, x.firm, told, chances);
        for (int i = 0; i < Cause.AT_DOOR; i++) {
            if (scene.unit(x, Purpose.CAUSE, x.attempt * CAUSES + i) < chances[i]) {
                novedades.report(x, Cause.ALL.get(i));
                return;
            }
        }
        delivered(x);
    }

    void delivered(Parcel x) {
        scene.scan(x, ShipmentState.DELIVERED);
        scene.end(x, Ending.DELIVERED);
        if (scene.unit(x, Purpose.FEEDBACK) < feedback) {
            long later = scene.now + Math.round((2 + 20 * scene.unit(x, Purpose.FEEDBACK, 1)) * Days.HOUR);
            scene.plan(x, later, Kind.FEEDBACK);
        }
    }

    /** Customers judge lateness and trouble. */
    void judged(Parcel x) {
        int late = Math.max(0, x.attemptDay - Days.dayOf(x.order.promisedMs()));
        double mood = 4.6 - 0.6 * late - 0.4 * x.issues.size() + 1.2 * (scene.unit(x, Purpose.SCORE) - 0.5);
        int score = (int) Math.clamp(Math.round(mood), 1, 5);
        scene.tell(x, Feed.CHAT, new CustomerFeedback(x.order.customer().ref(), x.guide, score));
    }

    private static ParcelFacts facts(Parcel x) {
        Order o = x.order;
        boolean guided = x.carrier != Fleet.NONE;
        return new ParcelFacts(
                o.customer().ref(),
                Geography.ORIGINS.get(o.origin()),
                o.place().code(),
                guided ? Fleet.CARRIERS.get(x.carrier) : Carrier.UNKNOWN,
                o.cod(),
                o.value(),
                guided ? x.freight : ParcelFacts.UNTOLD,
                guided ? x.back : ParcelFacts.UNTOLD,
                o.goods(),
                o.weightKg(),
                o.pieces(),
                o.category(),
                o.shop(),
                Instant.ofEpochMilli(o.promisedMs()));
    }
}
