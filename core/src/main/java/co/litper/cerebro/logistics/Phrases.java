package co.litper.cerebro.logistics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table from phrases to meanings that finds a phrase as a whole text, as the beginning of one, or within one, always
 * in whole words and the longest first. Immutable; a lookup is linear in the words of the text.
 *
 * <p>Phrases and texts are compared in one <em>form</em>: folded, and participles in the masculine singular, so that
 * ENTREGADA and ENTREGADOS are ENTREGADO.
 */
final class Phrases<V> {
    /** A phrase found: its meaning, the index of its first word, and how many words it has. */
    record Hit<V>(V meaning, int from, int words) {}

    private record Phrase<V>(String[] words, V meaning) {}

    private static final Set<String> NEGATIONS = Set.of("NO", "SIN", "NUNCA", "NI", "TAMPOCO", "NINGUN", "NINGUNA");
    private static final Set<String> LIGHT = Set.of(
            "SE",
            "HA",
            "HAN",
            "HABIA",
            "FUE",
            "FUERON",
            "ES",
            "ESTA",
            "ESTABA",
            "ESTAN",
            "HAY",
            "HUBO",
            "SIDO",
            "PRESENTA",
            "PRESENTO",
            "TIENE",
            "REQUIERE",
            "EL",
            "LA",
            "LOS",
            "LAS",
            "UN",
            "UNA",
            "EN",
            "DE",
            "POR",
            "A");
    private static final int MOST_LIGHT_WORDS = 3;
    private static final int SHORTEST_PARTICIPLE = 5;

    private final Map<String, V> whole;
    private final Map<String, List<Phrase<V>>> byFirstWord = new HashMap<>();

    private Phrases(Map<String, V> whole) {
        this.whole = whole;
        whole.forEach((text, meaning) -> {
            String[] words = words(text);
            byFirstWord.computeIfAbsent(words[0], first -> new ArrayList<>()).add(new Phrase<>(words, meaning));
        });
        byFirstWord.values().forEach(list -> list.sort((a, b) -> b.words.length - a.words.length));
    }

    /** Keys are phrases in any spelling; two keys of one form must have equal meanings. */
    static <V> Phrases<V> of(Map<String, V> meanings) {
        Map<String, V> whole = new LinkedHashMap<>();
        meanings.forEach((phrase, meaning) -> {
            V other = whole.put(form(phrase), meaning);
            if (other != null && !other.equals(meaning)) {
                throw new IllegalArgumentException("'" + phrase + "' means both " + other + " and " + meaning);
            }
        });
        return new Phrases<>(whole);
    }

    /** The form in which texts are compared. */
    static String form(String raw) {
        String[] words = words(Folding.fold(raw));
        for (int i = 0; i < words.length; i++) {
            words[i] = masculineSingular(words[i]);
        }
        return String.join(" ", words);
    }

    static String[] words(String folded) {
        return folded.isEmpty() ? new String[0] : folded.split(" ", -1);
    }

    static boolean isNegation(String word) {
        return NEGATIONS.contains(word);
    }

    Map<String, V> entries() {
        return whole;
    }

    @Nullable
    V whole(String form) {
        return whole.get(form);
    }

    /** The longest phrase of at least {@code leastWords} words with which {@code words} begin at {@code from}. */
    @Nullable
    Hit<V> at(String[] words, int from, int leastWords) {
        for (Phrase<V> phrase : byFirstWord.getOrDefault(words[from], List.of())) {
            if (phrase.words.length >= leastWords && matches(phrase.words, words, from)) {
                return new Hit<>(phrase.meaning, from, phrase.words.length);
            }
        }
        return null;
    }

    /**
     * The longest phrase within {@code words}, the earliest of equally long ones. A phrase that {@link #isNegated}
     * does not count, unless it begins with a negation itself.
     */
    @Nullable
    Hit<V> within(String[] words) {
        Hit<V> best = null;
        for (int i = 0; i < words.length; i++) {
            if (!isNegation(words[i]) && isNegated(words, i)) {
                continue;
            }
            Hit<V> hit = at(words, i, 1);
            if (hit != null && (best == null || hit.words > best.words)) {
                best = hit;
            }
        }
        return best;
    }

    /**
     * True if a negation stands before {@code words[at]}, with at most three auxiliaries or articles between: NO SE HA
     * DEVUELTO, but not NO RECIBEN DEVUELTO.
     */
    static boolean isNegated(String[] words, int at) {
        int i = at - 1;
        while (i >= 0 && at - 1 - i < MOST_LIGHT_WORDS && LIGHT.contains(words[i])) {
            i--;
        }
        return i >= 0 && isNegation(words[i]);
    }

    private static boolean matches(String[] phrase, String[] words, int from) {
        if (from + phrase.length > words.length) {
            return false;
        }
        for (int i = 0; i < phrase.length; i++) {
            if (!phrase[i].equals(words[from + i])) {
                return false;
            }
        }
        return true;
    }

    private static String masculineSingular(String word) {
        String singular = word.endsWith("S") ? word.substring(0, word.length() - 1) : word;
        boolean feminine = singular.endsWith("ADA") || singular.endsWith("IDA") || singular.endsWith("UELTA");
        if (singular.length() >= SHORTEST_PARTICIPLE && feminine) {
            return singular.substring(0, singular.length() - 1).concat("O");
        }
        boolean participle =
                singular.length() >= SHORTEST_PARTICIPLE && (singular.endsWith("ADO") || singular.endsWith("IDO"));
        return participle ? singular : word;
    }
}
