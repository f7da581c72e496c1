package co.litper.cerebro.adapters.claude;

import co.litper.cerebro.logistics.CityDirectory;
import co.litper.cerebro.sense.KnownCarriers;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;

/**
 * What carriers and cities are called to the reasoner. The two are the only values of a dilemma whose codes may have been made
 * of what somebody wrote, so that names come out of our own tables and codes never go out. Immutable. O(carriers).
 */
final class Names {
    private final CityDirectory cities = CityDirectory.packaged();

    /** The name of a carrier; one that we do not know has none. */
    String carrier(Carrier carrier) {
        return KnownCarriers.ALL.contains(carrier) ? carrier.code().replace('_', ' ') : "una transportadora sin nombre";
    }

    /** The name of a city; one that no directory knows has none. */
    String city(CityCode code) {
        return cities.city(code)
                .map(city -> city.name() + " (" + city.department() + ")")
                .orElse("una ciudad sin nombre");
    }
}
