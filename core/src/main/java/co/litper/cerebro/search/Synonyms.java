package co.litper.cerebro.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Groups of words that mean the same to those who ship parcels, kept by their stems. Immutable. */
public final class Synonyms {
    /** Stands for a word of no group. */
    public static final int NONE = -1;

    private static final String FILE = "synonyms-es.txt";
    private static final Synonyms PACKAGED = read();

    private final Map<String, Integer> groupOf;

    private Synonyms(List<List<String>> groups) {
        this.groupOf = new HashMap<>();
        for (int g = 0; g < groups.size(); g++) {
            for (String stem : groups.get(g)) {
                groupOf.putIfAbsent(stem, g);
            }
        }
    }

    /** The list that comes with Cerebro. */
    public static Synonyms packaged() {
        return PACKAGED;
    }

    /** The number of the group that holds a stem, from 0, or {@link #NONE}. A stem of two groups belongs to the first. */
    public int group(String stem) {
        return groupOf.getOrDefault(stem, NONE);
    }

    private static Synonyms read() {
        List<List<String>> groups = new ArrayList<>();
        try (InputStream file = Objects.requireNonNull(Synonyms.class.getResourceAsStream(FILE), FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    groups.add(SpanishWords.of(line).stream()
                            .map(SpanishStem::of)
                            .distinct()
                            .toList());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
        return new Synonyms(List.copyOf(groups));
    }
}
