package co.litper.cerebro.logistics;

import co.litper.cerebro.vocabulary.CityCode;

/**
 * Which municipality a text names.
 *
 * @param code its DANE code; the folded text behind a tilde if none is known, see {@link CityCode#isKnown}
 * @param ambiguous true if another municipality could be meant: several have the name and no department tells which, so
 *     the most populous was taken, or the department given is not that of the city
 * @param corrected true if letters were mended or words left out to find it
 */
public record CityMatch(CityCode code, boolean ambiguous, boolean corrected) {
    /** The text was empty. */
    public static final CityMatch NOTHING = new CityMatch(CityCode.UNKNOWN, false, false);
}
