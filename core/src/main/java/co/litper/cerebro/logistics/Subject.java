package co.litper.cerebro.logistics;

import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.MerchantId;

/**
 * Something that many parcels share.
 *
 * @param kind what sort of thing
 * @param name its code; of a lane {@code CARRIER>CITY}
 */
public record Subject(Kind kind, String name) {
    /** What sort of thing. */
    public enum Kind {
        CARRIER,
        CITY,
        LANE,
        MERCHANT
    }

    public static Subject of(Carrier carrier) {
        return new Subject(Kind.CARRIER, carrier.code());
    }

    public static Subject of(CityCode city) {
        return new Subject(Kind.CITY, city.code());
    }

    public static Subject lane(Carrier carrier, CityCode city) {
        return new Subject(Kind.LANE, carrier.code() + ">" + city.code());
    }

    public static Subject of(MerchantId merchant) {
        return new Subject(Kind.MERCHANT, merchant.value());
    }
}
