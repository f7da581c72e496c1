package co.litper.cerebro.server.message;

import co.litper.cerebro.act.Dispatch;
import co.litper.cerebro.vault.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with places such as {@code {nombre}}: checked when it is written, filled in when it leaves. Pure. */
public final class MessageText {
    /** Characters of a text; what a person reads on a telephone without scrolling is half of it. */
    public static final int LONGEST = 1_000;

    /** The places, with what stands there in a preview. */
    public static final Map<String, String> EXAMPLES = Map.of("nombre", "Ana María", "guia", "240012345678");

    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern BRACE = Pattern.compile("[{}]");

    private MessageText() {}

    /** Something that is wrong with a text. */
    public enum Problem {
        EMPTY,
        TOO_LONG,
        /** A place that is none of {@link #EXAMPLES}. */
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
        Matcher places = PLACE.matcher(text);
        if (places.results().anyMatch(found -> !EXAMPLES.containsKey(found.group(1)))) {
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

    /** The names of the places, in order. */
    public static List<String> places() {
        return List.copyOf(new TreeSet<>(EXAMPLES.keySet()));
    }

    /** The text for a made-up customer. */
    public static String example(String text) {
        return fill(text, EXAMPLES);
    }

    /** The text for one customer; what is not known of them is left out. */
    static String fill(String text, Dispatch dispatch, Person person) {
        return fill(text, Map.of("nombre", person.name(), "guia", dispatch.number()));
    }

    private static String fill(String text, Map<String, String> values) {
        // One pass: what a customer is called is never read for places.
        return PLACE.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), "")))
                .strip();
    }
}
