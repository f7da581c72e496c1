package co.litper.cerebro.server.ingest;

import co.litper.cerebro.adapters.dropi.Tariff;
import co.litper.cerebro.event.SystemEvent.ConfigurationChanged;
import co.litper.cerebro.logistics.CarrierNames;
import co.litper.cerebro.logistics.City;
import co.litper.cerebro.logistics.CityDirectory;
import co.litper.cerebro.logistics.CityMatch;
import co.litper.cerebro.logistics.Folding;
import co.litper.cerebro.logistics.TariffState;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import java.util.ArrayList;
import java.util.List;

/** Makes settings of a row of a table of tariffs: one for its city, or for every city of its department. Pure. */
final class TariffMapping {
    private static final String BY = "tariffs";

    private final CityDirectory cities;
    private final long usualFreightCop;
    private final long usualReturnFreightCop;

    /** The usual freights stand in where a row tells that a carrier covers a city, but not for how much. */
    TariffMapping(CityDirectory cities, long usualFreightCop, long usualReturnFreightCop) {
        this.cities = cities;
        this.usualFreightCop = usualFreightCop;
        this.usualReturnFreightCop = usualReturnFreightCop;
    }

    /** One carrier's tariff for one city. */
    record Entry(Carrier carrier, CityCode city, TariffState.Tariff tariff) {
        ConfigurationChanged event() {
            return new ConfigurationChanged("tariff." + carrier.code() + "." + city.code(), tariff.toSetting(), BY);
        }
    }

    /** What became of a row. */
    sealed interface Result {}

    /** At least one. */
    record Entries(List<Entry> entries) implements Result {}

    /** A place that no directory knows; a tariff for it would never be found again. */
    record NoPlace(String reason) implements Result {}

    Result map(Tariff row) {
        List<CityCode> places = places(row);
        if (places.isEmpty()) {
            String told = row.city().isEmpty() ? row.department() : row.city() + ", " + row.department();
            return new NoPlace("no municipality is known by '" + told + "'. Maybe give its DANE code.");
        }
        Carrier carrier = CarrierNames.read(row.carrier());
        TariffState.Tariff tariff = new TariffState.Tariff(
                row.freightCop().orElse(usualFreightCop),
                row.returnFreightCop().orElse(row.freightCop().orElse(usualReturnFreightCop)),
                (int) row.promisedDays().orElse(0),
                row.covered(),
                row.cod().orElse(true));
        List<Entry> entries = new ArrayList<>();
        for (CityCode city : places) {
            entries.add(new Entry(carrier, city, tariff));
        }
        return new Entries(entries);
    }

    private List<CityCode> places(Tariff row) {
        if (!row.daneCode().isEmpty()) {
            return List.of(new CityCode(row.daneCode()));
        }
        if (!row.city().isEmpty()) {
            CityMatch match = cities.find(row.city(), row.department());
            return match.code().isKnown() ? List.of(match.code()) : List.of();
        }
        String department = Folding.fold(row.department());
        return cities.cities().stream()
                .filter(city -> Folding.fold(city.department()).equals(department))
                .map(City::code)
                .toList();
    }
}
