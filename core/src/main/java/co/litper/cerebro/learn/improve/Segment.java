package co.litper.cerebro.learn.improve;

import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.IssueReason;

/** A part of the parcels. */
public sealed interface Segment {
    /** Those that went to a city. */
    record InCity(CityCode city) implements Segment {}

    /** Those that a carrier had. */
    record By(Carrier carrier) implements Segment {}

    /** Those that a carrier took to a city. */
    record Lane(Carrier carrier, CityCode city) implements Segment {}

    /** Those whose first novedad had a reason, among those with a novedad. */
    record Because(IssueReason reason) implements Segment {}
}
