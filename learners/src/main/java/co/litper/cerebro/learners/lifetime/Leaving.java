package co.litper.cerebro.learners.lifetime;

/** The integral over the unseen time of leaving, by Gauss–Legendre quadrature. Pure functions. */
final class Leaving {
    private static final int NODES = 16;
    private static final double[] AT = new double[NODES];
    private static final double[] WEIGHT = new double[NODES];

    /** Beyond so many e-foldings the integrand adds nothing that a double holds. */
    private static final double DEEPEST = 45;

    /** E-foldings of the integrand that one panel of nodes takes with an error below 1e-12. */
    private static final double FOLDINGS_PER_PANEL = 9;

    static {
        for (int i = 0; i < NODES; i++) {
            node(i);
        }
    }

    private Leaving() {}

    /** Newton's method on Legendre's polynomial, from the usual first guess. */
    private static void node(int i) {
        double x = Math.cos(Math.PI * (i + 0.75) / (NODES + 0.5));
        double slope = 1;
        for (int step = 0; step < 10; step++) {
            double last = 1;
            double value = x;
            for (int n = 2; n <= NODES; n++) {
                double next = ((2 * n - 1) * x * value - (n - 1) * last) / n;
                last = value;
                value = next;
            }
            slope = NODES * (x * value - last) / (x * x - 1);
            x -= value / slope;
        }
        AT[i] = 0.5 + 0.5 * x;
        WEIGHT[i] = 1 / ((1 - x * x) * slope * slope);
    }

    /** ln ∫ (alpha+y)^−buys (beta+y)^−leaves dy from {@code from} to {@code to}; −∞ if they are equal. */
    static double logIntegral(double buys, double alpha, double leaves, double beta, double from, double to) {
        double reach = Math.log((alpha + to) / (alpha + from));
        if (!(reach > 0)) {
            return Double.NEGATIVE_INFINITY;
        }
        double start = alpha + from;
        double top = -buys * Math.log(start) - leaves * Math.log(beta + from) + Math.log(start);
        double slope = Math.abs(buys - 1) + leaves * Math.max(1, start / (beta + from));
        double within = Math.min(reach, DEEPEST / Math.max(1e-9, buys - 1));
        int panels = (int) Math.max(1, Math.ceil(within * slope / FOLDINGS_PER_PANEL));
        double width = within / panels;
        double shift = start / (beta + from);
        double sum = 0;
        for (int p = 0; p < panels; p++) {
            for (int i = 0; i < NODES; i++) {
                double v = (p + AT[i]) * width;
                double drop = -(buys - 1) * v - leaves * Math.log1p(shift * Math.expm1(v));
                sum += WEIGHT[i] * Math.exp(drop);
            }
        }
        return top + Math.log(sum * width);
    }
}
