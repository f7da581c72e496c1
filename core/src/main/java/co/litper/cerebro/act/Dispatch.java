package co.litper.cerebro.act;

import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
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
 * @param cargo what can be said of the parcel
 */
public record Dispatch(
        long effectId,
        MerchantId merchant,
        String subject,
        PersonRef customer,
        Action action,
        String target,
        long deadlineMs,
        String number,
        Cargo cargo) {

    /**
     * What can be said of a parcel to the one who waits for it.
     *
     * @param valueCop what is paid at the door, pesos; 0 if nothing, or not known
     * @param promisedMs epoch milliseconds by which it should come, or {@link #NOT_PROMISED}
     */
    public record Cargo(Carrier carrier, CityCode destination, long valueCop, long promisedMs) {
        /** Nobody promised. */
        public static final long NOT_PROMISED = Long.MIN_VALUE;

        /** Nothing is known. */
        public static final Cargo UNKNOWN = new Cargo(Carrier.UNKNOWN, CityCode.UNKNOWN, 0, NOT_PROMISED);
    }

    /** An effect of a parcel of which only the number is known. */
    public Dispatch(
            long effectId,
            MerchantId merchant,
            String subject,
            PersonRef customer,
            Action action,
            String target,
            long deadlineMs,
            String number) {
        this(effectId, merchant, subject, customer, action, target, deadlineMs, number, Cargo.UNKNOWN);
    }

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
