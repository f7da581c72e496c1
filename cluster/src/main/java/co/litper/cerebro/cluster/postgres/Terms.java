package co.litper.cerebro.cluster.postgres;

import co.litper.cerebro.search.SpanishStem;
import co.litper.cerebro.search.SpanishWords;
import co.litper.cerebro.search.Synonyms;
import java.util.List;

/** Text as terms: stems without words of grammar, a group of synonyms in place of each word that belongs to one. Stateless. */
final class Terms {
    private Terms() {}

    /** In order, each as often as it stands there. */
    static List<String> of(String text) {
        return SpanishWords.of(text).stream()
                .filter(word -> !SpanishWords.isGrammar(word))
                .map(SpanishStem::of)
                .map(Terms::term)
                .toList();
    }

    private static String term(String stem) {
        int group = Synonyms.packaged().group(stem);
        return group == Synonyms.NONE ? stem : "=" + group;
    }
}
