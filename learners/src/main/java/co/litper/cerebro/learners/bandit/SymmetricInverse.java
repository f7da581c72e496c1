package co.litper.cerebro.learners.bandit;

/** Inverts a symmetric positive definite matrix in place by Cholesky's factors; O(n³). */
final class SymmetricInverse {
    private SymmetricInverse() {}

    /** Replaces {@code a}, [n × n] row-major, by its inverse. Throws {@link ArithmeticException} if it has none. */
    static void invert(double[] a, int n) {
        factorise(a, n);
        invertFactor(a, n);
        multiply(a, n);
    }

    private static void factorise(double[] a, int n) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = a[i * n + j];
                for (int k = 0; k < j; k++) {
                    sum -= a[i * n + k] * a[j * n + k];
                }
                if (i != j) {
                    a[i * n + j] = sum / a[j * n + j];
                } else if (sum > 0) {
                    a[i * n + i] = Math.sqrt(sum);
                } else {
                    throw new ArithmeticException(
                            "pivot " + i + " is " + sum + ", the matrix is not positive definite");
                }
            }
        }
    }

    /** The lower factor's inverse, in its place. */
    private static void invertFactor(double[] a, int n) {
        for (int j = 0; j < n; j++) {
            a[j * n + j] = 1 / a[j * n + j];
            for (int i = j + 1; i < n; i++) {
                double sum = 0;
                for (int k = j; k < i; k++) {
                    sum -= a[i * n + k] * a[k * n + j];
                }
                a[i * n + j] = sum / a[i * n + i];
            }
        }
    }

    /** L⁻ᵀ L⁻¹, from L⁻¹ in the lower triangle. */
    private static void multiply(double[] a, int n) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int k = i; k < n; k++) {
                    sum += a[k * n + i] * a[k * n + j];
                }
                a[i * n + j] = sum;
            }
            for (int j = 0; j < i; j++) {
                a[j * n + i] = a[i * n + j];
            }
        }
    }
}
