package co.litper.cerebro.server.read;

import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.MerchantId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A look back at all history: where shipments were lost, and what the better carrier of a city could have saved.
 *
 * @param all over everything
 * @param carriers each carrier, the dearest losses first
 * @param cities cities, the dearest losses first, at most {@link #MOST_CITIES}
 * @param overlaps cities with several carriers of which one loses less, the dearest first, at most {@link #MOST_CITIES}
 * @param assumedCop what the overlaps add up to, pesos; an assumption, see {@link Overlap}
 */
public record LookBack(
        Scorecard all, List<Scorecard> carriers, List<Scorecard> cities, List<Overlap> overlaps, long assumedCop) {
    /** Cities that a page shows. */
    public static final int MOST_CITIES = 50;

    /** Ended shipments below which a carrier is not compared in a city. */
    public static final long LEAST_ENDED = 30;

    private static final Comparator<Scorecard> DEAREST = Comparator.comparingLong(Scorecard::lostCop)
            .reversed()
            .thenComparing(Scorecard::carrier)
            .thenComparing(Scorecard::city);

    public LookBack {
        carriers = List.copyOf(carriers);
        cities = List.copyOf(cities);
        overlaps = List.copyOf(overlaps);
    }

    /**
     * A carrier in a city where another one loses less. What could have been saved is an assumption (<em>supuesto</em>): that
     * the other would have returned of these shipments the share that it returned of its own, at the upper end of its 95 %
     * interval, and at the same loss each. Which shipments went to whom was no accident, so it is no more than that.
     *
     * @param carrier as it did there
     * @param better the carrier whose interval of returns ends lowest there
     * @param savedReturns shipments
     * @param savedCop pesos
     */
    public record Overlap(Scorecard carrier, Scorecard better, double savedReturns, long savedCop) {}

    static LookBack of(Scorecards cards, MerchantId merchant) {
        List<Scorecards.Lane> lanes = cards.lanes(merchant);
        Sums<LaneCount> sum = Sums.none(LaneCount.values());
        Map<CityCode, List<Scorecard>> byCity = new TreeMap<>();
        for (Scorecards.Lane lane : lanes) {
            sum.add(lane.sums());
            byCity.computeIfAbsent(lane.city(), city -> new ArrayList<>())
                    .add(Scorecard.of(lane.carrier(), lane.city(), lane.sums()));
        }
        List<Overlap> overlaps = new ArrayList<>();
        byCity.forEach((city, there) -> {
            if (city.isKnown()) {
                overlaps.addAll(overlaps(there));
            }
        });
        overlaps.sort(Comparator.comparingLong(Overlap::savedCop)
                .reversed()
                .thenComparing(o -> o.carrier().city())
                .thenComparing(o -> o.carrier().carrier()));
        return new LookBack(
                Scorecard.of(Carrier.UNKNOWN, CityCode.UNKNOWN, sum),
                Scorecards.summed(lanes, Scorecards.Lane::carrier, (c, sums) -> Scorecard.of(c, CityCode.UNKNOWN, sums))
                        .stream()
                        .sorted(DEAREST)
                        .toList(),
                Scorecards.summed(lanes, Scorecards.Lane::city, (c, sums) -> Scorecard.of(Carrier.UNKNOWN, c, sums))
                        .stream()
                        .sorted(DEAREST)
                        .limit(MOST_CITIES)
                        .toList(),
                overlaps.stream().limit(MOST_CITIES).toList(),
                overlaps.stream().mapToLong(Overlap::savedCop).sum());
    }

    private static List<Overlap> overlaps(List<Scorecard> there) {
        List<Scorecard> enough = there.stream()
                .filter(card -> !card.carrier().equals(Carrier.UNKNOWN))
                .filter(card -> ended(card) >= LEAST_ENDED)
                .toList();
        List<Overlap> found = new ArrayList<>();
        Scorecard best = enough.stream()
                .min(Comparator.comparingDouble(
                                (Scorecard card) -> card.returns().high())
                        .thenComparing(Scorecard::carrier))
                .orElse(null);
        for (Scorecard card : enough) {
            double saved = best == null ? 0 : card.returned() - best.returns().high() * ended(card);
            if (best != null && card != best && saved > 0) {
                found.add(new Overlap(card, best, saved, Math.round(saved * card.lostCop() / card.returned())));
            }
        }
        return found;
    }

    private static long ended(Scorecard card) {
        return card.delivered() + card.returned();
    }
}
