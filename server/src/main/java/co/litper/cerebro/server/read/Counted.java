package co.litper.cerebro.server.read;

import co.litper.cerebro.logistics.ParcelState;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.time.Duration;

/**
 * What of a shipment's row the tallies depend on; moments are epoch milliseconds or {@link ParcelState#NO_TIME}.
 *
 * @param issue ordinal of the last novedad's reason, or -1
 */
record Counted(
        long merchant,
        long city,
        long carrier,
        ShipmentState state,
        int issue,
        boolean open,
        int issues,
        long issueAtMs,
        long createdMs,
        long endedMs,
        long valueCop,
        long riskCop,
        int flags) {
    private static final double MS_PER_DAY = Duration.ofDays(1).toMillis();

    /** Adds this to the tallies, or takes it away again. */
    void addTo(ParcelTallies tallies, int sign) {
        tallies.stand().add(StandCount.PARCELS, sign, merchant, carrier, state.ordinal());
        lane(tallies, sign);
        days(tallies, sign);
    }

    private boolean isDelivered() {
        return state == ShipmentState.DELIVERED;
    }

    private boolean isReturned() {
        return state == ShipmentState.RETURNED;
    }

    private boolean endedWithIssue() {
        return issues > 0 && (isDelivered() || isReturned());
    }

    private boolean has(int flag) {
        return (flags & flag) != 0;
    }

    /** Days from beginning to end of a delivered one, or NaN. */
    private double days() {
        return isDelivered() && createdMs != ParcelState.NO_TIME && endedMs != ParcelState.NO_TIME
                ? Math.max(0, endedMs - createdMs) / MS_PER_DAY
                : Double.NaN;
    }

    private boolean isLost() {
        return isReturned() && (issue == IssueReason.LOST.ordinal() || issue == IssueReason.DAMAGED.ordinal());
    }

    private void lane(ParcelTallies tallies, int sign) {
        Tallies<LaneCount> lane = tallies.lane();
        long[] key = {merchant, carrier, city};
        lane.add(LaneCount.PARCELS, sign, key);
        lane.add(LaneCount.OPEN_ISSUES, open ? sign : 0, key);
        lane.add(LaneCount.DELIVERED, isDelivered() ? sign : 0, key);
        lane.add(LaneCount.PROMISED, isDelivered() && has(ParcelColumns.PROMISED) ? sign : 0, key);
        lane.add(LaneCount.LATE, has(ParcelColumns.LATE) ? sign : 0, key);
        lane.add(LaneCount.RETURNED, isReturned() ? sign : 0, key);
        lane.add(LaneCount.CANCELLED, state == ShipmentState.CANCELLED ? sign : 0, key);
        lane.add(LaneCount.LOST, isLost() ? sign : 0, key);
        lane.add(LaneCount.WITH_ISSUE, issues > 0 ? sign : 0, key);
        lane.add(LaneCount.ENDED_WITH_ISSUE, endedWithIssue() ? sign : 0, key);
        lane.add(LaneCount.RESCUED, endedWithIssue() && isDelivered() ? sign : 0, key);
        lane.add(LaneCount.LOST_COP, isReturned() ? sign * (double) riskCop : 0, key);
        double days = days();
        if (!Double.isNaN(days)) {
            lane.add(LaneCount.TIMED, sign, key);
            lane.add(LaneCount.DAYS, sign * days, key);
            lane.add(LaneCount.DAYS_SQUARED, sign * days * days, key);
        }
    }

    private void days(ParcelTallies tallies, int sign) {
        Tallies<DayCount> day = tallies.day();
        if (createdMs != ParcelState.NO_TIME) {
            day.add(DayCount.BEGUN, sign, merchant, Days.of(createdMs), carrier);
        }
        if (issueAtMs != ParcelState.NO_TIME) {
            day.add(DayCount.ISSUES, sign, merchant, Days.of(issueAtMs), carrier);
        }
        if (endedMs == ParcelState.NO_TIME) {
            return;
        }
        long[] key = {merchant, Days.of(endedMs), carrier};
        day.add(DayCount.DELIVERED, isDelivered() ? sign : 0, key);
        day.add(DayCount.PROMISED, isDelivered() && has(ParcelColumns.PROMISED) ? sign : 0, key);
        day.add(DayCount.LATE, has(ParcelColumns.LATE) ? sign : 0, key);
        day.add(DayCount.RETURNED, isReturned() ? sign : 0, key);
        day.add(DayCount.CANCELLED, state == ShipmentState.CANCELLED ? sign : 0, key);
        day.add(DayCount.ENDED_WITH_ISSUE, endedWithIssue() ? sign : 0, key);
        day.add(DayCount.RESCUED, endedWithIssue() && isDelivered() ? sign : 0, key);
        day.add(DayCount.DELIVERED_COP, isDelivered() ? sign * (double) valueCop : 0, key);
        day.add(DayCount.LOST_COP, isReturned() ? sign * (double) riskCop : 0, key);
        double days = days();
        if (!Double.isNaN(days)) {
            day.add(DayCount.TIMED, sign, key);
            day.add(DayCount.DAYS, sign * days, key);
        }
    }
}
