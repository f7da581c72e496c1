package co.litper.cerebro.learners.reinforce;

/**
 * Priorities whose prefix sums are found in O(log n): a complete binary tree whose nodes hold the sum of their children, always
 * added anew, so that rounding does not pile up.
 */
final class SumTree {
    private final int leaves;
    /** Node i has children 2i and 2i + 1; leaves begin at {@link #leaves}. */
    private final double[] sums;

    SumTree(int capacity) {
        int room = 1;
        while (room < capacity) {
            room *= 2;
        }
        leaves = room;
        sums = new double[2 * room];
    }

    double total() {
        return sums[1];
    }

    double get(int slot) {
        return sums[leaves + slot];
    }

    void set(int slot, double priority) {
        int at = leaves + slot;
        sums[at] = priority;
        for (at /= 2; at >= 1; at /= 2) {
            sums[at] = sums[2 * at] + sums[2 * at + 1];
        }
    }

    /** The slot in whose share {@code mass} lies, 0 to below the total; never one of priority 0 while another has more. */
    int find(double mass) {
        int at = 1;
        double left = mass;
        while (at < leaves) {
            at *= 2;
            if (left >= sums[at] && sums[at + 1] > 0) {
                left -= sums[at];
                at++;
            }
        }
        return at - leaves;
    }
}
