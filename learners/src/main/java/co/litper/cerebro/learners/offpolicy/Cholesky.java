package co.litper.cerebro.learners.offpolicy;

/** Solves symmetric positive definite systems; O(n³ ÷ 6). */
public final class Cholesky {
    private Cholesky() {}

    /** x of A x = b. Overwrites the lower triangle of {@code a}, [n × n] row-major, which alone is read. */
    public static double[] solve(double[] a, double[] b, int n) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = a[i * n + j];
                for (int k = 0; k < j; k++) {
                    sum -= a[i * n + k] * a[j * n + k];
                }
                a[i * n + j] = i == j ? Math.sqrt(Math.max(Double.MIN_NORMAL, sum)) : sum / a[j * n + j];
            }
        }
        double[] x = b.clone();
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= a[i * n + k] * x[k];
            }
            x[i] /= a[i * n + i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                x[i] -= a[k * n + i] * x[k];
            }
            x[i] /= a[i * n + i];
        }
        return x;
    }
}
