package co.litper.cerebro.learners.inference;

import co.litper.cerebro.learners.linear.BadSampleException;
import java.util.stream.IntStream;

/** Corrects p-values for how many were looked at. Pure functions, O(n log n). */
public final class ManyTests {
    private ManyTests() {}

    /**
     * Holm's adjusted p-values, which hold the chance of even one false alarm (Scandinavian Journal of Statistics, 1979).
     *
     * @param pValues each 0 to 1
     * @return in the given order; compare with the level
     */
    public static double[] holm(double... pValues) {
        int[] order = rising(pValues);
        double[] adjusted = new double[pValues.length];
        double most = 0;
        for (int i = 0; i < order.length; i++) {
            most = Math.max(most, Math.min(1, (order.length - i) * pValues[order[i]]));
            adjusted[order[i]] = most;
        }
        return adjusted;
    }

    /**
     * Adjusted p-values of Benjamini and Hochberg, which hold the share of false alarms among alarms (JRSS B, 1995), for
     * independent or positively dependent tests.
     *
     * @param pValues each 0 to 1
     * @return in the given order; compare with the level
     */
    public static double[] benjaminiHochberg(double... pValues) {
        int[] order = rising(pValues);
        double[] adjusted = new double[pValues.length];
        double least = 1;
        for (int i = order.length - 1; i >= 0; i--) {
            least = Math.min(least, order.length * pValues[order[i]] / (i + 1));
            adjusted[order[i]] = least;
        }
        return adjusted;
    }

    private static int[] rising(double[] pValues) {
        for (int i = 0; i < pValues.length; i++) {
            if (!(pValues[i] >= 0 && pValues[i] <= 1)) {
                throw new BadSampleException("p-value " + i + " must be 0 to 1, is " + pValues[i]);
            }
        }
        return IntStream.range(0, pValues.length)
                .boxed()
                .sorted((i, j) -> Double.compare(pValues[i], pValues[j]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
