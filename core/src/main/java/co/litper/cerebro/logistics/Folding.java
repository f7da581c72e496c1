package co.litper.cerebro.logistics;

import java.text.Normalizer;

/**
 * Folds what people and carriers write into one spelling: capital letters without accents, digits, single spaces.
 *
 * <p>{@code " Bogotá_D.C. "} becomes {@code "BOGOTA D C"}. Letters of other scripts stay, in upper case. Everything
 * else, underscores and punctuation included, separates words. Pure, stateless, and independent of the default locale,
 * so that a Turkish machine folds {@code i} to {@code I} too. Linear in the text; a text that is folded already is
 * returned as it is, without allocation.
 */
public final class Folding {
    /** Characters read of a text; what carriers write has under 200, the rest of a longer one is left out. */
    public static final int MAX_CHARACTERS = 512;

    private static final char DROP = 0;
    private static final char SEPARATE = ' ';
    /** Below this stand ASCII, Latin-1 and Latin Extended-A and -B, all of Spanish among them. */
    private static final int TABLE_SIZE = 0x250;

    private static final char[] TABLE = table();

    private Folding() {}

    /** Folds {@code raw}; at most {@value #MAX_CHARACTERS} characters of it. May return the empty string. */
    public static String fold(String raw) {
        return isFolded(raw) ? raw : rewrite(raw);
    }

    private static boolean isFolded(String raw) {
        int length = raw.length();
        if (length > MAX_CHARACTERS) {
            return false;
        }
        char previous = ' ';
        for (int i = 0; i < length; i++) {
            char c = raw.charAt(i);
            boolean word = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!word && (c != ' ' || previous == ' ')) {
                return false;
            }
            previous = c;
        }
        return length == 0 || previous != ' ';
    }

    private static String rewrite(String raw) {
        int length = Math.min(raw.length(), MAX_CHARACTERS);
        StringBuilder out = new StringBuilder(length);
        boolean gap = false;
        for (int i = 0; i < length; i++) {
            char c = raw.charAt(i);
            char folded = c < TABLE_SIZE ? TABLE[c] : foldRare(c);
            if (folded == DROP) {
                continue;
            }
            if (folded == SEPARATE) {
                gap = true;
                continue;
            }
            if (gap && !out.isEmpty()) {
                out.append(' ');
            }
            gap = false;
            out.append(folded);
        }
        return out.toString();
    }

    /** Beyond the table: combining accents and invisible characters vanish, letters of other scripts stay. */
    private static char foldRare(char c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.FORMAT) {
            return DROP;
        }
        if (!Character.isLetterOrDigit(c)) {
            return SEPARATE;
        }
        String plain = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD);
        return Character.toUpperCase(plain.charAt(0));
    }

    private static char[] table() {
        char[] table = new char[TABLE_SIZE];
        for (char c = 0; c < TABLE_SIZE; c++) {
            table[c] = foldRare(c);
        }
        table['ı'] = 'I';
        table['ø'] = 'O';
        table['Ø'] = 'O';
        // Ordinal signs and degrees stand in "N.º 5" and would otherwise read as the letters O and A.
        table['º'] = SEPARATE;
        table['ª'] = SEPARATE;
        return table;
    }
}
