package co.litper.cerebro;

import co.litper.cerebro.logistics.Subject;
import co.litper.cerebro.logistics.TariffState.Tariff;
import co.litper.cerebro.sense.CarrierUse;
import co.litper.cerebro.sense.KnownCarriers;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import java.util.Map;
import java.util.TreeMap;

/** How full carriers are on the way to a city on a day, in all or on the lane, whichever is more; and who has room. */
final class CarrierRoom implements CarrierUse {
    private final ShardState state;
    private final CityCode city;
    private final long epochDay;

    /** @param epochDay days since 1970-01-01 */
    CarrierRoom(ShardState state, CityCode city, long epochDay) {
        this.state = state;
        this.city = city;
        this.epochDay = epochDay;
    }

    /** Tariffs to the city, of carriers that have room. */
    Map<Carrier, Tariff> tariffs() {
        Map<Carrier, Tariff> tariffs = new TreeMap<>();
        for (Carrier carrier : KnownCarriers.ALL) {
            boolean closed = state.subject(Subject.of(carrier)).isFull(epochDay)
                    || state.subject(Subject.lane(carrier, city)).isFull(epochDay);
            if (!closed) {
                state.tariffs(carrier).find(city).ifPresent(t -> tariffs.put(carrier, t));
            }
        }
        return tariffs;
    }

    @Override
    public double today(Carrier carrier) {
        return Math.max(
                state.subject(Subject.of(carrier)).use(epochDay),
                state.subject(Subject.lane(carrier, city)).use(epochDay));
    }

    @Override
    public double lately(Carrier carrier) {
        return state.subject(Subject.of(carrier)).recentUse();
    }
}
