package co.litper.cerebro.simulator.world;

import co.litper.cerebro.world.Hash64;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The hidden parameters of one world, by name. The packaged {@code world.properties} documents each with its meaning,
 * unit, source and range. Immutable.
 */
public final class WorldParameters {
    private static final String RESOURCE = "world.properties";

    private static final class Packaged {
        static final SortedMap<String, ParameterRange> RANGES = readPackaged();
    }

    private final SortedMap<String, Double> values;

    private WorldParameters(SortedMap<String, Double> values) {
        this.values = Collections.unmodifiableSortedMap(values);
    }

    /** One world drawn from the packaged ranges. The same seed draws the same world; a key's draw depends on no other. */
    public static WorldParameters sample(long seed) {
        return draw(Packaged.RANGES, seed);
    }

    /** The world in the middle of every packaged range. */
    public static WorldParameters middle() {
        SortedMap<String, Double> values = new TreeMap<>();
        Packaged.RANGES.forEach((key, range) -> values.put(key, range.at(0.5)));
        return new WorldParameters(values);
    }

    /**
     * Reads a file of the format of {@code world.properties}; what it leaves out keeps the middle of the packaged range,
     * and a range in it stands for its middle.
     *
     * @throws IllegalArgumentException naming every problem of the file: unknown keys, unreadable values
     * @throws IOException if the file cannot be read
     */
    public static WorldParameters read(Path file) throws IOException {
        return middle().with(Files.readAllLines(file, StandardCharsets.UTF_8), file.toString());
    }

    /** These parameters with the ranges of a file drawn anew, else as {@link #read(Path)}. */
    public static WorldParameters read(Path file, long seed) throws IOException {
        SortedMap<String, ParameterRange> ranges = new TreeMap<>(Packaged.RANGES);
        ranges.putAll(ParameterFile.parse(
                Files.readAllLines(file, StandardCharsets.UTF_8), file.toString(), Packaged.RANGES.keySet()));
        return draw(ranges, seed);
    }

    private WorldParameters with(List<String> lines, String name) {
        SortedMap<String, Double> changed = new TreeMap<>(values);
        ParameterFile.parse(lines, name, values.keySet()).forEach((key, range) -> changed.put(key, range.at(0.5)));
        return new WorldParameters(changed);
    }

    /**
     * These parameters with one changed, such as {@code fault.strike.start}.
     *
     * @throws IllegalArgumentException if there is no such parameter, with a suggestion
     */
    public WorldParameters with(String key, double value) {
        return with(List.of(key + " = " + value), "the change");
    }

    /** All of it in the format that {@link #read(Path)} reads, sorted by key. */
    public String toProperties() {
        StringBuilder text = new StringBuilder();
        values.forEach((key, value) -> text.append(key)
                .append(" = ")
                .append(ParameterRange.shown(value))
                .append('\n'));
        return text.toString();
    }

    /** The value of a key that the packaged file has. */
    double get(String key) {
        Double value = values.get(key);
        if (value == null) {
            throw new IllegalStateException("world.properties has no '" + key + "'");
        }
        return value;
    }

    /** The value of a key of one carrier, {@code carrier.NUMBER.what}. */
    double ofCarrier(int carrier, String what) {
        return get("carrier." + carrier + "." + what);
    }

    /** The value of a key, or 0 if the file has none. */
    double orZero(String key) {
        return values.getOrDefault(key, 0.0);
    }

    private static WorldParameters draw(SortedMap<String, ParameterRange> ranges, long seed) {
        SortedMap<String, Double> values = new TreeMap<>();
        ranges.forEach((key, range) -> values.put(key, range.at(Hash64.toUnit(Hash64.of(seed, key)))));
        return new WorldParameters(values);
    }

    private static SortedMap<String, ParameterRange> readPackaged() {
        try (InputStream in = WorldParameters.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the packaged " + RESOURCE + " is missing. Maybe the jar is damaged.");
            }
            List<String> lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
            return ParameterFile.parse(lines, RESOURCE, null);
        } catch (IOException failure) {
            throw new UncheckedIOException("the packaged " + RESOURCE + " could not be read", failure);
        }
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "WorldParameters[%d values]", values.size());
    }
}
