package co.litper.cerebro.simulator.player;

import co.litper.cerebro.event.LogisticsEvent.CarrierCapacity;
import co.litper.cerebro.event.SystemEvent.ConfigurationChanged;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.logistics.TariffState.Tariff;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What carriers ask where, and which have closed, as the events tell. */
final class Tariffs {
    private static final String PREFIX = "tariff.";

    private final Map<CityCode, TreeMap<Carrier, Tariff>> byCity = new HashMap<>();
    private final Set<Lane> closed = new HashSet<>();

    /** A carrier to a city, or everywhere if that is unknown. */
    private record Lane(Carrier carrier, CityCode city) {}

    void meet(Envelope e) {
        switch (e.event()) {
            case ConfigurationChanged c
            when c.key().startsWith(PREFIX) -> {
                String[] parts = c.key().substring(PREFIX.length()).split("\\.", 2);
                byCity.computeIfAbsent(new CityCode(parts[1]), _ -> new TreeMap<>())
                        .put(new Carrier(parts[0]), Tariff.ofSetting(c.value()));
            }
            case CarrierCapacity c when c.parcelsPerDay() == 0 -> closed.add(new Lane(c.carrier(), c.city()));
            case CarrierCapacity c -> closed.remove(new Lane(c.carrier(), c.city()));
            default -> {}
        }
    }

    /** Carriers that take a parcel now, with what they ask, in order of code. */
    SortedMap<Carrier, Tariff> serving(CityCode city, boolean cod) {
        SortedMap<Carrier, Tariff> serving = new TreeMap<>();
        byCity.getOrDefault(city, new TreeMap<>()).forEach((carrier, tariff) -> {
            boolean open =
                    !closed.contains(new Lane(carrier, city)) && !closed.contains(new Lane(carrier, CityCode.UNKNOWN));
            if (open && tariff.covered() && (tariff.cod() || !cod)) {
                serving.put(carrier, tariff);
            }
        });
        return serving;
    }
}
