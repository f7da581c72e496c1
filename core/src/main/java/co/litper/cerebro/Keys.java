package co.litper.cerebro;

import co.litper.cerebro.logistics.Subject;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import co.litper.cerebro.world.Hash64;

/**
 * The 64-bit keys under which state lives. Version 1: changing the seed or the texts orphans every store.
 *
 * <p>With ten million keys the chance of any two meeting is 3 in a million; the state's own bytes tell which it is.
 */
public final class Keys {
    private static final long SEED = 0x6365726562726F31L;

    private Keys() {}

    /** The key of an order, the home of its parcel if it was seen first. */
    public static long order(MerchantId merchant, String orderId) {
        return Hash64.of(SEED, "order\n" + merchant.value() + "\n" + orderId);
    }

    /** The key of a guide, the home of its parcel if it was seen first. */
    public static long guide(MerchantId merchant, String guideNumber) {
        return Hash64.of(SEED, "guide\n" + merchant.value() + "\n" + guideNumber);
    }

    /** The key of a customer. */
    public static long customer(MerchantId merchant, PersonRef customer) {
        return Hash64.of(SEED, "customer\n" + merchant.value() + "\n" + customer.value());
    }

    /** The key of what many parcels share. */
    public static long subject(Subject subject) {
        return Hash64.of(SEED, "subject\n" + subject.kind() + "\n" + subject.name());
    }

    /** The key of a carrier's tariffs. */
    public static long tariffs(Carrier carrier) {
        return Hash64.of(SEED, "tariffs\n" + carrier.code());
    }

    /** The key of the shard itself. */
    public static long control() {
        return Hash64.of(SEED, "control");
    }

    /** The hash under which an event's id is remembered by its key. */
    public static long event(String source, String id) {
        return Hash64.of(SEED, source + "\n" + id);
    }
}
