package co.litper.cerebro.learners.offpolicy;

/** Quantiles of the normal and Student's distribution. Pure. */
final class Quantiles {
    private Quantiles() {}

    /** z with P(Z ≤ z) = p, absolute error below 1e-9 for p from 1e-12: bisection on a series or continued fraction. */
    static double normal(double p) {
        double low = -9;
        double high = 9;
        for (int i = 0; i < 80; i++) {
            double middle = (low + high) / 2;
            if (below(middle) < p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** Student's quantile by the expansion of E. Cornish and R. Fisher (1938), good to 3e-3 from 5 degrees on. */
    static double student(double p, double degrees) {
        double z = normal(p);
        double z2 = z * z;
        double first = z * (z2 + 1) / 4;
        double second = z * ((5 * z2 + 16) * z2 + 3) / 96;
        double third = z * (((3 * z2 + 19) * z2 + 17) * z2 - 15) / 384;
        return z + first / degrees + second / (degrees * degrees) + third / (degrees * degrees * degrees);
    }

    private static double below(double z) {
        double density = Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
        if (Math.abs(z) < 6) {
            double sum = z;
            double term = z;
            for (int k = 3; Math.abs(term) > Math.abs(sum) * 1e-17; k += 2) {
                term *= z * z / k;
                sum += term;
            }
            return 0.5 + sum * density;
        }
        double tail = density / Math.abs(z) * (1 - 1 / (z * z) + 3 / (z * z * z * z));
        return z < 0 ? tail : 1 - tail;
    }
}
