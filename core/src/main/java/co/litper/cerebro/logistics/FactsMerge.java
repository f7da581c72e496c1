package co.litper.cerebro.logistics;

import co.litper.cerebro.event.ParcelFacts;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.PersonRef;
import co.litper.cerebro.world.WireReader;
import co.litper.cerebro.world.WireWriter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Lays newer parcel facts over older ones, and carries them to and from bytes. */
final class FactsMerge {
    private static final long NO_PROMISE = Long.MIN_VALUE;

    private FactsMerge() {}

    /** What {@code newer} tells, and {@code older} where it is silent. */
    static ParcelFacts merge(ParcelFacts older, ParcelFacts newer) {
        if (newer.equals(ParcelFacts.NOTHING)) {
            return older;
        }
        return new ParcelFacts(
                newer.customer().isKnown() ? newer.customer() : older.customer(),
                city(older.origin(), newer.origin()),
                city(older.destination(), newer.destination()),
                newer.carrier().equals(Carrier.UNKNOWN) ? older.carrier() : newer.carrier(),
                newer.valueCop() > 0 ? newer.cod() : older.cod(),
                newer.valueCop() > 0 ? newer.valueCop() : older.valueCop(),
                told(older.freightCop(), newer.freightCop()),
                told(older.returnFreightCop(), newer.returnFreightCop()),
                told(older.costCop(), newer.costCop()),
                Double.isNaN(newer.weightKg()) ? older.weightKg() : newer.weightKg(),
                newer.productCount() > 0 ? newer.productCount() : older.productCount(),
                newer.category().isEmpty() ? older.category() : newer.category(),
                newer.shop().isEmpty() ? older.shop() : newer.shop(),
                newer.promisedAt() == null ? older.promisedAt() : newer.promisedAt());
    }

    private static CityCode city(CityCode older, CityCode newer) {
        if (newer.equals(CityCode.UNKNOWN) || (!newer.isKnown() && older.isKnown())) {
            return older;
        }
        return newer;
    }

    private static long told(long older, long newer) {
        return newer == ParcelFacts.UNTOLD ? older : newer;
    }

    static void write(ParcelFacts f, WireWriter out) {
        out.text(f.customer().value())
                .text(f.origin().code())
                .text(f.destination().code())
                .text(f.carrier().code())
                .flag(f.cod())
                .varint(f.valueCop())
                .varint(f.freightCop())
                .varint(f.returnFreightCop())
                .varint(f.costCop())
                .float64(f.weightKg())
                .varint(f.productCount())
                .text(f.category())
                .text(f.shop());
        Instant promised = f.promisedAt();
        out.varint(promised == null ? NO_PROMISE : promised.toEpochMilli());
    }

    static ParcelFacts read(WireReader in) {
        return new ParcelFacts(
                new PersonRef(in.text()),
                new CityCode(in.text()),
                new CityCode(in.text()),
                new Carrier(in.text()),
                in.flag(),
                in.varint(),
                in.varint(),
                in.varint(),
                in.varint(),
                in.float64(),
                in.varintAsInt(),
                in.text(),
                in.text(),
                promise(in.varint()));
    }

    private static @Nullable Instant promise(long ms) {
        return ms == NO_PROMISE ? null : Instant.ofEpochMilli(ms);
    }
}
