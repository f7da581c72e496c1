package co.litper.cerebro.logistics;

import co.litper.cerebro.event.ParcelFacts;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.PersonRef;
import co.litper.cerebro.vocabulary.ShipmentState;
import co.litper.cerebro.world.WireReader;
import co.litper.cerebro.world.WireVersions;
import co.litper.cerebro.world.WireWriter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order and its shipment, folded from events. Owned by one thread.
 *
 * <p>Order of events: what is told later by valid time wins; an older claim fills gaps and is counted, never applied. A
 * step back on the journey is applied only where carriers really go back, from a failed attempt or an office into transit;
 * any other is counted in {@link #stepsBack()}. An end yields only to another end that is told later.
 */
public final class ParcelState {
    /** No time known. */
    public static final long NO_TIME = Long.MIN_VALUE;

    private static final int WIRE_VERSION = 1;

    private String guideNumber = "";
    private String orderId = "";
    private ParcelFacts facts = ParcelFacts.NOTHING;
    private ShipmentState state = ShipmentState.CREATED;
    private String rawStatus = "";
    private boolean known;
    private boolean confirmed;
    private boolean historical;
    private long createdAtMs = NO_TIME;
    private long movedAtMs = NO_TIME;
    private long endedAtMs = NO_TIME;
    private @Nullable IssueReason issue;
    private long issueAtMs = NO_TIME;
    private boolean issueAnswered;
    private int issues;
    private int failedAttempts;
    private int stepsBack;
    private long version;

    /** Notes numbers that identify the parcel; what is empty is not told. */
    public void identify(String orderIdTold, String guideTold) {
        if (!orderIdTold.isEmpty() && orderId.isEmpty()) {
            orderId = orderIdTold;
        }
        if (!guideTold.isEmpty()) {
            guideNumber = guideTold;
        }
    }

    /** Lays what a source tells of the parcel over what is known. Returns true if something new was told. */
    public boolean learn(ParcelFacts told, long createdMs, boolean isHistorical) {
        ParcelFacts merged = FactsMerge.merge(facts, told);
        boolean changed = !merged.equals(facts);
        facts = merged;
        if (createdMs != NO_TIME && (createdAtMs == NO_TIME || createdMs < createdAtMs)) {
            changed |= createdAtMs != createdMs;
            createdAtMs = createdMs;
        }
        historical = isHistorical;
        if (changed) {
            version++;
        }
        return changed;
    }

    /** Sets until when the parcel should come, unless that is known. */
    public void promiseIfNone(@Nullable Instant promisedAt) {
        if (promisedAt != null && facts.promisedAt() == null) {
            facts = facts.withPromise(promisedAt);
        }
    }

    /** The carrier was chosen, by us or by people. */
    public void assignCarrier(Carrier carrier) {
        if (!carrier.equals(Carrier.UNKNOWN) && !carrier.equals(facts.carrier())) {
            facts = facts.withCarrier(carrier);
            version++;
        }
    }

    /** The customer confirmed. */
    public void confirm() {
        confirmed = true;
    }

    /**
     * Applies a claim that the parcel stands at {@code told} since {@code atMs}.
     *
     * @param reason why, if {@code told} is {@code ISSUE}
     * @param learned passed on into the change
     */
    public Change moveTo(
            ShipmentState told,
            @Nullable IssueReason reason,
            String raw,
            long atMs,
            boolean answered,
            boolean learned) {
        boolean first = !known;
        ShipmentState before = state;
        known = true;
        if (createdAtMs == NO_TIME) {
            createdAtMs = atMs;
        }
        boolean stale = movedAtMs != NO_TIME && atMs < movedAtMs;
        boolean back = isStepBack(told, stale);
        boolean apply = first || mayApply(told, stale, back, atMs);
        if (!apply) {
            stepsBack += back ? 1 : 0;
            return new Change(first, before, state, false, false, false, back, false, learned);
        }
        boolean wasOpen = hasOpenIssue();
        boolean sameIssue = wasOpen && told == ShipmentState.ISSUE && reason == issue && atMs == issueAtMs;
        state = told;
        rawStatus = raw;
        movedAtMs = movedAtMs == NO_TIME ? atMs : Math.max(movedAtMs, atMs);
        stepsBack += back ? 1 : 0;
        boolean opened = applyIssue(told, reason, atMs, answered, sameIssue);
        if (told.isEnd()) {
            endedAtMs = atMs;
        }
        boolean moved = before != state && !first;
        if (moved || opened || first) {
            version++;
        }
        return new Change(first, before, state, moved, opened, wasOpen && !hasOpenIssue(), back, false, learned);
    }

    private boolean applyIssue(
            ShipmentState told, @Nullable IssueReason reason, long atMs, boolean answered, boolean sameIssue) {
        if (told == ShipmentState.ISSUE) {
            if (sameIssue) {
                issueAnswered |= answered;
                return false;
            }
            issue = reason == null ? IssueReason.OTHER : reason;
            issueAtMs = atMs;
            issueAnswered = answered;
            issues++;
            return !answered;
        }
        if (issue != null) {
            issueAnswered = true;
        }
        return false;
    }

    /** A novedad was answered. Returns what changed. */
    public Change answerIssue() {
        boolean wasOpen = hasOpenIssue();
        issueAnswered = true;
        if (wasOpen) {
            version++;
        }
        return new Change(!known, state, state, false, false, wasOpen, false, false, false);
    }

    /** A past novedad was told of a parcel that has moved on since. */
    public void notePastIssue() {
        issues = Math.max(issues, 1);
    }

    /** A delivery attempt failed. */
    public void noteFailedAttempt(int attempt) {
        failedAttempts = Math.max(failedAttempts + (attempt == 0 ? 1 : 0), attempt);
    }

    /** Nothing moved; something may have been told. */
    public Change unmoved(boolean learned) {
        boolean first = !known;
        known = true;
        return new Change(first, state, state, false, false, false, false, false, learned);
    }

    /** Takes over what another record of the same parcel knew, when two numbers turn out to mean one parcel. */
    public void absorb(ParcelState other) {
        facts = FactsMerge.merge(other.facts, facts);
        if (orderId.isEmpty()) {
            orderId = other.orderId;
        }
        if (other.createdAtMs != NO_TIME && (createdAtMs == NO_TIME || other.createdAtMs < createdAtMs)) {
            createdAtMs = other.createdAtMs;
        }
        confirmed |= other.confirmed;
        issues = Math.max(issues, other.issues);
        version++;
    }

    private boolean isStepBack(ShipmentState told, boolean stale) {
        return !stale && told.rank() < state.rank() && !returnsToJourney(told);
    }

    /** After a failed attempt or an office stay, transit and delivery begin again. */
    private boolean returnsToJourney(ShipmentState told) {
        return (state == ShipmentState.ISSUE || state == ShipmentState.IN_OFFICE)
                && (told == ShipmentState.IN_TRANSIT
                        || told == ShipmentState.OUT_FOR_DELIVERY
                        || told == ShipmentState.SHIPPED
                        || told == ShipmentState.IN_OFFICE
                        || told == ShipmentState.ISSUE);
    }

    private boolean mayApply(ShipmentState told, boolean stale, boolean back, long atMs) {
        if (stale || back) {
            return false;
        }
        if (state.isEnd()) {
            return told.isEnd() && told != state && atMs > movedAtMs;
        }
        return told != state || told == ShipmentState.ISSUE || atMs > movedAtMs;
    }

    public boolean isKnown() {
        return known;
    }

    public String guideNumber() {
        return guideNumber;
    }

    public String orderId() {
        return orderId;
    }

    public ParcelFacts facts() {
        return facts;
    }

    public PersonRef customer() {
        return facts.customer();
    }

    public Carrier carrier() {
        return facts.carrier();
    }

    public CityCode destination() {
        return facts.destination();
    }

    public ShipmentState state() {
        return state;
    }

    /** The last status as the source wrote it. */
    public String rawStatus() {
        return rawStatus;
    }

    public boolean isConfirmed() {
        return confirmed;
    }

    /** True if the last word on this parcel was historical, so that no effect may follow from it. */
    public boolean isHistorical() {
        return historical;
    }

    /** Epoch milliseconds when the parcel came into the world, or {@link #NO_TIME}. */
    public long createdAtMs() {
        return createdAtMs;
    }

    /** Epoch milliseconds of the last movement, or {@link #NO_TIME}. */
    public long movedAtMs() {
        return movedAtMs;
    }

    /** Epoch milliseconds of the end, or {@link #NO_TIME}. */
    public long endedAtMs() {
        return endedAtMs;
    }

    /** The last novedad's reason, or null if there never was one. */
    public @Nullable IssueReason issue() {
        return issue;
    }

    /** Epoch milliseconds when the last novedad was reported, or {@link #NO_TIME}. */
    public long issueAtMs() {
        return issueAtMs;
    }

    /** True while a novedad waits for an answer. */
    public boolean hasOpenIssue() {
        return state == ShipmentState.ISSUE && !issueAnswered;
    }

    /** How many novedades there were. */
    public int issues() {
        return issues;
    }

    public int failedAttempts() {
        return failedAttempts;
    }

    /** How often a source claimed an earlier state. */
    public int stepsBack() {
        return stepsBack;
    }

    /** Rises with every change that a decision or an effect may depend on. */
    public long version() {
        return version;
    }

    /** True if it came, or by {@code nowMs} is certain to come, after its promise. False without a promise. */
    public boolean isLate(long nowMs) {
        Instant promised = facts.promisedAt();
        if (promised == null || state == ShipmentState.RETURNED || state == ShipmentState.CANCELLED) {
            return false;
        }
        return (endedAtMs == NO_TIME ? nowMs : endedAtMs) > promised.toEpochMilli();
    }

    public void write(WireWriter out) {
        out.octet(WIRE_VERSION).text(guideNumber).text(orderId);
        FactsMerge.write(facts, out);
        out.octet(state.ordinal()).text(rawStatus);
        out.octet((known ? 1 : 0) | (confirmed ? 2 : 0) | (historical ? 4 : 0) | (issueAnswered ? 8 : 0));
        out.varint(createdAtMs).varint(movedAtMs).varint(endedAtMs);
        out.octet(issue == null ? 0 : issue.ordinal() + 1).varint(issueAtMs);
        out.varint(issues).varint(failedAttempts).varint(stepsBack).varint(version);
    }

    /** Reads what {@link #write} wrote. */
    public static ParcelState read(WireReader in) {
        WireVersions.require("parcel state", in.octet(), WIRE_VERSION);
        ParcelState p = new ParcelState();
        p.guideNumber = in.text();
        p.orderId = in.text();
        p.facts = FactsMerge.read(in);
        p.state = ShipmentState.values()[in.octet()];
        p.rawStatus = in.text();
        int flags = in.octet();
        p.known = (flags & 1) != 0;
        p.confirmed = (flags & 2) != 0;
        p.historical = (flags & 4) != 0;
        p.issueAnswered = (flags & 8) != 0;
        p.createdAtMs = in.varint();
        p.movedAtMs = in.varint();
        p.endedAtMs = in.varint();
        int reason = in.octet();
        p.issue = reason == 0 ? null : IssueReason.values()[reason - 1];
        p.issueAtMs = in.varint();
        p.issues = in.varintAsInt();
        p.failedAttempts = in.varintAsInt();
        p.stepsBack = in.varintAsInt();
        p.version = in.varint();
        return p;
    }
}
