package co.litper.cerebro.server.worklist;

import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.IssueReason;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * One open novedad.
 *
 * @param guideNumber the carrier's number; empty if not known
 * @param orderId the merchant's order; empty if not known
 * @param contact whom to call
 * @param city where the parcel goes, as people write it
 * @param cod true if the customer pays at the door
 * @param valueCop what the customer pays, pesos
 * @param reportedAt when the carrier reported it
 * @param deadline until when it must be answered
 * @param timeLeft until the deadline; negative once it has passed
 * @param riskCop what is lost if the parcel comes back: margin and freight back, pesos
 * @param assumed true if that rests on a setting because the source told no cost or no freight back
 * @param proposal what to answer, if the brain was asked
 * @param script what to say on the phone, in Spanish
 * @param contacted true if somebody wrote, called or tried to since it was reported
 * @param quiet true if messages and calls to the city are stopped
 */
public record WorklistItem(
        String guideNumber,
        String orderId,
        Contact contact,
        String city,
        Carrier carrier,
        IssueReason reason,
        boolean cod,
        long valueCop,
        Instant reportedAt,
        Instant deadline,
        Duration timeLeft,
        Urgency urgency,
        long riskCop,
        boolean assumed,
        Optional<Proposal> proposal,
        String script,
        boolean contacted,
        boolean quiet) {

    private static final double SECONDS_PER_HOUR = 3600;

    /** A deadline nearer than this counts as this near: within the hour, pesos decide. */
    private static final double LEAST_HOURS = 1;

    /**
     * Overdue ones first, then those in time, then those that lapsed; within each by {@link #copPerHour()}, dearest first;
     * then by number.
     */
    static final Comparator<WorklistItem> ORDER = Comparator.comparing(WorklistItem::urgency)
            .thenComparing(Comparator.comparingDouble(WorklistItem::copPerHour).reversed())
            .thenComparing(WorklistItem::guideNumber)
            .thenComparing(WorklistItem::orderId);

    /**
     * What waiting costs: pesos at risk divided by the hours left, at least one. Of an overdue one simply the pesos at risk;
     * of a lapsed one they are divided by the hours since the deadline, so that fresh ones come first.
     */
    public double copPerHour() {
        double hours = Math.abs(timeLeft.toSeconds()) / SECONDS_PER_HOUR;
        return switch (urgency) {
            case OVERDUE -> riskCop;
            case OPEN, LAPSED -> riskCop / Math.max(LEAST_HOURS, hours);
        };
    }
}
