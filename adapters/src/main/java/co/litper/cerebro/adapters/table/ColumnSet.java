package co.litper.cerebro.adapters.table;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The columns that a reader looks for, with the headings they go by. Immutable, thread-safe.
 *
 * @param <C> one constant per column
 */
public final class ColumnSet<C extends Enum<C>> {
    private final Class<C> type;
    private final Map<String, C> byHeading = new TreeMap<>();
    private final Map<C, String> names;
    private final List<Set<C>> required;
    private final Set<C> identifying;

    private ColumnSet(Class<C> type, List<Set<C>> required, Set<C> identifying, Map<C, List<String>> headings) {
        this.type = type;
        this.required = required;
        this.identifying = identifying;
        this.names = new EnumMap<>(type);
        headings.forEach((column, spellings) -> {
            names.put(column, spellings.getFirst());
            for (String spelling : spellings) {
                C other = byHeading.putIfAbsent(Heading.fold(spelling), column);
                if (other != null && other != column) {
                    throw new IllegalArgumentException(
                            "heading '" + spelling + "' stands for both " + other + " and " + column);
                }
            }
        });
    }

    /** A column as {@link #of} takes it. */
    public interface Described {
        /** The headings it goes by, the usual one first. */
        List<String> headings();
    }

    /**
     * The columns of an enum.
     *
     * @param type the enum
     * @param required of each of these sets at least one column must be there
     * @param identifying columns that are no personal data and may be quoted to tell which row is meant
     */
    public static <C extends Enum<C> & Described> ColumnSet<C> of(
            Class<C> type, List<Set<C>> required, Set<C> identifying) {
        Map<C, List<String>> headings = new EnumMap<>(type);
        for (C column : type.getEnumConstants()) {
            headings.put(column, List.copyOf(column.headings()));
        }
        return new ColumnSet<>(type, List.copyOf(required), Set.copyOf(identifying), headings);
    }

    /** The column that goes by {@code heading}, in any spelling. */
    Optional<C> find(String heading) {
        return Optional.ofNullable(byHeading.get(Heading.fold(heading)));
    }

    /** How many different columns a row of headings has. */
    int recognised(List<String> headings) {
        Set<C> found = EnumSet.noneOf(type);
        headings.forEach(heading -> find(heading).ifPresent(found::add));
        return found.size();
    }

    /** The required columns that are not among {@code headings}, as text; empty if none is missing. */
    List<String> missing(List<String> headings) {
        Set<C> found = EnumSet.noneOf(type);
        headings.forEach(heading -> find(heading).ifPresent(found::add));
        return required.stream()
                .filter(anyOf -> anyOf.stream().noneMatch(found::contains))
                .map(anyOf -> String.join(
                        " or ", anyOf.stream().sorted().map(this::name).toList()))
                .toList();
    }

    /** What people call a column. */
    String name(C column) {
        return names.getOrDefault(column, column.name());
    }

    boolean identifying(C column) {
        return identifying.contains(column);
    }

    /** The identifying columns in the order of the enum. */
    List<C> identifyingColumns() {
        return Arrays.stream(type.getEnumConstants())
                .filter(identifying::contains)
                .toList();
    }

    /** For each column its place in {@code headings}, or -1. */
    int[] places(List<String> headings) {
        int[] places = new int[type.getEnumConstants().length];
        Arrays.fill(places, -1);
        for (int i = 0; i < headings.size(); i++) {
            int at = i;
            find(headings.get(i)).ifPresent(column -> {
                if (places[column.ordinal()] < 0) {
                    places[column.ordinal()] = at;
                }
            });
        }
        return places;
    }
}
