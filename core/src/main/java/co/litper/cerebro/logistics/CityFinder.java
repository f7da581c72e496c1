package co.litper.cerebro.logistics;

import co.litper.cerebro.vocabulary.CityCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the municipality that a text names: by its code, by its names, without the department written beside it, without
 * what follows a dash, and at last with letters mended. Immutable and thread-safe.
 */
final class CityFinder {
    /** How a name is borne: the official one, or a by-name that gives way to it. */
    private enum Rank {
        OFFICIAL,
        BESIDE
    }

    private record Bearer(City city, Rank rank) {}

    /** A reading of the text: a name, and the department beside it if one is told. */
    private record Reading(String name, @Nullable String department) {}

    private static final Comparator<Bearer> MOST_POPULOUS_FIRST = Comparator.comparing(Bearer::rank)
            .thenComparingInt(bearer -> -bearer.city.population())
            .thenComparing(bearer -> bearer.city.code());

    /** From this size on a city is meant even if the department is another's, or a quarter stands beside it. */
    private static final int WELL_KNOWN = 100_000;

    private static final String COUNTRY = " COLOMBIA";
    private static final int SHORTEST_WITH_ONE_TYPO = 5;
    private static final int SHORTEST_WITH_TWO_TYPOS = 9;
    private static final int LONGEST_WITH_TYPO = 60;

    private final Map<CityCode, City> byCode = new HashMap<>();
    private final Map<String, List<Bearer>> byName = new LinkedHashMap<>();

    CityFinder(Collection<City> cities, Map<CityCode, Set<String>> otherNames) {
        for (City city : cities) {
            byCode.put(city.code(), city);
            bear(city, CityNames.normal(city.name()), Rank.OFFICIAL);
            for (String name : otherNames.getOrDefault(city.code(), Set.of())) {
                bear(city, CityNames.normal(name), Rank.OFFICIAL);
                CityNames.besides("", name).forEach(beside -> bear(city, beside, Rank.BESIDE));
            }
            CityNames.besides(city.code().code(), city.name()).forEach(name -> bear(city, name, Rank.BESIDE));
        }
        new ArrayList<>(byName.entrySet()).forEach(entry -> bearJoined(entry.getKey(), entry.getValue()));
        byName.values().forEach(bearers -> bearers.sort(MOST_POPULOUS_FIRST));
    }

    CityMatch find(String rawCity, String rawDepartment) {
        String name = CityNames.normal(rawCity);
        String department = Departments.mended(Folding.fold(rawDepartment));
        if (name.isEmpty()) {
            return CityMatch.NOTHING;
        }
        City coded = byCode(name);
        if (coded != null) {
            return new CityMatch(coded.code(), false, false);
        }
        List<Reading> readings = readings(name, department);
        CityMatch match = named(readings);
        if (match == null) {
            match = beforeSeparator(rawCity, department);
        }
        if (match == null) {
            match = mended(readings);
        }
        return match == null ? unknown(name, department) : match;
    }

    /** A DANE code, the first zero lost by a spreadsheet or not, or the code of a populated place within. */
    private @Nullable City byCode(String name) {
        if (!name.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        String code = name.length() == 4 || name.length() == 7 ? "0" + name : name;
        return code.length() == 5 || code.length() == 8 ? byCode.get(new CityCode(code.substring(0, 5))) : null;
    }

    /** The text whole, then with a department split off behind or before; last without COLOMBIA at its end. */
    private static List<Reading> readings(String name, @Nullable String told) {
        List<Reading> readings = new ArrayList<>();
        addReadings(readings, name, told);
        if (name.endsWith(COUNTRY)) {
            addReadings(readings, name.substring(0, name.length() - COUNTRY.length()), told);
        }
        return readings;
    }

    private static void addReadings(List<Reading> readings, String name, @Nullable String told) {
        readings.add(new Reading(name, told));
        String[] words = Phrases.words(name);
        for (int i = 1; i < words.length; i++) {
            String front = String.join(" ", Arrays.asList(words).subList(0, i));
            String back = String.join(" ", Arrays.asList(words).subList(i, words.length));
            split(readings, front, Departments.exact(back), told);
            split(readings, back, Departments.exact(front), told);
        }
    }

    private static void split(List<Reading> readings, String name, @Nullable String beside, @Nullable String told) {
        if (beside != null) {
            readings.add(new Reading(name, told == null ? beside : told));
            if (told != null && !told.equals(beside)) {
                readings.add(new Reading(name, beside));
            }
        }
    }

    private @Nullable CityMatch named(List<Reading> readings) {
        for (Reading reading : readings) {
            CityMatch match = pick(bearers(reading.name), reading.department);
            if (match != null) {
                return match;
            }
        }
        return null;
    }

    private List<Bearer> bearers(String name) {
        List<Bearer> bearers = byName.get(name);
        if (bearers == null) {
            bearers = byName.get(CityNames.bare(name));
        }
        return bearers == null ? byName.getOrDefault(name.replace(" ", ""), List.of()) : bearers;
    }

    private static @Nullable CityMatch pick(List<Bearer> bearers, @Nullable String department) {
        List<Bearer> fitting = bearers.stream()
                .filter(bearer -> department == null
                        || Departments.fits(department, bearer.city.code().department()))
                .toList();
        if (fitting.isEmpty()) {
            return pickWellKnown(bearers);
        }
        Bearer first = fitting.getFirst();
        boolean ambiguous = fitting.size() > 1
                && (fitting.get(1).rank == first.rank
                        || (department == null && fitting.get(1).city.population() > first.city.population()));
        return new CityMatch(first.city.code(), ambiguous, false);
    }

    /** Barranquilla in Magdalena is Barranquilla; a small town in the wrong department may be another of that name. */
    private static @Nullable CityMatch pickWellKnown(List<Bearer> bearers) {
        boolean wellKnown = !bearers.isEmpty() && bearers.getFirst().city.population() >= WELL_KNOWN;
        return wellKnown ? new CityMatch(bearers.getFirst().city.code(), true, false) : null;
    }

    /** BOGOTA - SUBA, Cali (Pance): a well-known city, then something in it. */
    private @Nullable CityMatch beforeSeparator(String raw, @Nullable String department) {
        int end = 0;
        while (end < raw.length() && "-,(/;|".indexOf(raw.charAt(end)) < 0) {
            end++;
        }
        if (end == raw.length()) {
            return null;
        }
        List<Bearer> bearers = bearers(CityNames.normal(raw.substring(0, end)));
        CityMatch match = bearers.isEmpty() || bearers.getFirst().city.population() < WELL_KNOWN
                ? null
                : pick(bearers, department);
        return match == null ? null : new CityMatch(match.code(), match.ambiguous(), true);
    }

    private @Nullable CityMatch mended(List<Reading> readings) {
        for (Reading reading : readings) {
            City near = nearest(reading);
            if (near != null) {
                return new CityMatch(near.code(), false, true);
            }
        }
        return null;
    }

    /** The only municipality with the fewest wrong letters, or null if there is none or more than one. */
    private @Nullable City nearest(Reading reading) {
        String name = reading.name;
        if (name.length() < SHORTEST_WITH_ONE_TYPO || name.length() > LONGEST_WITH_TYPO) {
            return null;
        }
        int best = name.length() >= SHORTEST_WITH_TWO_TYPOS ? 2 : 1;
        Set<City> nearest = new HashSet<>();
        for (Map.Entry<String, List<Bearer>> entry : byName.entrySet()) {
            List<City> fitting = fitting(entry.getValue(), reading.department);
            if (entry.getKey().length() < SHORTEST_WITH_ONE_TYPO || fitting.isEmpty()) {
                continue;
            }
            int distance = EditDistance.atMost(entry.getKey(), name, best);
            if (distance < best) {
                nearest.clear();
                best = distance;
            }
            if (distance == best) {
                nearest.addAll(fitting);
            }
        }
        return nearest.size() == 1 ? nearest.iterator().next() : null;
    }

    private static List<City> fitting(List<Bearer> bearers, @Nullable String department) {
        return bearers.stream()
                .map(Bearer::city)
                .filter(city -> department == null
                        || Departments.fits(department, city.code().department()))
                .toList();
    }

    /** Same names in different departments stay apart where the department is told. */
    private static CityMatch unknown(String name, @Nullable String department) {
        return new CityMatch(CityCode.raw(department == null ? name : name + "/" + department), false, false);
    }

    private void bear(City city, String name, Rank rank) {
        if (name.isEmpty()) {
            return;
        }
        List<Bearer> bearers = byName.computeIfAbsent(name, key -> new ArrayList<>(1));
        if (bearers.stream().noneMatch(bearer -> bearer.city.equals(city))) {
            bearers.add(new Bearer(city, rank));
        }
    }

    /** SANGIL for SAN GIL. */
    private void bearJoined(String name, List<Bearer> bearers) {
        if (name.indexOf(' ') > 0) {
            bearers.forEach(bearer -> bear(bearer.city, name.replace(" ", ""), Rank.BESIDE));
        }
    }
}
