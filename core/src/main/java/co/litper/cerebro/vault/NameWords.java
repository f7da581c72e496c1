package co.litper.cerebro.vault;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The words by which a customer's name is searched: capital letters and digits without accents. An index keeps only the
 * {@link #stem} of each, so that it tells little of a name and is still of use while a word is being typed. Pure.
 */
public final class NameWords {
    /** Letters of a word that an index keeps. */
    public static final int PREFIX = 4;

    /** Words of a name that are searched; a Spanish name has four, and "de la" between them. */
    public static final int MOST_WORDS = 8;

    private NameWords() {}

    /** The different words of a text in its order, at most {@value #MOST_WORDS}. */
    public static List<String> words(String text) {
        Set<String> words = new LinkedHashSet<>();
        StringBuilder word = new StringBuilder();
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).toUpperCase(Locale.ROOT);
        for (int i = 0; i <= plain.length() && words.size() < MOST_WORDS; i++) {
            char c = i < plain.length() ? plain.charAt(i) : ' ';
            if (Character.isLetterOrDigit(c)) {
                word.append(c);
            } else if (Character.getType(c) != Character.NON_SPACING_MARK && !word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        return List.copyOf(words);
    }

    /** The first {@value #PREFIX} letters of a word, or all of a shorter one. */
    public static String stem(String word) {
        return word.length() <= PREFIX ? word : word.substring(0, PREFIX);
    }

    /** The different stems of a text. */
    public static List<String> stems(String text) {
        return words(text).stream().map(NameWords::stem).distinct().toList();
    }

    /** True if each word of {@code text} begins a word of {@code name}, or is one if it is shorter than a stem; false for no word. */
    public static boolean fits(String name, String text) {
        List<String> wanted = words(text);
        List<String> found = new ArrayList<>(words(name));
        return !wanted.isEmpty()
                && wanted.stream()
                        .allMatch(
                                w -> found.stream().anyMatch(f -> w.length() < PREFIX ? f.equals(w) : f.startsWith(w)));
    }
}
