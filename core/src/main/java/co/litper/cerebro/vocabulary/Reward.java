package co.litper.cerebro.vocabulary;

/**
 * What an outcome was worth, on two scales.
 *
 * @param points the specification's scale, summed over the outcomes of one decision
 * @param cop gain (positive) or loss (negative) in Colombian pesos
 */
public record Reward(double points, long cop) {
    public static final Reward ZERO = new Reward(0, 0);

    public Reward {
        if (!Double.isFinite(points)) {
            throw new IllegalArgumentException("reward points must be finite, are " + points);
        }
    }

    /** Both scales added. */
    public Reward plus(Reward other) {
        return new Reward(points + other.points, Math.addExact(cop, other.cop));
    }
}
