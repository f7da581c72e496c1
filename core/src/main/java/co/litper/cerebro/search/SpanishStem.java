package co.litper.cerebro.search;

/**
 * Cuts the ending of a folded Spanish word, so that forms of one word meet: ENTREGADOS, ENTREGAR and ENTREGA give ENTREG. One
 * ending a word, the longest that leaves three letters; it overcuts more than a dictionary would. Stateless.
 */
public final class SpanishStem {
    private static final int LEAST_STEM = 3;
    private static final int LEAST_WORD = 4;

    /** Longest first, so that the first that fits is the longest. */
    private static final String[] ENDINGS = {
        "AMIENTOS",
        "IMIENTOS",
        "AMIENTO",
        "IMIENTO",
        "IENDOSE",
        "ACIONES",
        "AMENTE",
        "ADORAS",
        "ADORES",
        "IDADES",
        "ANDOSE",
        "ACION",
        "ADORA",
        "MENTE",
        "IERON",
        "IENDO",
        "YENDO",
        "ADOR",
        "IDAD",
        "ANDO",
        "ADOS",
        "ADAS",
        "IDOS",
        "IDAS",
        "ARON",
        "ABAN",
        "ARSE",
        "IRSE",
        "ERSE",
        "ADO",
        "ADA",
        "IDO",
        "IDA",
        "ABA",
        "AR",
        "ER",
        "IR",
        "OS",
        "AS",
        "ES",
        "AN",
        "EN",
        "ON",
        "O",
        "A",
        "E",
        "S"
    };

    private SpanishStem() {}

    /** The stem of a word as {@link SpanishWords} gives it; numbers and short words as they are. */
    public static String of(String word) {
        if (word.length() < LEAST_WORD || Character.isDigit(word.charAt(0))) {
            return word;
        }
        for (String ending : ENDINGS) {
            if (word.length() - ending.length() >= LEAST_STEM && word.endsWith(ending)) {
                return word.substring(0, word.length() - ending.length());
            }
        }
        return word;
    }
}
