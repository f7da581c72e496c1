package co.litper.cerebro.logistics;

import co.litper.cerebro.vocabulary.CityCode;

/**
 * A municipality.
 *
 * @param code its DANE code
 * @param name as people write it, with accents
 * @param department name of its department
 * @param latitude degrees north, or NaN if not known
 * @param longitude degrees east, or NaN if not known
 * @param population people, rounded; 0 if not known
 */
public record City(CityCode code, String name, String department, double latitude, double longitude, int population) {
    public City {
        if (!code.isKnown() || name.isBlank() || population < 0) {
            throw new IllegalArgumentException("a city needs a DANE code, a name and no negative population: "
                    + code.code() + ", '" + name + "', " + population);
        }
    }

    /** True if both coordinates are known. */
    public boolean isLocated() {
        return !Double.isNaN(latitude) && !Double.isNaN(longitude);
    }
}
