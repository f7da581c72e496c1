package co.litper.cerebro.learners.bandit;

/**
 * An arm that was drawn.
 *
 * @param index which, within what was offered
 * @param propensity the exact probability with which it was drawn, above 0 to 1: the draw is made from
 *     {@code distribution}, whatever that approximates
 * @param distribution probability of every arm, 0 where not allowed; sums to 1
 * @param best the arm of highest predicted value; ties go to the lowest index
 * @param error how far a probability may lie from the ideal rule's, in probability: 0 where the rule has a closed form, the
 *     quadrature's bound (below 1e-6 as a rule) or the Monte-Carlo bound of a Thompson sampler otherwise
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record Choice(int index, double propensity, double[] distribution, int best, double error) {

    /**
     * Draws from {@code distribution}. The best arm lies first on the unit interval and the others follow by index: one draw
     * that takes the best arm keeps taking it when exploration grows rarer.
     *
     * @throws BadChoiceException if {@code unit} is not in [0, 1)
     */
    static Choice draw(double[] distribution, int best, double error, double unit) {
        if (!(unit >= 0 && unit < 1)) {
            throw new BadChoiceException("draw must be in [0, 1), is " + unit);
        }
        double left = unit - distribution[best];
        int index = distribution[best] > 0 ? best : -1;
        for (int i = 0; i < distribution.length && (left >= 0 || index < 0); i++) {
            if (i != best && distribution[i] > 0) {
                index = i;
                left -= distribution[i];
            }
        }
        return new Choice(index, distribution[index], distribution, best, error);
    }
}
