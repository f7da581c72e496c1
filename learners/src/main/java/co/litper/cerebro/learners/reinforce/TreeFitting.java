package co.litper.cerebro.learners.reinforce;

import co.litper.cerebro.learners.stream.SplitMix;
import java.util.List;

/** Extremely randomised trees of some rows of a log. Every round begins with the same seed, so that rounds can settle. */
final class TreeFitting implements Fitting {
    private final int[] rows;
    private final Regressor.Trees settings;
    private final long seed;
    /** [width][rows]. */
    private final float[][] columns;

    private final double[] weights;

    TreeFitting(List<Transition> log, int[] rows, Regressor.Trees settings, int width, long seed) {
        this.rows = rows;
        this.settings = settings;
        this.seed = seed;
        columns = new float[width][rows.length];
        weights = new double[rows.length];
        for (int r = 0; r < rows.length; r++) {
            Transition t = log.get(rows[r]);
            weights[r] = t.weight();
            for (int f = 0; f < width; f++) {
                columns[f][r] = t.features()[f];
            }
        }
    }

    @Override
    public TreeEnsemble fit(double[] targets) {
        double[] weighted = new double[rows.length];
        for (int r = 0; r < rows.length; r++) {
            weighted[r] = weights[r] * targets[rows[r]];
        }
        TreeEnsemble.Nodes nodes = new TreeEnsemble.Nodes();
        TreeGrower grower = new TreeGrower(columns, weights, weighted, settings, new SplitMix(seed), nodes);
        int[] roots = new int[settings.trees()];
        for (int t = 0; t < roots.length; t++) {
            roots[t] = nodes.size();
            grower.grow();
        }
        return nodes.ensemble(roots);
    }
}
