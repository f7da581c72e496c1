package co.litper.cerebro.policy;

/**
 * Takes the best feasible value most of the time, and any other feasible one with a small known probability.
 *
 * <p>With K feasible arms and rate ε each arm has ε/K, and the greedy one 1 − ε + ε/K. Ties go to the lowest index, so
 * that equal input gives equal output. Immutable and thread-safe.
 *
 * @param rate ε, share of choices given to chance, 0 to 1. At 0 the propensity of the greedy arm is 1 and the log can
 *     judge no other policy
 */
public record Exploration(double rate) {
    public Exploration {
        if (!(rate >= 0 && rate <= 1)) {
            throw new IllegalArgumentException("exploration rate must be 0 to 1, is " + rate);
        }
    }

    /**
     * What was drawn.
     *
     * @param index the arm
     * @param propensity its exact probability
     * @param greedy the arm that would be taken without exploring
     */
    public record Drawn(int index, double propensity, int greedy) {}

    /**
     * Draws an arm. O(K), no allocation but the result.
     *
     * @param values value of each arm, finite
     * @param feasible which arms may be drawn; at least one
     * @param unit a uniform draw in [0, 1)
     */
    public Drawn draw(float[] values, boolean[] feasible, double unit) {
        int greedy = -1;
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            if (feasible[i]) {
                count++;
                if (greedy < 0 || values[i] > values[greedy]) {
                    greedy = i;
                }
            }
        }
        if (greedy < 0) {
            throw new IllegalArgumentException("none of " + values.length + " arms is feasible");
        }
        double share = rate / count;
        double greedyShare = 1 - rate + share;
        double left = unit - greedyShare;
        int index = greedy;
        for (int i = 0; i < values.length && left >= 0; i++) {
            if (feasible[i] && i != greedy) {
                index = i;
                left -= share;
            }
        }
        return new Drawn(index, index == greedy ? greedyShare : share, greedy);
    }
}
