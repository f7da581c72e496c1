package co.litper.cerebro.server.ingest;

import co.litper.cerebro.logistics.Folding;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes people out of a carrier's words before they stand in an event: runs of seven digits and more, and the words of
 * the customer's own name and address. Pure.
 */
public final class WordMask {
    private static final Pattern LONG_NUMBER = Pattern.compile("[0-9](?:[ .-]?[0-9]){6,}+");
    private static final Pattern MAIL = Pattern.compile("\\S+@\\S+");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final String MASK = "#";
    /** Shorter words (DE, LA, CRA) are in every text. */
    private static final int SHORTEST_NAME = 3;

    private WordMask() {}

    /** {@code text} without what tells of a person, at most {@code most} characters of it. */
    public static String mask(String text, String name, String address, int most) {
        String clipped = text.length() > most ? text.substring(0, most) : text;
        String masked =
                MAIL.matcher(LONG_NUMBER.matcher(clipped).replaceAll(MASK)).replaceAll(MASK);
        if (name.isEmpty() && address.isEmpty()) {
            return masked;
        }
        Set<String> own = words(name);
        if (!address.isEmpty() && Folding.fold(masked).contains(Folding.fold(address))) {
            own.addAll(words(address));
        }
        return withoutWords(masked, own);
    }

    private static String withoutWords(String text, Set<String> own) {
        if (own.isEmpty()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        for (String word : SPACE.split(text)) {
            if (!out.isEmpty()) {
                out.append(' ');
            }
            boolean isOwn = false;
            for (String part : Folding.fold(word).split(" ")) {
                isOwn |= own.contains(part);
            }
            out.append(isOwn ? MASK : word);
        }
        return out.toString();
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        for (String word : Folding.fold(text).split(" ")) {
            if (word.length() >= SHORTEST_NAME) {
                words.add(word);
            }
        }
        return words;
    }
}
