package co.litper.cerebro.search;

import co.litper.cerebro.logistics.Folding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Splits Spanish text into folded words, and tells how much each one says. Stateless. */
public final class SpanishWords {
    /** Words read of one text; a paragraph has some 200, the rest of a longer one is left out. */
    public static final int MAX_WORDS = 2_048;

    /** Characters of a piece without white space that are folded at a time; within what {@link Folding} reads. */
    private static final int PIECE = 256;

    /** Articles, the commonest prepositions and forms of "ser": they stand in every sentence. */
    private static final String CONSTANT = "EL LA LOS LAS UN UNA UNOS UNAS DE DEL Y A AL EN QUE LO SE ES";
    /** Other words of grammar. */
    private static final String GRAMMAR = """
            POR CON PARA SU SUS COMO MAS O PERO LE LES HA ESTE ESTA SI YA ENTRE CUANDO MUY SIN SOBRE SER SON TIENE TAMBIEN ME
            HASTA HAY DONDE HAN QUIEN ESTAN ESTADO DESDE TODO NOS DURANTE TODOS UNO NI CONTRA OTROS ESE ESO ANTE ELLOS E ESTO
            ANTES ALGUNOS YO OTRO OTRAS OTRA TANTO ESA ESTOS MUCHO QUIENES NADA MUCHOS CUAL SEA POCO ELLA ESTAR HABER ESTAS
            ESTABA ESTAMOS ALGUNAS ALGO NOSOTROS MI MIS TU TE TI TUS ELLAS ERA FUE FUERON ERAN SIENDO SIDO HE HEMOS HABIA SERA
            ESTOY SOY ERES SOMOS""";

    private static final float CONSTANT_WEIGHT = 0.02f;
    private static final float GRAMMAR_WEIGHT = 0.1f;
    private static final float NUMBER_WEIGHT = 1.7f;

    private static final Map<String, Float> WEIGHTS = weights();

    private SpanishWords() {}

    private static Map<String, Float> weights() {
        Map<String, Float> weights = new HashMap<>();
        for (String word : GRAMMAR.split("\\s+")) {
            weights.put(word, GRAMMAR_WEIGHT);
        }
        for (String word : CONSTANT.split(" ")) {
            weights.put(word, CONSTANT_WEIGHT);
        }
        return Map.copyOf(weights);
    }

    /** The words of {@code text} as {@link Folding} spells them, at most {@link #MAX_WORDS}, in order. Linear. */
    public static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        int from = 0;
        while (from < text.length() && words.size() < MAX_WORDS) {
            int to = from;
            while (to < text.length() && to - from < PIECE && !Character.isWhitespace(text.charAt(to))) {
                to++;
            }
            addFolded(Folding.fold(text.substring(from, to)), words);
            from = Math.max(to, from + 1);
        }
        return words;
    }

    private static void addFolded(String folded, List<String> words) {
        int from = 0;
        while (from < folded.length() && words.size() < MAX_WORDS) {
            int gap = folded.indexOf(' ', from);
            int to = gap < 0 ? folded.length() : gap;
            if (to > from) {
                words.add(folded.substring(from, to));
            }
            from = to + 1;
        }
    }

    /** How much a folded word says, from 0.02 for an article to 1.7 for a number; 1 for most. */
    public static float weight(String word) {
        if (Character.isDigit(word.charAt(0))) {
            return NUMBER_WEIGHT;
        }
        return WEIGHTS.getOrDefault(word, 1f);
    }

    /** True for a word of grammar. */
    public static boolean isGrammar(String word) {
        return WEIGHTS.containsKey(word);
    }
}
