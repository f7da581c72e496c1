package co.litper.cerebro.server.read;

import co.litper.cerebro.logistics.ParcelState;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A shipment as the read tables have it. Moments are epoch milliseconds or {@link ParcelState#NO_TIME}.
 *
 * @param id its number in the read tables, higher for one seen later; another after the tables were made anew
 * @param key its home key
 * @param guide the carrier's number; empty if not known
 * @param order the merchant's number; empty if not known
 * @param customer who receives it, by reference
 * @param issue why the last novedad was reported, if there was one
 * @param open true if that novedad waits for an answer
 * @param issueAtMs when it was reported
 * @param dueMs until when the novedad must be answered, or the shipment be fetched at the office; no time otherwise
 * @param valueCop what the customer pays, pesos
 * @param riskCop what is lost if it comes back: margin and freight back, pesos
 * @param assumed true if that rests on a setting because the source told no cost or no freight back
 * @param promisedMs until when it was promised
 * @param movedMs last movement
 * @param endedMs when it was delivered, returned or cancelled
 * @param late true if it was delivered after its promise
 * @param issues how many novedades there were
 * @param attempts failed attempts to deliver
 * @param lastDecision the id of the last decision about it, or 0
 * @param waiting effects that wait for a person: for a yes, or to be told what became of them
 */
public record ParcelLine(
        long id,
        long key,
        MerchantId merchant,
        String guide,
        String order,
        PersonRef customer,
        CityCode city,
        Carrier carrier,
        ShipmentState state,
        Optional<IssueReason> issue,
        boolean open,
        long issueAtMs,
        long dueMs,
        boolean cod,
        long valueCop,
        long riskCop,
        boolean assumed,
        long promisedMs,
        long createdMs,
        long movedMs,
        long endedMs,
        boolean late,
        boolean historical,
        int issues,
        int attempts,
        long lastDecision,
        int waiting) {

    /** Whole days since it began, until its end or {@code now}; empty if it is not known when it began. */
    public Optional<Long> daysUnderWay(Instant now) {
        if (createdMs == ParcelState.NO_TIME) {
            return Optional.empty();
        }
        long until = endedMs == ParcelState.NO_TIME ? now.toEpochMilli() : endedMs;
        return Optional.of(Math.max(0, Duration.ofMillis(until - createdMs).toDays()));
    }

    /** Hours without movement of one that has not ended; empty for others. */
    public Optional<Long> hoursStill(Instant now) {
        return state.isEnd() || movedMs == ParcelState.NO_TIME
                ? Optional.empty()
                : Optional.of(Math.max(
                        0, Duration.ofMillis(now.toEpochMilli() - movedMs).toHours()));
    }
}
