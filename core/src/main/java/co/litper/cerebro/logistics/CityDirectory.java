package co.litper.cerebro.logistics;

import co.litper.cerebro.vocabulary.CityCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The municipalities of Colombia: from what people write to the DANE code, and what is known of each.
 *
 * <p>{@link #packaged()} holds most of them, with some 98 % of the people; an official list adds the rest. A text that
 * names none stays as it is. Immutable but for a bounded cache, and thread-safe. A text seen before costs one hash
 * lookup; a new one up to a comparison with every name if it is misspelt.
 */
public final class CityDirectory {
    /** Distinct pairs of city and department remembered, twice over. */
    private static final int CACHE = 16_384;
    /** Longer texts are no names of cities and are not remembered. */
    private static final int LONGEST_CACHED = 120;

    private static final double EARTH_RADIUS_KM = 6_371.0088;
    private static final String RESOURCE = "cities.csv";

    private record Raw(String city, String department) {}

    private static final class Packaged {
        static final CityDirectory DIRECTORY = new CityDirectory(readPackaged(), Map.of());
    }

    private final Map<CityCode, City> cities = new LinkedHashMap<>();
    private final Map<CityCode, Set<String>> otherNames;
    private final CityFinder finder;
    private final BoundedCache<Raw, CityMatch> seen = new BoundedCache<>(CACHE);

    /** @param otherNames what lists call a city beside its name here */
    private CityDirectory(Collection<City> all, Map<CityCode, Set<String>> otherNames) {
        this.otherNames = otherNames;
        this.finder = new CityFinder(all, otherNames);
        all.forEach(city -> cities.put(city.code(), city));
    }

    /** The directory that comes with the product, read once. */
    public static CityDirectory packaged() {
        return Packaged.DIRECTORY;
    }

    /**
     * This directory with the municipalities of an official list (DIVIPOLA) added or renewed; what the list does not
     * tell of a known one, such as coordinates, is kept.
     *
     * @param divipola text with a header line; columns such as {@code codigo_dane}, {@code municipio}, {@code
     *     departamento}, {@code latitud}, {@code longitud}, {@code poblacion}, of which the first two are needed. Not
     *     closed. At most {@value DivipolaReader#MOST_ROWS} rows are read.
     * @throws UncheckedIOException if the reader fails
     */
    public CityImport with(Reader divipola) {
        DivipolaReader.Read read;
        try {
            read = DivipolaReader.read(new BufferedReader(divipola));
        } catch (IOException failure) {
            throw new UncheckedIOException("the list of municipalities could not be read", failure);
        }
        if (!read.header() || read.cities().isEmpty()) {
            List<String> problems = read.problems().isEmpty() ? List.of("the list has no rows") : read.problems();
            return new CityImport.Refused(problems);
        }
        Map<CityCode, City> merged = new LinkedHashMap<>(cities);
        Map<CityCode, Set<String>> names = new HashMap<>(otherNames);
        for (City city : read.cities()) {
            City renewed = merged.merge(city.code(), city, CityDirectory::renewed);
            if (!renewed.name().equals(city.name())) {
                names.merge(city.code(), Set.of(city.name()), CityDirectory::union);
            }
        }
        return new CityImport.Loaded(
                new CityDirectory(merged.values(), names), read.cities().size(), read.problems());
    }

    /** The municipality that {@code city} names, with or without its department in the text. */
    public CityMatch find(String city) {
        return find(city, "");
    }

    /**
     * The municipality that {@code city} names in {@code department}; either may be empty. Forms such as {@code CALI -
     * VALLE}, {@code Medellín (Antioquia)}, {@code STA MARTA} and a DANE code are understood. One wrong letter is mended
     * in a name of five or more, two in one of nine or more, if only one municipality is that near.
     */
    public CityMatch find(String city, String department) {
        Raw raw = new Raw(city, department);
        return city.length() + department.length() > LONGEST_CACHED
                ? finder.find(city, department)
                : seen.get(raw, key -> finder.find(key.city, key.department));
    }

    /** What is known of a municipality. */
    public Optional<City> city(CityCode code) {
        return Optional.ofNullable(cities.get(code));
    }

    /** All municipalities, in the order of the lists. */
    public Collection<City> cities() {
        return Collections.unmodifiableCollection(cities.values());
    }

    /** Kilometres as the crow flies between two municipalities, or NaN if a place is not known. */
    public double distanceKm(CityCode from, CityCode to) {
        City a = cities.get(from);
        City b = cities.get(to);
        return a == null || b == null ? Double.NaN : haversineKm(a, b);
    }

    /** Great-circle distance on the mean sphere; within 0.6 % of the ellipsoid's. */
    private static double haversineKm(City a, City b) {
        double latitudeA = Math.toRadians(a.latitude());
        double latitudeB = Math.toRadians(b.latitude());
        double sinLatitude = Math.sin((latitudeB - latitudeA) / 2);
        double sinLongitude = Math.sin(Math.toRadians(b.longitude() - a.longitude()) / 2);
        double half =
                sinLatitude * sinLatitude + Math.cos(latitudeA) * Math.cos(latitudeB) * sinLongitude * sinLongitude;
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(half)));
    }

    /** The known city as the list tells it; the name stays, so that it reads alike everywhere. */
    private static City renewed(City known, City told) {
        return new City(
                known.code(),
                known.name(),
                known.department().isEmpty() ? told.department() : known.department(),
                told.isLocated() ? told.latitude() : known.latitude(),
                told.isLocated() ? told.longitude() : known.longitude(),
                told.population() > 0 ? told.population() : known.population());
    }

    private static Set<String> union(Set<String> some, Set<String> more) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(more);
        return all;
    }

    private static List<City> readPackaged() {
        try (InputStream in = CityDirectory.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the packaged " + RESOURCE + " is missing. Maybe the jar is damaged.");
            }
            DivipolaReader.Read read =
                    DivipolaReader.read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
            if (!read.header() || !read.problems().isEmpty()) {
                throw new IllegalStateException("the packaged " + RESOURCE + ": " + read.problems());
            }
            return read.cities();
        } catch (IOException failure) {
            throw new UncheckedIOException("the packaged " + RESOURCE + " could not be read", failure);
        }
    }
}
