package co.litper.cerebro.sense;

import co.litper.cerebro.vocabulary.Carrier;

/** How full carriers are. */
public interface CarrierUse {
    /** The share of a carrier's capacity that was given away today, 0 to 1; 0 where none is told. */
    double today(Carrier carrier);

    /** Parcels a day given to it lately over what it says it can take, at least 0, or NaN. */
    double lately(Carrier carrier);
}
