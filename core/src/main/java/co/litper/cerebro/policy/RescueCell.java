package co.litper.cerebro.policy;

import java.util.Arrays;

/** What followed the steps of one cell of {@link RescueLevels}, counted. Owned by one thread. */
final class RescueCell {
    private static final int FEW = 4;

    private int[] sequels = new int[FEW];
    private double[] times = new double[FEW];
    private int size;
    private double count;

    /** Counts a {@link Sequel}. O(different sequels), of which a cell has some dozens. */
    void add(int sequel, double cases) {
        count += cases;
        for (int i = 0; i < size; i++) {
            if (sequels[i] == sequel) {
                times[i] += cases;
                return;
            }
        }
        if (size == sequels.length) {
            sequels = Arrays.copyOf(sequels, 2 * size);
            times = Arrays.copyOf(times, 2 * size);
        }
        sequels[size] = sequel;
        times[size++] = cases;
    }

    int size() {
        return size;
    }

    int sequel(int i) {
        return sequels[i];
    }

    double times(int i) {
        return times[i];
    }

    double count() {
        return count;
    }
}
