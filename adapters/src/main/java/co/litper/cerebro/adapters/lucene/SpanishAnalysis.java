package co.litper.cerebro.adapters.lucene;

import co.litper.cerebro.search.SpanishStem;
import co.litper.cerebro.search.SpanishWords;
import co.litper.cerebro.search.Synonyms;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Spanish text as terms: lower case, without words of grammar, lightly stemmed; and the kin of its words beside.
 */
final class SpanishAnalysis extends Analyzer {
    @Override
    protected TokenStreamComponents createComponents(String fieldName) {
        Tokenizer source = new StandardTokenizer();
        TokenStream lower = new LowerCaseFilter(source);
        TokenStream telling = new StopFilter(lower, SpanishAnalyzer.getDefaultStopSet());
        return new TokenStreamComponents(source, new SpanishLightStemFilter(telling));
    }

    @Override
    protected TokenStream normalize(String fieldName, TokenStream in) {
        return new LowerCaseFilter(in);
    }

    /**
     * What else a text is found by: its words cut harder and without accents, which people who write from a phone leave out, and
     * the groups of synonyms that it names, as numbers behind a sign that no word has.
     */
    static Set<String> kin(String text) {
        Set<String> kin = new LinkedHashSet<>();
        for (String word : SpanishWords.of(text)) {
            if (!SpanishWords.isGrammar(word)) {
                String stem = SpanishStem.of(word);
                int group = Synonyms.packaged().group(stem);
                kin.add(stem);
                if (group != Synonyms.NONE) {
                    kin.add("=" + group);
                }
            }
        }
        return kin;
    }
}
