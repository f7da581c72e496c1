package co.litper.cerebro.simulator.world;

import co.litper.cerebro.logistics.City;
import co.litper.cerebro.logistics.CityDirectory;
import co.litper.cerebro.vocabulary.CityCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The municipalities of a world with what their place makes of a journey. Immutable. */
final class Geography {
    /** Where shops send from: Bogotá, Medellín, Cali. */
    static final List<CityCode> ORIGINS = List.of(new CityCode("11001"), new CityCode("05001"), new CityCode("76001"));

    /** Without a road to the interior, or nearly: San Andrés, Amazonas, Guainía, Vaupés, Vichada. */
    private static final Set<Integer> OFF_ROAD = Set.of(88, 91, 94, 97, 99);

    private static final double[] TIER_BELOW_DAYS = {1.9, 2.7, 3.8};
    private static final double[] ZONE_BELOW_KM = {60, 220, 420, 700};

    private final List<Place> places;
    /** Running sum of how many orders each draws. */
    private final double[] pull;

    Geography(WorldParameters p) {
        List<City> cities = chosen((int) p.get("place.count"));
        List<Place> made = new ArrayList<>();
        pull = new double[cities.size()];
        double sum = 0;
        for (City city : cities) {
            sum += Math.pow(city.population(), p.get("place.pull"));
            pull[made.size()] = sum;
            made.add(place(made.size(), city, p));
        }
        places = List.copyOf(made);
    }

    List<Place> places() {
        return places;
    }

    /** The place that a uniform draw falls on, by its pull. */
    Place pick(double unit) {
        double target = unit * pull[pull.length - 1];
        int low = 0;
        int high = pull.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (pull[middle] > target) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return places.get(low);
    }

    /** The largest, and the largest of each department that is not among them. */
    private static List<City> chosen(int count) {
        List<City> ranked = CityDirectory.packaged().cities().stream()
                .filter(City::isLocated)
                .sorted(Comparator.comparingInt(City::population).reversed().thenComparing(City::code))
                .toList();
        Set<City> chosen = new LinkedHashSet<>(ranked.subList(0, Math.min(count, ranked.size())));
        Set<String> departments = new HashSet<>();
        for (City city : ranked) {
            if (departments.add(city.code().department())) {
                chosen.add(city);
            }
        }
        return List.copyOf(chosen);
    }

    private static Place place(int index, City city, WorldParameters p) {
        int department = Integer.parseInt(city.code().department());
        double road = p.get("road." + city.code().department());
        boolean rural = city.population() < p.get("place.rural");
        double[] lineHaul = new double[ORIGINS.size()];
        for (int i = 0; i < lineHaul.length; i++) {
            double km = CityDirectory.packaged().distanceKm(ORIGINS.get(i), city.code());
            lineHaul[i] = p.get("transit.handover")
                    + km * road / p.get("transit.km")
                    + (rural ? p.get("place.rural.days") : 0)
                    + (OFF_ROAD.contains(department) ? p.get("place.offroad.days") : 0);
        }
        double km = CityDirectory.packaged().distanceKm(ORIGINS.getFirst(), city.code());
        boolean far = OFF_ROAD.contains(department);
        return new Place(
                index,
                city.code(),
                department,
                road,
                rural,
                rural ? p.get("place.remote") * road : 0,
                far ? TIER_BELOW_DAYS.length : step(lineHaul[0], TIER_BELOW_DAYS),
                far ? ZONE_BELOW_KM.length : step(km * Math.sqrt(road), ZONE_BELOW_KM),
                lineHaul);
    }

    private static int step(double value, double[] bounds) {
        int step = 0;
        while (step < bounds.length && value >= bounds[step]) {
            step++;
        }
        return step;
    }
}
