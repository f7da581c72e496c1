package co.litper.cerebro.learners.tree;

/** How impure a set of classes is. */
public enum Criterion {
    /** Entropy in bits; its range grows with the classes. */
    INFORMATION_GAIN,
    /** Chance that two rows drawn at random differ in class. */
    GINI;

    private static final double PER_BIT = 1 / Math.log(2);

    /** Impurity × weight of class weights that sum to {@code total}. */
    double mass(double[] weights, double total) {
        if (!(total > 0)) {
            return 0;
        }
        return switch (this) {
            case INFORMATION_GAIN -> {
                double sum = 0;
                for (double w : weights) {
                    sum += w > 0 ? w * Math.log(w) : 0;
                }
                yield (total * Math.log(total) - sum) * PER_BIT;
            }
            case GINI -> {
                double squares = 0;
                for (double w : weights) {
                    squares += w * w;
                }
                yield total - squares / total;
            }
        };
    }

    /** Largest possible gain. */
    double range(int classes) {
        return switch (this) {
            case INFORMATION_GAIN -> Math.log(Math.max(2, classes)) * PER_BIT;
            case GINI -> 1;
        };
    }
}
