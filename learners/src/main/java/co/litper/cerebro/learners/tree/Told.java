package co.litper.cerebro.learners.tree;

import co.litper.cerebro.learners.stream.StreamSchema;
import co.litper.cerebro.learners.tree.flat.Link;
import co.litper.cerebro.learners.tree.flat.TreeModel;
import co.litper.cerebro.learners.tree.flat.TreeNode;
import java.util.Collections;
import java.util.List;

/** Makes models for a flat scorer of our own ensembles. */
final class Told {
    private Told() {}

    /** Trees whose leaves hold votes for all classes. */
    static TreeModel votes(StreamSchema schema, List<TreeNode> roots) {
        List<TreeModel.Tree> trees =
                roots.stream().map(root -> new TreeModel.Tree(root, 0)).toList();
        return new TreeModel(
                schema.width(),
                Collections.nCopies(schema.classes(), 0.0),
                Link.SHARES,
                TreeModel.Precision.DOUBLE,
                trees);
    }
}
