package co.litper.cerebro.server.read;

import co.litper.cerebro.adapters.sql.ReadTables;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.MerchantId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Carriers by city, from sums that are kept up: O(lanes), at most some ten thousand. Thread-safe. */
public final class Scorecards {
    private static final LaneCount[] COUNTS = LaneCount.values();
    private static final String ALL =
            "SELECT carrier, city, " + Sums.plain(COUNTS) + " FROM lane WHERE merchant = ? AND parcels > 0";
    private static final Comparator<Scorecard> LARGEST = Comparator.comparingLong(Scorecard::parcels)
            .reversed()
            .thenComparing(Scorecard::carrier)
            .thenComparing(Scorecard::city);

    private final ReadTables file;
    private final Words words;

    /** One lane's sums. */
    record Lane(Carrier carrier, CityCode city, Sums<LaneCount> sums) {}

    Scorecards(ReadTables file, Words words) {
        this.file = file;
        this.words = words;
    }

    List<Lane> lanes(MerchantId merchant) {
        return file.read(session -> {
            List<Lane> lanes = new ArrayList<>();
            PreparedStatement statement = session.statement(ALL);
            statement.setLong(1, words.find(session, merchant.value()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    lanes.add(new Lane(
                            new Carrier(words.text(session, rows.getLong(1))),
                            new CityCode(words.text(session, rows.getLong(2))),
                            Sums.read(rows, 3, COUNTS)));
                }
            }
            return lanes;
        });
    }

    /**
     * Lanes, the largest first.
     *
     * @param carrier of this carrier only
     * @param city to this city only
     * @param limit at most so many
     * @param skip leaving out the first so many
     */
    public List<Scorecard> lanes(
            MerchantId merchant, Optional<Carrier> carrier, Optional<CityCode> city, int limit, int skip) {
        return lanes(merchant).stream()
                .filter(lane -> carrier.map(lane.carrier()::equals).orElse(true))
                .filter(lane -> city.map(lane.city()::equals).orElse(true))
                .map(lane -> Scorecard.of(lane.carrier(), lane.city(), lane.sums()))
                .sorted(LARGEST)
                .skip(skip)
                .limit(limit)
                .toList();
    }

    /** Each carrier over all its cities, the largest first. */
    public List<Scorecard> carriers(MerchantId merchant) {
        return summed(lanes(merchant), Lane::carrier, (carrier, sums) -> Scorecard.of(carrier, CityCode.UNKNOWN, sums));
    }

    /** Each city over all carriers, the largest first; the carrier is {@link Carrier#UNKNOWN}. */
    public List<Scorecard> cities(MerchantId merchant) {
        return summed(lanes(merchant), Lane::city, (city, sums) -> Scorecard.of(Carrier.UNKNOWN, city, sums));
    }

    static <K> List<Scorecard> summed(
            List<Lane> lanes, Function<Lane, K> by, BiFunction<K, Sums<LaneCount>, Scorecard> card) {
        Map<K, Sums<LaneCount>> sums = new HashMap<>();
        for (Lane lane : lanes) {
            sums.computeIfAbsent(by.apply(lane), k -> Sums.none(COUNTS)).add(lane.sums());
        }
        return sums.entrySet().stream()
                .map(e -> card.apply(e.getKey(), e.getValue()))
                .sorted(LARGEST)
                .toList();
    }
}
