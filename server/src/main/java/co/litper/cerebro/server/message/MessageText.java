package co.litper.cerebro.server.message;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with places such as {@code {nombre}}: checked when it is written, filled in when it leaves. Pure. */
public final class MessageText {
    /** Characters of a text; what a person reads on a telephone without scrolling is half of it. */
    public static final int LONGEST = 1_000;

    /** Characters of a place's name that are repeated to who wrote it. */
    private static final int SHOWN = 30;

    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern BRACE = Pattern.compile("[{}]");

    private MessageText() {}

    /** What may stand in a text in place of a word, with what stands there in a preview. */
    public enum Place {
        NOMBRE("Ana María"),
        GUIA("240012345678"),
        TRANSPORTADORA("Envía"),
        CIUDAD("Cali"),
        DIRECCION("Calle 5 # 23-10, San Fernando"),
        /** What is paid at the door. */
        VALOR("$ 89.900"),
        /** The day by which it should come. */
        FECHA("viernes 13 de marzo"),
        TIENDA("Mi tienda");

        private final String example;

        Place(String example) {
            this.example = example;
        }

        /** As it stands in a text, without braces. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        /** What a made-up customer would read there. */
        public String example() {
            return example;
        }

        private static Optional<Place> of(String word) {
            return Arrays.stream(values())
                    .filter(place -> place.word().equals(word))
                    .findFirst();
        }
    }

    /** Something that is wrong with a text. */
    public enum Problem {
        EMPTY,
        TOO_LONG,
        /** A place that is none of {@link Place}; {@link #unknown} tells which. */
        UNKNOWN_PLACE,
        /** A brace that opens or closes nothing. */
        STRAY_BRACE,
        /** A control character other than the end of a line. */
        UNPRINTABLE
    }

    /** Everything that is wrong with a text; empty if it may be used. */
    public static List<Problem> check(String text) {
        List<Problem> problems = new ArrayList<>();
        if (text.isBlank()) {
            problems.add(Problem.EMPTY);
        }
        if (text.length() > LONGEST) {
            problems.add(Problem.TOO_LONG);
        }
        if (!unknown(text).isEmpty()) {
            problems.add(Problem.UNKNOWN_PLACE);
        }
        if (BRACE.matcher(PLACE.matcher(text).replaceAll("")).find()) {
            problems.add(Problem.STRAY_BRACE);
        }
        if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n')) {
            problems.add(Problem.UNPRINTABLE);
        }
        return problems;
    }

    /** The places of a text that nobody knows, as they stand there, each once, cut to a length that can be shown. */
    public static List<String> unknown(String text) {
        return PLACE.matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(word -> Place.of(word).isEmpty())
                .map(word -> "{" + (word.length() > SHOWN ? word.substring(0, SHOWN) + "…" : word) + "}")
                .distinct()
                .toList();
    }

    /** The text for a made-up customer. */
    public static String example(String text) {
        return fill(text, Place::example);
    }

    /** The text with {@code values}; what is not known is left out. */
    static String fill(String text, Map<Place, String> values) {
        Map<Place, String> known = new EnumMap<>(Place.class);
        known.putAll(values);
        return fill(text, place -> known.getOrDefault(place, ""));
    }

    private static String fill(String text, Function<Place, String> values) {
        // One pass: what a customer is called is never read for places.
        return PLACE.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        Place.of(found.group(1)).map(values).orElse("")))
                .strip();
    }
}
