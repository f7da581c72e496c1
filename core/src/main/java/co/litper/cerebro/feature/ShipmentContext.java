package co.litper.cerebro.feature;

import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.ShipmentState;
import co.litper.cerebro.world.Hash64;
import co.litper.cerebro.world.WireReader;
import co.litper.cerebro.world.WireVersions;
import co.litper.cerebro.world.WireWriter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a shipment at the moment of a prediction. Immutable.
 *
 * @param merchant {@link #key} of who sells, or {@link #NO_KEY}
 * @param origin {@link #key} of where it starts, or {@link #NO_KEY}
 * @param destination where it goes
 * @param carrier who carries it, or {@code UNKNOWN}
 * @param category {@link #key} of the product's category, or {@link #NO_KEY}
 * @param cod true if paid at the door
 * @param valueCop what the customer pays, at least 0, or NaN
 * @param freightCop what the carrier charges, at least 0, or NaN
 * @param weightKg kilograms, at least 0, or NaN
 * @param at the moment of the prediction
 * @param createdAt when the order or guide came into the world, not after {@code at}
 * @param promisedAt until when delivery was promised, or null
 * @param state where it stands
 * @param stillHours hours since the last movement, at least 0, or NaN
 * @param issues novedades so far
 * @param customerOrders earlier orders of the customer, or {@link #UNTOLD}
 * @param customerIssues earlier novedades of the customer, or {@link #UNTOLD}
 * @param customerReturns earlier returns of the customer, or {@link #UNTOLD}
 * @param carrierUse parcels a day that the carrier was given lately, over what it says it can take, at least 0, or NaN
 */
public record ShipmentContext(
        long merchant,
        long origin,
        CityCode destination,
        Carrier carrier,
        long category,
        boolean cod,
        double valueCop,
        double freightCop,
        double weightKg,
        Instant at,
        Instant createdAt,
        @Nullable Instant promisedAt,
        ShipmentState state,
        double stillHours,
        int issues,
        int customerOrders,
        int customerIssues,
        int customerReturns,
        double carrierUse) {

    /** Stands for a key that nobody told. */
    public static final long NO_KEY = 0;
    /** Stands for a count that nobody told. */
    public static final int UNTOLD = -1;

    private static final int WIRE_VERSION = 2;

    /** Contexts of earlier releases: without the carrier's use. */
    private static final int FIRST_VERSION = 1;

    private static final long SEED = 0x6665617475726531L;

    public ShipmentContext {
        requireAmount("valueCop", valueCop);
        requireAmount("freightCop", freightCop);
        requireAmount("weightKg", weightKg);
        requireAmount("stillHours", stillHours);
        requireAmount("carrierUse", carrierUse);
        if (createdAt.isAfter(at)) {
            throw new IllegalArgumentException("createdAt " + createdAt + " is after at " + at
                    + ". Maybe the source's clock is ahead; take the earlier of the two.");
        }
        if (issues < 0) {
            throw new IllegalArgumentException("issues must be at least 0, is " + issues);
        }
    }

    /** The key of a merchant, an origin or a category by its stable name; {@link #NO_KEY} for an empty name. */
    public static long key(String name) {
        return name.isEmpty() ? NO_KEY : Hash64.of(SEED, name);
    }

    /** The same shipment carried by another carrier at that carrier's price and use, NaN if they are not known. */
    public ShipmentContext withCarrier(Carrier other, double freight, double use) {
        return new ShipmentContext(
                merchant,
                origin,
                destination,
                other,
                category,
                cod,
                valueCop,
                freight,
                weightKg,
                at,
                createdAt,
                promisedAt,
                state,
                stillHours,
                issues,
                customerOrders,
                customerIssues,
                customerReturns,
                use);
    }

    /** Appends this context to {@code out}: about 70 bytes. Amounts are kept as floats, times in milliseconds. */
    public void write(WireWriter out) {
        long atMs = at.toEpochMilli();
        out.octet(WIRE_VERSION).fixed64(merchant).fixed64(origin).fixed64(category);
        out.text(destination.code()).text(carrier.code());
        out.octet((cod ? 1 : 0) | (promisedAt == null ? 0 : 2)).octet(state.ordinal());
        out.float32((float) valueCop)
                .float32((float) freightCop)
                .float32((float) weightKg)
                .float32((float) stillHours);
        out.varint(atMs).varint(atMs - createdAt.toEpochMilli());
        if (promisedAt != null) {
            out.varint(promisedAt.toEpochMilli() - atMs);
        }
        out.varint(issues).varint(customerOrders).varint(customerIssues).varint(customerReturns);
        out.float32((float) carrierUse);
    }

    /** Reads what {@link #write} wrote; throws {@code WireException} for bytes of another version or cut short. */
    public static ShipmentContext read(WireReader in) {
        int version = in.octet();
        if (version != FIRST_VERSION) {
            WireVersions.require("shipment context", version, WIRE_VERSION);
        }
        long merchant = in.fixed64();
        long origin = in.fixed64();
        long category = in.fixed64();
        CityCode destination = new CityCode(in.text());
        Carrier carrier = new Carrier(in.text());
        int flags = in.octet();
        ShipmentState state = ShipmentState.values()[in.octet()];
        float value = in.float32();
        float freight = in.float32();
        float weight = in.float32();
        float still = in.float32();
        long atMs = in.varint();
        long createdMs = atMs - in.varint();
        Instant promised = (flags & 2) == 0 ? null : Instant.ofEpochMilli(atMs + in.varint());
        return new ShipmentContext(
                merchant,
                origin,
                destination,
                carrier,
                category,
                (flags & 1) != 0,
                value,
                freight,
                weight,
                Instant.ofEpochMilli(atMs),
                Instant.ofEpochMilli(createdMs),
                promised,
                state,
                still,
                in.varintAsInt(),
                in.varintAsInt(),
                in.varintAsInt(),
                in.varintAsInt(),
                version == FIRST_VERSION ? Double.NaN : in.float32());
    }

    private static void requireAmount(String name, double amount) {
        if (amount < 0 || Double.isInfinite(amount)) {
            throw new IllegalArgumentException(name + " must be at least 0 or NaN, is " + amount
                    + ". Maybe a sentinel for 'untold' was passed on.");
        }
    }
}
