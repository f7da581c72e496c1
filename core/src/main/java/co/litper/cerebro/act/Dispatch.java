package co.litper.cerebro.act;

import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;

/**
 * An effect as it leaves for a channel. Holds no personal data: a channel that must reach a person looks them up.
 *
 * @param effectId also the idempotency key
 * @param subject the parcel, such as {@code guide:123}
 * @param target of a carrier choice the carrier's code; else empty
 * @param deadlineMs epoch milliseconds after which it must not be sent any more
 */
public record Dispatch(
        long effectId,
        MerchantId merchant,
        String subject,
        PersonRef customer,
        Action action,
        String target,
        long deadlineMs) {

    /** The key under which a receiver recognises a repeat. */
    public String idempotencyKey() {
        return "cerebro-" + effectId;
    }
}
