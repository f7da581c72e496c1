package co.litper.cerebro.adapters.xgboost;

import co.litper.cerebro.learners.tree.flat.FlatTrees;
import co.litper.cerebro.learners.tree.flat.TreeNode;
import com.fasterxml.jackson.databind.JsonNode;

/** One tree of a saved model: parallel arrays over its nodes, of which 0 is the root and −1 no child. */
final class XgboostTree {
    private final int index;
    private final int features;
    private final float weight;
    private final JsonNode left;
    private final JsonNode right;
    private final JsonNode split;
    private final JsonNode conditions;
    private final JsonNode missingLeft;
    private final boolean[] seen;

    XgboostTree(JsonNode tree, int index, int features, float weight) {
        this.index = index;
        this.features = features;
        this.weight = weight;
        left = tree.path("left_children");
        right = tree.path("right_children");
        split = tree.path("split_indices");
        conditions = tree.path("split_conditions");
        missingLeft = tree.path("default_left");
        int nodes = left.size();
        if (nodes < 1
                || right.size() != nodes
                || split.size() != nodes
                || conditions.size() != nodes
                || missingLeft.size() != nodes) {
            throw new UnreadableModelException("tree " + index + " has arrays of unlike lengths");
        }
        refuseWhatIsNotScored(tree);
        seen = new boolean[nodes];
    }

    private void refuseWhatIsNotScored(JsonNode tree) {
        boolean categorical = !tree.path("categories_nodes").isEmpty();
        for (JsonNode type : tree.path("split_type")) {
            categorical |= type.asInt() != 0;
        }
        if (categorical) {
            throw new UnreadableModelException(
                    "tree " + index
                            + " has categorical splits, which are not read. Maybe encode categories as numbers before training.");
        }
        int values = tree.path("tree_param").path("size_leaf_vector").asInt(1);
        if (values > 1) {
            throw new UnreadableModelException("tree " + index + " has leaves of " + values
                    + " values, which are not read. Maybe train with multi_strategy=one_output_per_tree.");
        }
    }

    TreeNode root() {
        return node(0, 0);
    }

    private TreeNode node(int n, int depth) {
        if (n < 0 || n >= seen.length || seen[n] || depth > FlatTrees.MOST_DEPTH) {
            throw new UnreadableModelException("tree " + index + " comes to node " + n + " of " + seen.length
                    + " at level " + depth + ", or twice");
        }
        seen[n] = true;
        float condition = (float) conditions.path(n).asDouble();
        if (!Float.isFinite(condition)) {
            throw new UnreadableModelException("tree " + index + " has the threshold or leaf " + condition);
        }
        int l = left.path(n).asInt();
        int r = right.path(n).asInt();
        if (l == -1 && r == -1) {
            return new TreeNode.Leaf(condition * weight);
        }
        int feature = split.path(n).asInt(-1);
        if (feature < 0 || feature >= features) {
            throw new UnreadableModelException("tree " + index + " asks for feature " + feature + " of " + features);
        }
        boolean missingIsLess =
                missingLeft.path(n).asInt() != 0 || missingLeft.path(n).asBoolean();
        return new TreeNode.Split(feature, condition, node(l, depth + 1), node(r, depth + 1), missingIsLess);
    }
}
