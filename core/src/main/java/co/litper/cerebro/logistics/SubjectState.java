package co.litper.cerebro.logistics;

import co.litper.cerebro.world.WireReader;
import co.litper.cerebro.world.WireVersions;
import co.litper.cerebro.world.WireWriter;

/**
 * The tally of a subject that many parcels share: a carrier, a city, a lane (carrier to city) or a merchant. Order keys
 * send what they learned here. Owned by one thread.
 */
public final class SubjectState {
    /** Capacity was never told. */
    public static final int CAPACITY_UNTOLD = -1;

    private static final int WIRE_VERSION = 3;

    /** Subjects of the first release: without what was given to them today. */
    private static final int FIRST_VERSION = 1;

    /** Subjects of the second: without what was given to them lately. */
    private static final int SECOND_VERSION = 2;

    /** Weight of the day that ended in what is given on a day lately: some four days count. */
    private static final float NEWS = 0.25f;

    private final Subject subject;
    private long parcels;
    private long delivered;
    private long late;
    private long returned;
    private long cancelled;
    private long issues;
    private long issuesRescued;
    private long transitHours;
    private long decisions;
    private long rewardMilliPoints;
    private long rewardCop;
    private int capacity = CAPACITY_UNTOLD;
    private long givenDay;
    private int givenThatDay;
    /** Parcels given on a day with any, lately, without the present day; negative if there was no such day. */
    private float givenLately = -1;

    private SeenIds seen = new SeenIds();

    public SubjectState(Subject subject) {
        this.subject = subject;
    }

    public void noteParcel() {
        parcels++;
    }

    public void noteIssue() {
        issues++;
    }

    public void noteDecision() {
        decisions++;
    }

    /** Counts a reward in thousandths of a point and in pesos. */
    public void noteReward(long milliPoints, long cop) {
        rewardMilliPoints += milliPoints;
        rewardCop += cop;
    }

    /** Counts a delivery. {@code hours} from start to door, at least 0. */
    public void noteDelivered(boolean wasLate, boolean hadIssue, long hours) {
        delivered++;
        late += wasLate ? 1 : 0;
        issuesRescued += hadIssue ? 1 : 0;
        transitHours += hours;
    }

    public void noteReturned() {
        returned++;
    }

    public void noteCancelled() {
        cancelled++;
    }

    /** Parcels a day that the subject can take; 0 means closed. */
    public void setCapacity(int parcelsPerDay) {
        capacity = parcelsPerDay;
    }

    /** A parcel was given to it on {@code epochDay} (Bogotá). */
    public void noteGiven(long epochDay) {
        if (epochDay > givenDay && givenDay > 0) {
            givenLately = givenLately < 0 ? givenThatDay : givenLately + NEWS * (givenThatDay - givenLately);
        }
        givenThatDay = epochDay > givenDay ? 1 : givenThatDay + 1;
        givenDay = Math.max(givenDay, epochDay);
    }

    /** True if it takes no more parcels on {@code epochDay}: closed, or full. */
    public boolean isFull(long epochDay) {
        return capacity == 0 || use(epochDay) >= 1;
    }

    /** The share of its capacity on {@code epochDay} that was given away; 0 where no capacity is told. */
    public double use(long epochDay) {
        return capacity > 0 && givenDay == epochDay ? (double) givenThatDay / capacity : 0;
    }

    /** Parcels given to it on a day lately, over what it says it can take; NaN where one of them is not known. */
    public double recentUse() {
        return capacity > 0 && givenLately >= 0 ? (double) givenLately / capacity : Double.NaN;
    }

    public Subject subject() {
        return subject;
    }

    public long parcels() {
        return parcels;
    }

    public long delivered() {
        return delivered;
    }

    public long late() {
        return late;
    }

    public long returned() {
        return returned;
    }

    public long cancelled() {
        return cancelled;
    }

    public long issues() {
        return issues;
    }

    /** Delivered although there had been a novedad. */
    public long issuesRescued() {
        return issuesRescued;
    }

    public long decisions() {
        return decisions;
    }

    /** Reward in points so far. */
    public double rewardPoints() {
        return rewardMilliPoints / 1000.0;
    }

    public long rewardCop() {
        return rewardCop;
    }

    /** Mean days from start to door, or NaN if nothing was delivered. */
    public double meanTransitDays() {
        return delivered == 0 ? Double.NaN : transitHours / 24.0 / delivered;
    }

    /** Parcels a day, or {@link #CAPACITY_UNTOLD}. */
    public int capacity() {
        return capacity;
    }

    public SeenIds seen() {
        return seen;
    }

    public void write(WireWriter out) {
        out.octet(WIRE_VERSION).octet(subject.kind().ordinal()).text(subject.name());
        out.varint(parcels).varint(delivered).varint(late).varint(returned).varint(cancelled);
        out.varint(issues).varint(issuesRescued).varint(transitHours).varint(decisions);
        out.varint(rewardMilliPoints).varint(rewardCop).varint(capacity);
        out.varint(givenDay).varint(givenThatDay).float32(givenLately);
        seen.write(out);
    }

    /** Reads what {@link #write} wrote. */
    public static SubjectState read(WireReader in) {
        int version = in.octet();
        if (version != FIRST_VERSION && version != SECOND_VERSION) {
            WireVersions.require("subject state", version, WIRE_VERSION);
        }
        SubjectState s = new SubjectState(new Subject(Subject.Kind.values()[in.octet()], in.text()));
        s.parcels = in.varint();
        s.delivered = in.varint();
        s.late = in.varint();
        s.returned = in.varint();
        s.cancelled = in.varint();
        s.issues = in.varint();
        s.issuesRescued = in.varint();
        s.transitHours = in.varint();
        s.decisions = in.varint();
        s.rewardMilliPoints = in.varint();
        s.rewardCop = in.varint();
        s.capacity = in.varintAsInt();
        s.givenDay = version == FIRST_VERSION ? 0 : in.varint();
        s.givenThatDay = version == FIRST_VERSION ? 0 : in.varintAsInt();
        s.givenLately = version == WIRE_VERSION ? in.float32() : -1;
        s.seen = SeenIds.read(in);
        return s;
    }
}
