package co.litper.cerebro.server.demo;

import co.litper.cerebro.server.demo.DemoGuide.Step;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.ShipmentState;
import co.litper.cerebro.world.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lives the life of one parcel from order to end. Used once; not thread-safe. */
final class DemoJourney {
    private static final double CANCELLED = 0.035;
    private static final double TO_OFFICE = 0.04;
    private static final double COLLECTED = 0.7;
    /** Parcels that lie somewhere for days. */
    private static final double STUCK = 0.08;
    /** Carriers try this often before they send a parcel back. */
    private static final int MAX_ATTEMPTS = 3;
    /** Each further attempt fails less often. */
    private static final double LATER_ATTEMPTS = 0.7;

    private final Luck luck;
    private final DemoCarrier carrier;
    private final DemoCity city;
    private final double slowness;
    private final double issueRate;
    private final List<Step> steps = new ArrayList<>();

    DemoJourney(Luck luck, DemoCarrier carrier, DemoCity city, double slowness, double issueRate) {
        this.luck = luck;
        this.carrier = carrier;
        this.city = city;
        this.slowness = slowness;
        this.issueRate = issueRate;
    }

    /** All that happens to a parcel that was ordered at {@code ordered}. */
    List<Step> steps(Instant ordered) {
        Instant at = hours(ordered, 0.1, 2.5);
        step(at, ShipmentState.CREATED);
        if (luck.happens(CANCELLED)) {
            step(hours(at, 2, 30), ShipmentState.CANCELLED);
            return steps;
        }
        at = travel(at);
        if (luck.happens(TO_OFFICE)) {
            office(at);
        } else {
            deliver(at);
        }
        return steps;
    }

    private Instant travel(Instant created) {
        Instant at = hours(created, 2, 20);
        step(at, ShipmentState.PROCESSING);
        at = hours(at, 4, 20);
        step(at, ShipmentState.SHIPPED);
        int hops = luck.whole(1, 4);
        double hoursPerHop = 24 * city.farDays() * slowness / hops;
        for (int i = 0; i < hops; i++) {
            at = hours(at, 0.7 * hoursPerHop, 1.3 * hoursPerHop);
            if (luck.happens(STUCK * slowness / hops)) {
                at = hours(at, 24, 96);
            }
            step(at, ShipmentState.IN_TRANSIT);
        }
        return at;
    }

    private void office(Instant arrived) {
        Instant at = hours(arrived, 1, 8);
        step(at, ShipmentState.IN_OFFICE);
        if (luck.happens(COLLECTED)) {
            step(hours(at, 6, 96), ShipmentState.DELIVERED);
        } else {
            back(hours(at, 96, 168));
        }
    }

    private void deliver(Instant arrived) {
        Instant at = arrived;
        double risk = issueRate;
        for (int attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
            at = nextMorning(at);
            step(at, ShipmentState.OUT_FOR_DELIVERY);
            at = hours(at, 1.5, 9);
            if (!luck.happens(risk)) {
                step(at, ShipmentState.DELIVERED);
                return;
            }
            DemoIssue issue = DemoIssue.at(luck.unit());
            String words = luck.oneOf(issue.texts());
            add(at, ShipmentState.ISSUE, Optional.of(issue.reason()), words);
            // Teams that answer by hand need days.
            at = hours(at, 24, 144);
            if (!luck.happens(issue.rescued()) || attempt == MAX_ATTEMPTS) {
                back(at);
                return;
            }
            risk *= LATER_ATTEMPTS;
        }
    }

    private void back(Instant from) {
        addReturned(from, "EN DEVOLUCION");
        addReturned(hours(from, 48, 168), luck.oneOf(List.of("DEVUELTO", "DEVOLUCION", "RETORNADO")));
    }

    private void addReturned(Instant at, String status) {
        steps.add(new Step(at, ShipmentState.RETURNED, Optional.empty(), status, status));
    }

    private void step(Instant at, ShipmentState state) {
        add(at, state, Optional.empty(), "");
    }

    private void add(Instant at, ShipmentState state, Optional<IssueReason> reason, String words) {
        String status = luck.oneOf(carrier.words(state));
        steps.add(new Step(at, state, reason, status, words.isEmpty() ? status : words));
    }

    private Instant hours(Instant from, double least, double most) {
        return from.plusSeconds(
                (long) (luck.between(least, most) * Duration.ofHours(1).toSeconds()));
    }

    /** The next time that a vehicle leaves: in the morning, never on a Sunday. */
    private Instant nextMorning(Instant after) {
        LocalTime leaves = LocalTime.of(7, 0).plusMinutes(luck.whole(0, 150));
        LocalDate day = DemoWorld.day(after);
        if (!day.atTime(leaves).atZone(Clock.BOGOTA).toInstant().isAfter(after)) {
            day = day.plusDays(1);
        }
        if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.plusDays(1);
        }
        return day.atTime(leaves).atZone(Clock.BOGOTA).toInstant();
    }
}
