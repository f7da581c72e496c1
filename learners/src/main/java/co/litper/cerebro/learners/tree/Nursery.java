package co.litper.cerebro.learners.tree;

import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;
import co.litper.cerebro.learners.stream.SplitMix;
import co.litper.cerebro.learners.stream.StreamSchema;
import java.util.Arrays;

/**
 * How the trees of a forest begin and are stored.
 *
 * @param subspace features drawn, 1 to the schema's width
 * @param patches whether a tree draws them once for all its leaves, or each leaf its own
 */
record Nursery(StreamSchema schema, HoeffdingTree.Settings tree, int subspace, boolean patches) {

    /** A tree with nothing learned. */
    ClassTree grow(SplitMix random) {
        if (!patches) {
            return new ClassTree(schema, tree, subspace, random);
        }
        int[] deck = Observed.all(schema).features;
        int[] drawn = Observed.some(schema, subspace, deck, random).features;
        Arrays.sort(drawn);
        return new ClassTree(schema, tree, Observed.of(schema, drawn), subspace, random);
    }

    void write(SnapshotWriter out, ClassTree grown) {
        if (patches) {
            grown.pool().write(out);
        }
        grown.write(out);
    }

    ClassTree read(SnapshotReader in) {
        if (!patches) {
            return ClassTree.read(in, schema, tree, subspace);
        }
        Observed pool = Observed.of(schema, Observed.readFeatures(in, schema.width()));
        if (pool.features.length != subspace) {
            throw new SnapshotException(
                    "tree has a patch of " + pool.features.length + " features, the settings ask for " + subspace);
        }
        return ClassTree.read(in, schema, tree, pool, subspace);
    }
}
