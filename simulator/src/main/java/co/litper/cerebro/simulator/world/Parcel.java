package co.litper.cerebro.simulator.world;

import co.litper.cerebro.vocabulary.Action;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order on its way, with everything that is true of it. Mutable; belongs to one world. */
final class Parcel {
    /** Where it stands. */
    enum Phase {
        ORDERED,
        /** A carrier was chosen; the guide is about to be made. */
        CHOSEN,
        GUIDED,
        MOVING,
        OUT,
        ISSUE,
        /** The carrier was told to deliver again. */
        AGAIN,
        OFFICE,
        CLAIMED,
        ENDED
    }

    /** What was fixed when it was ordered. */
    final Order order;

    Phase phase = Phase.ORDERED;
    /** Rises with every change of plan; what was planned under an older number is void. */
    int plan;
    /** Events told of it so far: part of their ids. */
    int told;

    String guide = "";
    int carrier = Fleet.NONE;
    boolean chosenByPlayer;
    long freight;
    long back;
    int pickupDay;
    int attemptDay;
    int attempt = 1;
    /** Why the last attempt failed, or null. */
    @Nullable
    Cause last;

    boolean cured;
    boolean addressRight;
    boolean firm;
    /** When the customer read a message of ours about the coming attempt, or 0. */
    long toldMs;

    /** Contacts of every kind, by whomever. */
    int contacts;
    /** Messages about the coming of the parcel. */
    int notices;

    long playerContactMs;
    /** The question whose reply is under way, or null. */
    @Nullable
    Action question;

    long askedMs;
    long replyMs;
    /** When the booked call will be made, or 0. */
    long callMs;

    @Nullable
    Issue issue;

    List<Issue> issues = List.of();
    List<Instant> contactsAt = List.of();
    long messages;
    long calls;
    long claims;

    Parcel(Order order) {
        this.order = order;
    }

    /** A parcel that stands as this one does and goes its own way from here. */
    Parcel copy() {
        return of(order);
    }

    /** A parcel that stands as this one does, whose order is another. */
    Parcel of(Order other) {
        Parcel copy = new Parcel(other);
        copy.phase = phase;
        copy.plan = plan;
        copy.told = told;
        copy.guide = guide;
        copy.carrier = carrier;
        copy.chosenByPlayer = chosenByPlayer;
        copy.freight = freight;
        copy.back = back;
        copy.pickupDay = pickupDay;
        copy.attemptDay = attemptDay;
        copy.attempt = attempt;
        copy.last = last;
        copy.cured = cured;
        copy.addressRight = addressRight;
        copy.firm = firm;
        copy.toldMs = toldMs;
        copy.contacts = contacts;
        copy.notices = notices;
        copy.playerContactMs = playerContactMs;
        copy.question = question;
        copy.askedMs = askedMs;
        copy.replyMs = replyMs;
        copy.callMs = callMs;
        copy.issues = new ArrayList<>(issues.stream().map(Issue::copy).toList());
        copy.issue = issue == null ? null : copy.issues.getLast();
        copy.contactsAt = new ArrayList<>(contactsAt);
        copy.messages = messages;
        copy.calls = calls;
        copy.claims = claims;
        return copy;
    }

    /** Opens a novedad. */
    void open(Issue opened) {
        if (issues.isEmpty()) {
            issues = new ArrayList<>(2);
        }
        issues.add(opened);
        issue = opened;
    }

    /** The open novedad. */
    Issue openIssue() {
        Issue open = issue;
        if (open == null) {
            throw new IllegalStateException("order " + order.id() + " has no open novedad");
        }
        return open;
    }

    /** Notes a contact with the customer, by whomever. */
    void contact(long ms) {
        if (contactsAt.isEmpty()) {
            contactsAt = new ArrayList<>(4);
        }
        contactsAt.add(Instant.ofEpochMilli(ms));
        contacts++;
    }
}
