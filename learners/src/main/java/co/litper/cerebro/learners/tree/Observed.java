package co.litper.cerebro.learners.tree;

import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;
import co.litper.cerebro.learners.stream.SplitMix;
import co.litper.cerebro.learners.stream.StreamSchema;
import java.util.Arrays;

/** Which features a leaf keeps statistics of, and where in its arrays each of them lies. Immutable; shared by leaves. */
final class Observed {
    final int[] features;
    /** Of each feature; 0 is numeric. */
    final int[] cardinalities;
    /** Where each feature begins, and behind the last the length. */
    final int[] offsets;

    private Observed(int[] features, StreamSchema schema) {
        this.features = features;
        this.cardinalities = new int[features.length];
        this.offsets = new int[features.length + 1];
        for (int j = 0; j < features.length; j++) {
            cardinalities[j] = schema.cardinality(features[j]);
            offsets[j + 1] = offsets[j] + (cardinalities[j] == 0 ? ClassLeaf.STRIDE : cardinalities[j] + 1);
        }
    }

    static Observed all(StreamSchema schema) {
        int[] features = new int[schema.width()];
        Arrays.setAll(features, i -> i);
        return new Observed(features, schema);
    }

    /** {@code count} features without replacement. {@code deck} is a permutation of all, shuffled on. */
    static Observed some(StreamSchema schema, int count, int[] deck, SplitMix random) {
        for (int j = 0; j < count; j++) {
            int k = j + random.nextInt(deck.length - j);
            int swapped = deck[j];
            deck[j] = deck[k];
            deck[k] = swapped;
        }
        return new Observed(Arrays.copyOf(deck, count), schema);
    }

    /** Just these. */
    static Observed of(StreamSchema schema, int[] features) {
        return new Observed(features, schema);
    }

    int length() {
        return offsets[features.length];
    }

    double[] empty() {
        double[] s = new double[length()];
        for (int j = 0; j < features.length; j++) {
            if (cardinalities[j] == 0) {
                s[offsets[j] + ClassLeaf.LEAST] = Double.POSITIVE_INFINITY;
                s[offsets[j] + ClassLeaf.MOST] = Double.NEGATIVE_INFINITY;
            }
        }
        return s;
    }

    void write(SnapshotWriter out) {
        out.int32(features.length);
        for (int feature : features) {
            out.int32(feature);
        }
    }

    static int[] readFeatures(SnapshotReader in, int width) {
        int count = in.int32();
        if (count < 1 || count > width) {
            throw new SnapshotException("leaf claims " + count + " of " + width + " features");
        }
        int[] features = new int[count];
        for (int j = 0; j < count; j++) {
            features[j] = in.int32();
            if (features[j] < 0 || features[j] >= width) {
                throw new SnapshotException("leaf claims feature " + features[j] + " of " + width);
            }
        }
        return features;
    }

    static Observed read(SnapshotReader in, Observed all, StreamSchema schema) {
        int[] features = readFeatures(in, schema.width());
        return Arrays.equals(features, all.features) ? all : new Observed(features, schema);
    }

    static void requirePermutation(int[] deck) {
        boolean[] seen = new boolean[deck.length];
        for (int feature : deck) {
            if (feature < 0 || feature >= deck.length || seen[feature]) {
                throw new SnapshotException(
                        "tree claims an order of features with " + feature + " twice or outside " + deck.length);
            }
            seen[feature] = true;
        }
    }
}
