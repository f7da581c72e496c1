package co.litper.cerebro.decision;

/**
 * The carrier took a parcel out of the merchant's city: an early sign of how fast things go, days before any outcome.
 *
 * @param decisionId the decision that opened the parcel, see {@link Decision#first()}
 * @param atMs epoch milliseconds when it was scanned
 */
public record HandedOver(long decisionId, long atMs) implements Fact {}
