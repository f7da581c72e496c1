package co.litper.cerebro.server.kpi;

import co.litper.cerebro.StateView;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Key figures of a merchant at one moment.
 *
 * @param now the moment
 * @param states parcels by where they stand
 * @param all over all parcels
 * @param carriers by carrier, in order of code
 * @param decisions decisions of the installation so far
 * @param calibration what was foreseen and earned, over the installation
 */
public record Kpis(
        Instant now,
        Map<ShipmentState, Long> states,
        CarrierTally all,
        SortedMap<Carrier, CarrierTally> carriers,
        long decisions,
        Calibration calibration) {

    /** The figures of {@code merchant} now: one look at every parcel and one reading of the log. */
    public static Kpis of(StateView view, EventLog log, MerchantId merchant, Instant now) {
        Map<ShipmentState, Long> states = new EnumMap<>(ShipmentState.class);
        CarrierTally all = new CarrierTally();
        SortedMap<Carrier, CarrierTally> carriers = new TreeMap<>();
        view.eachHome((key, home) -> {
            if (home.merchant().equals(merchant)) {
                states.merge(home.parcel().state(), 1L, Long::sum);
                all.add(home.parcel());
                carriers.computeIfAbsent(home.parcel().carrier(), c -> new CarrierTally())
                        .add(home.parcel());
            }
        });
        long decisions = view.state().control().decisions();
        return new Kpis(now, states, all, carriers, decisions, Calibration.of(log));
    }
}
