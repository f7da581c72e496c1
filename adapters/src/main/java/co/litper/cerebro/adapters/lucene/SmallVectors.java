package co.litper.cerebro.adapters.lucene;

import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.util.quantization.QuantizedByteVectorValues.ScalarEncoding;

/**
 * Lucene's own codec, but that the graph of vectors is walked by numbers of one byte: a processor multiplies many of them at once
 * without being asked, floats it does not. The floats stay beside them, by which candidates are scored. What another codec wrote
 * is read as before, since each field tells its own.
 */
final class SmallVectors extends Lucene104Codec {
    /** Neighbours of a vector in the graph: Lucene's usual number. */
    private static final int NEIGHBOURS = 16;
    /** Vectors looked at for the neighbours of a new one: Lucene's usual number. */
    private static final int LOOKED_AT = 100;

    private final KnnVectorsFormat vectors =
            new Lucene104HnswScalarQuantizedVectorsFormat(ScalarEncoding.SEVEN_BIT, NEIGHBOURS, LOOKED_AT);

    @Override
    public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
        return vectors;
    }
}
