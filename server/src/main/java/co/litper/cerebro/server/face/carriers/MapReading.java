package co.litper.cerebro.server.face.carriers;

import co.litper.cerebro.Home;
import co.litper.cerebro.logistics.City;
import co.litper.cerebro.logistics.CityDirectory;
import co.litper.cerebro.server.read.Interval;
import co.litper.cerebro.server.read.Scorecard;
import co.litper.cerebro.server.text.Figures;
import co.litper.cerebro.server.text.Texts;
import co.litper.cerebro.vocabulary.CityCode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Draws cities and lanes on a plain projection (degrees east shortened by the cosine of the mean latitude). The municipalities
 * themselves, a point each, show where the country lies.
 */
final class MapReading {
    private static final int WIDTH = 600;
    /** Colombia's mainland, degrees; San Andrés and Providencia lie outside and are in the tables. */
    private static final double WEST = -79.2;

    private static final double EAST = -66.7;
    private static final double NORTH = 12.7;
    private static final double SOUTH = -4.4;
    private static final double SCALE = WIDTH / (EAST - WEST);
    private static final double STRETCH = 1 / Math.cos(Math.toRadians((NORTH + SOUTH) / 2));
    private static final int HEIGHT = (int) Math.ceil((NORTH - SOUTH) * SCALE * STRETCH);

    private static final int MOST_CITIES = 300;
    private static final int MOST_LANES = 120;
    private static final double LARGEST_DOT = 16;
    private static final double SMALLEST_DOT = 2.5;
    private static final double WIDEST_LANE = 5;
    private static final double THINNEST_LANE = 0.6;

    private static final String GROUND = ground();

    private final Texts texts;
    private final CityDirectory directory = CityDirectory.packaged();

    MapReading(Texts texts) {
        this.texts = texts;
    }

    private record Pair(CityCode from, CityCode to) {}

    private static String ground() {
        StringBuilder path = new StringBuilder();
        for (City city : CityDirectory.packaged().cities()) {
            if (isOnMap(city)) {
                path.append('M').append(x(city)).append(' ').append(y(city)).append("h0");
            }
        }
        return path.toString();
    }

    private static boolean isOnMap(City city) {
        return city.isLocated() && city.longitude() >= WEST && city.latitude() >= SOUTH;
    }

    private static String x(City city) {
        return number((city.longitude() - WEST) * SCALE);
    }

    private static String y(City city) {
        return number((NORTH - city.latitude()) * SCALE * STRETCH);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /**
     * The map.
     *
     * @param cities each over the carriers that count
     * @param homes shipments whose lanes are drawn
     */
    MapModel map(List<Scorecard> cities, List<Home> homes) {
        return new MapModel(WIDTH, HEIGHT, GROUND, lanes(homes), dots(cities));
    }

    private List<MapModel.Dot> dots(List<Scorecard> cities) {
        double returned = cities.stream().mapToLong(Scorecard::returned).sum();
        double ended =
                returned + cities.stream().mapToLong(Scorecard::delivered).sum();
        double most = cities.stream().mapToLong(Scorecard::parcels).max().orElse(1);
        return cities.stream()
                .limit(MOST_CITIES)
                .flatMap(card -> directory.city(card.city()).filter(MapReading::isOnMap).stream()
                        .map(city -> dot(card, city, returned / ended, most)))
                .toList();
    }

    private MapModel.Dot dot(Scorecard card, City city, double usual, double most) {
        double r = Math.max(SMALLEST_DOT, LARGEST_DOT * Math.sqrt(card.parcels() / most));
        Interval returns = card.returns();
        String standing = returns.low() > usual ? "bad" : returns.high() < usual ? "good" : "even";
        String title = texts.say(
                CarrierWords.MAP_CITY,
                city.name(),
                Figures.count(card.parcels()),
                returns.isKnown()
                        ? Figures.percent(returns.value()) + " (" + Figures.percent(returns.low()) + "–"
                                + Figures.percent(returns.high()) + ")"
                        : "–");
        return new MapModel.Dot(x(city), y(city), number(r), standing, title);
    }

    private List<MapModel.Lane> lanes(List<Home> homes) {
        Map<Pair, Integer> counts = new HashMap<>();
        for (Home home : homes) {
            Pair pair = new Pair(home.parcel().facts().origin(), home.parcel().destination());
            if (pair.from().isKnown() && pair.to().isKnown() && !pair.from().equals(pair.to())) {
                counts.merge(pair, 1, Integer::sum);
            }
        }
        double most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(1);
        return counts.entrySet().stream()
                .sorted(Map.Entry.<Pair, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(e -> e.getKey().from())
                        .thenComparing(e -> e.getKey().to()))
                .limit(MOST_LANES)
                .sorted(Comparator.comparing(Map.Entry::getValue))
                .flatMap(e -> lane(e.getKey(), e.getValue(), most).stream())
                .toList();
    }

    private Optional<MapModel.Lane> lane(Pair pair, int count, double most) {
        Optional<City> from = directory.city(pair.from()).filter(MapReading::isOnMap);
        Optional<City> to = directory.city(pair.to()).filter(MapReading::isOnMap);
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new MapModel.Lane(
                "M" + x(from.get()) + " " + y(from.get()) + "L" + x(to.get()) + " " + y(to.get()),
                number(Math.max(THINNEST_LANE, WIDEST_LANE * Math.sqrt(count / most))),
                texts.say(CarrierWords.MAP_LANE, from.get().name(), to.get().name(), Figures.count(count))));
    }
}
