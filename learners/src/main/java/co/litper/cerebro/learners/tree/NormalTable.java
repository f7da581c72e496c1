package co.litper.cerebro.learners.tree;

/** The normal distribution function by table and cubic interpolation; error below 1e-9, some five times the speed of erf. */
final class NormalTable {
    private static final double END = 8;
    private static final int PER_UNIT = 64;
    private static final int CELLS = (int) (2 * END * PER_UNIT);
    private static final double STEP = 1.0 / PER_UNIT;
    /** Values and, scaled by the step, slopes, alternating. */
    private static final double[] TABLE = table();

    private NormalTable() {}

    static double below(double z) {
        if (z <= -END) {
            return 0;
        }
        if (z >= END) {
            return 1;
        }
        double x = (z + END) * PER_UNIT;
        int cell = (int) x;
        double t = x - cell;
        int at = 2 * cell;
        double p0 = TABLE[at];
        double m0 = TABLE[at + 1];
        double p1 = TABLE[at + 2];
        double m1 = TABLE[at + 3];
        double rise = p1 - p0;
        return p0 + t * (m0 + t * (3 * rise - 2 * m0 - m1 + t * (m0 + m1 - 2 * rise)));
    }

    /** Simpson's rule from the left end, where the distribution is 6e-16. */
    private static double[] table() {
        double[] table = new double[2 * (CELLS + 2)];
        double sum = 0;
        for (int i = 0; i <= CELLS + 1; i++) {
            double z = -END + i * STEP;
            if (i > 0) {
                sum += STEP / 6 * (density(z - STEP) + 4 * density(z - STEP / 2) + density(z));
            }
            table[2 * i] = sum;
            table[2 * i + 1] = density(z) * STEP;
        }
        return table;
    }

    private static double density(double z) {
        return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    }
}
