package co.litper.cerebro.learners.tree;

import co.litper.cerebro.learners.stream.StreamSchema;
import org.jspecify.annotations.Nullable;

/** What the nodes of one {@link HoeffdingAdaptiveTree} share: its rules and how much of its room is taken. */
final class AdaptiveGrowth {
    final StreamSchema schema;
    final HoeffdingAdaptiveTree.Settings settings;
    final LeafRule rule;
    final Observed all;
    int nodes;
    int leaves;
    long replaced;

    AdaptiveGrowth(StreamSchema schema, HoeffdingAdaptiveTree.Settings settings) {
        this.schema = schema;
        this.settings = settings;
        rule = new LeafRule(settings.tree(), schema.classes());
        all = Observed.all(schema);
    }

    /** A new leaf with these class weights. */
    AdaptiveNode leaf(double[] weights, int depth) {
        nodes++;
        leaves++;
        return new AdaptiveNode(new ClassLeaf(all, weights), settings.changeDelta(), depth);
    }

    /** Whether there is room for so many more leaves at {@code depth}. */
    boolean fits(int more, int depth) {
        return depth <= AdaptiveNode.MOST_DEPTH
                && nodes + more <= settings.tree().maxNodes()
                && leaves + more - 1 <= settings.tree().maxAwakeLeaves();
    }

    /** Gives back the room of a branch that is cut off. */
    void discard(@Nullable AdaptiveNode branch) {
        if (branch == null) {
            return;
        }
        nodes--;
        leaves -= branch.isLeaf() ? 1 : 0;
        for (AdaptiveNode child : branch.children()) {
            discard(child);
        }
        discard(branch.alternate());
    }
}
