package co.litper.cerebro.adapters.lucene;

import co.litper.cerebro.search.SpanishStem;
import co.litper.cerebro.search.SpanishWords;
import co.litper.cerebro.search.Synonyms;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Spanish text as terms: lower case, without words of grammar, lightly stemmed, and without accents, which people who write
 * from a phone leave out.
 */
final class SpanishAnalysis extends Analyzer {
    @Override
    protected TokenStreamComponents createComponents(String fieldName) {
        Tokenizer source = new StandardTokenizer();
        TokenStream lower = new LowerCaseFilter(source);
        TokenStream telling = new StopFilter(lower, SpanishAnalyzer.getDefaultStopSet());
        return new TokenStreamComponents(source, new ASCIIFoldingFilter(new SpanishLightStemFilter(telling)));
    }

    @Override
    protected TokenStream normalize(String fieldName, TokenStream in) {
        return new ASCIIFoldingFilter(new LowerCaseFilter(in));
    }

    /** The groups of synonyms that a text names, each as one term. */
    static List<String> groups(String text) {
        List<String> groups = new ArrayList<>();
        for (String word : SpanishWords.of(text)) {
            int group = Synonyms.packaged().group(SpanishStem.of(word));
            if (group != Synonyms.NONE) {
                groups.add(Integer.toString(group));
            }
        }
        return groups;
    }
}
