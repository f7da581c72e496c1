package co.litper.cerebro.decision;

import co.litper.cerebro.vocabulary.Carrier;

/**
 * A carrier to whom a parcel could be given.
 *
 * @param freightCop its tariff out to the city, or {@code ParcelFacts.UNTOLD}
 * @param returnFreightCop its tariff back, or {@code ParcelFacts.UNTOLD}
 * @param use share of today's capacity that was given away already, 0 to 1; 0 where none is told
 * @param cases how many outcomes speak for the forecast there, at least 1
 * @param forecast what the models say if it carries the parcel
 */
public record CarrierOption(
        Carrier carrier, long freightCop, long returnFreightCop, double use, double cases, Forecast forecast) {}
