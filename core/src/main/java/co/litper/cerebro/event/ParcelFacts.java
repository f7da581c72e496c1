package co.litper.cerebro.event;

import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.PersonRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a source tells of a parcel beside its movement. What it does not tell is {@code UNKNOWN}, {@code NONE}, empty,
 * {@link #UNTOLD} or NaN, and never overwrites what is known.
 *
 * @param customer who receives it
 * @param origin where it starts
 * @param destination where it goes
 * @param carrier who carries it
 * @param cod true if paid at the door
 * @param valueCop what the customer pays, pesos, at least 0
 * @param freightCop what the carrier charges out, pesos, or {@link #UNTOLD}
 * @param returnFreightCop what the carrier charges back, pesos, or {@link #UNTOLD}
 * @param costCop what the goods cost the merchant, pesos, or {@link #UNTOLD}
 * @param weightKg kilograms, or NaN
 * @param productCount pieces, at least 0
 * @param category product category, or empty
 * @param shop the shop of the merchant that sold it, or empty
 * @param promisedAt until when delivery was promised to the customer, or null
 */
public record ParcelFacts(
        PersonRef customer,
        CityCode origin,
        CityCode destination,
        Carrier carrier,
        boolean cod,
        long valueCop,
        long freightCop,
        long returnFreightCop,
        long costCop,
        double weightKg,
        int productCount,
        String category,
        String shop,
        @Nullable Instant promisedAt) {

    /** Stands for an amount that the source did not tell. */
    public static final long UNTOLD = -1;

    /** Nothing told. */
    public static final ParcelFacts NOTHING = new ParcelFacts(
            PersonRef.NONE,
            CityCode.UNKNOWN,
            CityCode.UNKNOWN,
            Carrier.UNKNOWN,
            false,
            0,
            UNTOLD,
            UNTOLD,
            UNTOLD,
            Double.NaN,
            0,
            "",
            "",
            null);

    public ParcelFacts {
        requireAmount("valueCop", valueCop, 0);
        requireAmount("freightCop", freightCop, UNTOLD);
        requireAmount("returnFreightCop", returnFreightCop, UNTOLD);
        requireAmount("costCop", costCop, UNTOLD);
        if (weightKg < 0 || Double.isInfinite(weightKg)) {
            throw new IllegalArgumentException("weightKg must be at least 0 or NaN, is " + weightKg);
        }
        if (productCount < 0) {
            throw new IllegalArgumentException("productCount must be at least 0, is " + productCount);
        }
    }

    /** These facts with another promise. */
    public ParcelFacts withPromise(Instant promise) {
        return new ParcelFacts(
                customer,
                origin,
                destination,
                carrier,
                cod,
                valueCop,
                freightCop,
                returnFreightCop,
                costCop,
                weightKg,
                productCount,
                category,
                shop,
                promise);
    }

    /** These facts with another carrier. */
    public ParcelFacts withCarrier(Carrier other) {
        return new ParcelFacts(
                customer,
                origin,
                destination,
                other,
                cod,
                valueCop,
                freightCop,
                returnFreightCop,
                costCop,
                weightKg,
                productCount,
                category,
                shop,
                promisedAt);
    }

    private static void requireAmount(String name, long amount, long least) {
        if (amount < least) {
            throw new IllegalArgumentException(name + " must be at least " + least + ", is " + amount
                    + ". Maybe a refund or a discount was read as a price.");
        }
    }
}
