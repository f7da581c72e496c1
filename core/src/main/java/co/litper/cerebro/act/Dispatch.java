package co.litper.cerebro.act;

import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;

/**
 * An effect as it leaves for a channel. Holds no personal data: a channel that must reach a person looks them up.
 *
 * @param effectId also the idempotency key
 * @param subject the parcel, by its home key
 * @param target of a carrier choice the carrier's code; else empty
 * @param deadlineMs epoch milliseconds after which it must not be sent any more
 * @param number the parcel as people know it: its guide, or before that its order; empty if it has neither
 */
public record Dispatch(
        long effectId,
        MerchantId merchant,
        String subject,
        PersonRef customer,
        Action action,
        String target,
        long deadlineMs,
        String number) {

    /** An effect of a parcel without a number. */
    public Dispatch(
            long effectId,
            MerchantId merchant,
            String subject,
            PersonRef customer,
            Action action,
            String target,
            long deadlineMs) {
        this(effectId, merchant, subject, customer, action, target, deadlineMs, "");
    }

    /** The key under which a receiver recognises a repeat. */
    public String idempotencyKey() {
        return "cerebro-" + effectId;
    }
}
