package co.litper.cerebro.simulator.player;

import co.litper.cerebro.logistics.TariffState.Tariff;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.world.Hash64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Who carries an order, by a rule that does not learn. */
@FunctionalInterface
interface CarrierRule {
    /** A carrier of {@code serving}, or empty to leave it to the merchant's habit. */
    Optional<Carrier> choose(Tracked parcel, SortedMap<Carrier, Tariff> serving);

    /** The merchant's habit. */
    static CarrierRule habit() {
        return (parcel, serving) -> Optional.empty();
    }

    /** Any, each as likely as the others; the same order meets the same luck. */
    static CarrierRule random(long seed) {
        return (parcel, serving) -> {
            List<Carrier> all = List.copyOf(serving.keySet());
            double luck = Hash64.toUnit(Hash64.of(seed, parcel.orderId));
            return all.isEmpty() ? Optional.empty() : Optional.of(all.get((int) (luck * all.size())));
        };
    }

    /** The lowest freight out; of equal ones the first by code. */
    static CarrierRule cheapest() {
        return (parcel, serving) -> serving.entrySet().stream()
                .min(Comparator.comparingLong(option -> option.getValue().freightCop()))
                .map(Map.Entry::getKey);
    }

    /** The best of the department by what is known beforehand. */
    static CarrierRule ranked(DepartmentRanking ranking) {
        return (parcel, serving) -> ranking.best(parcel.facts.destination().department(), serving.keySet());
    }
}
