package co.litper.cerebro.decision;

import co.litper.cerebro.vocabulary.Carrier;

/**
 * A carrier to whom a parcel could be given.
 *
 * @param freightCop its tariff out to the city, or {@code ParcelFacts.UNTOLD}
 * @param returnFreightCop its tariff back, or {@code ParcelFacts.UNTOLD}
 * @param forecast what the models say if it carries the parcel
 */
public record CarrierOption(Carrier carrier, long freightCop, long returnFreightCop, Forecast forecast) {}
