package co.litper.cerebro.sense;

import co.litper.cerebro.vocabulary.Carrier;
import java.util.List;

/** The carriers that can be asked to take a parcel, in order of code. */
public final class KnownCarriers {
    /** All of them. */
    public static final List<Carrier> ALL = List.of(
            Carrier.NOVENTA_Y_NUEVE_MINUTOS,
            Carrier.COORDINADORA,
            Carrier.DEPRISA,
            Carrier.DOMINA,
            Carrier.ENVIA,
            Carrier.INTERRAPIDISIMO,
            Carrier.SERVIENTREGA,
            Carrier.TCC,
            Carrier.VELOCES);

    private KnownCarriers() {}
}
