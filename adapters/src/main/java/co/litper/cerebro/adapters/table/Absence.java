package co.litper.cerebro.adapters.table;

import java.util.Locale;
import java.util.Set;

/** The ways in which cells say nothing. */
final class Absence {
    private static final Set<String> WORDS =
            Set.of("", "-", "--", "---", "n/a", "na", "null", "none", "nan", "undefined", "sin guia", "sin guía");
    private static final int LONGEST = 10;

    private Absence() {}

    static boolean isAbsent(String text) {
        return text.isEmpty() || (text.length() < LONGEST && WORDS.contains(text.toLowerCase(Locale.ROOT)));
    }
}
