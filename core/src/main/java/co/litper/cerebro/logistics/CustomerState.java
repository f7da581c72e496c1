package co.litper.cerebro.logistics;

import co.litper.cerebro.world.WireReader;
import co.litper.cerebro.world.WireVersions;
import co.litper.cerebro.world.WireWriter;

/**
 * What is remembered of a customer without saying who: how often they bought, what went wrong, when they were last
 * contacted. Their patience is scarce, so contacts are granted here. Owned by one thread.
 */
public final class CustomerState {
    private static final int WIRE_VERSION = 1;
    private static final long NEVER = Long.MIN_VALUE;

    private int orders;
    private int delivered;
    private int returned;
    private int issues;
    private long contactDay = NEVER;
    private int contactsThatDay;
    private long wroteAtMs = NEVER;
    private int scoreSum;
    private int scores;
    private SeenIds seen = new SeenIds();

    /** Counts an order. */
    public void noteOrder() {
        orders++;
    }

    /** Counts an end of a parcel. */
    public void noteEnd(boolean wasDelivered) {
        if (wasDelivered) {
            delivered++;
        } else {
            returned++;
        }
    }

    /** Counts a novedad. */
    public void noteIssue() {
        issues++;
    }

    /** The customer wrote to us; one more contact that day is welcome. */
    public void noteWrote(long atMs) {
        wroteAtMs = Math.max(wroteAtMs, atMs);
    }

    /** The customer judged us, 1 to 5. */
    public void noteScore(int score) {
        scoreSum += score;
        scores++;
    }

    /**
     * True if another contact on {@code epochDay} (Bogotá) is within {@code maxPerDay}, or the customer wrote in the 24
     * hours before {@code nowMs}.
     */
    public boolean mayBeContacted(long epochDay, int maxPerDay, long nowMs) {
        boolean wroteLately = wroteAtMs != NEVER && nowMs - wroteAtMs <= 24 * 3_600_000L && nowMs >= wroteAtMs;
        int thatDay = contactDay == epochDay ? contactsThatDay : 0;
        return wroteLately || thatDay < maxPerDay;
    }

    /** Takes one contact on {@code epochDay}. Days before the last contact's count with it. */
    public void takeContact(long epochDay) {
        if (epochDay > contactDay) {
            contactDay = epochDay;
            contactsThatDay = 0;
        }
        contactsThatDay++;
    }

    public int orders() {
        return orders;
    }

    public int delivered() {
        return delivered;
    }

    public int returned() {
        return returned;
    }

    public int issues() {
        return issues;
    }

    /** Mean score, 1 to 5, or NaN if none was given. */
    public double meanScore() {
        return scores == 0 ? Double.NaN : (double) scoreSum / scores;
    }

    public SeenIds seen() {
        return seen;
    }

    public void write(WireWriter out) {
        out.octet(WIRE_VERSION)
                .varint(orders)
                .varint(delivered)
                .varint(returned)
                .varint(issues);
        out.varint(contactDay)
                .varint(contactsThatDay)
                .varint(wroteAtMs)
                .varint(scoreSum)
                .varint(scores);
        seen.write(out);
    }

    /** Reads what {@link #write} wrote. */
    public static CustomerState read(WireReader in) {
        WireVersions.require("customer state", in.octet(), WIRE_VERSION);
        CustomerState c = new CustomerState();
        c.orders = in.varintAsInt();
        c.delivered = in.varintAsInt();
        c.returned = in.varintAsInt();
        c.issues = in.varintAsInt();
        c.contactDay = in.varint();
        c.contactsThatDay = in.varintAsInt();
        c.wroteAtMs = in.varint();
        c.scoreSum = in.varintAsInt();
        c.scores = in.varintAsInt();
        c.seen = SeenIds.read(in);
        return c;
    }
}
