package co.litper.cerebro.learners.reinforce;

/**
 * How far a value moves towards a new target: {@code max(least, first ÷ visits^exponent)}. Polynomial steps with exponents
 * above ½ converge (E. Even-Dar and Y. Mansour, "Learning rates for Q-learning", JMLR 5, 2003); a least step follows change instead.
 *
 * @param first above 0, at most 1
 * @param exponent 0 to 1; 0 is constant, 1 the mean of all targets
 * @param least 0 to {@code first}
 */
public record StepSize(double first, double exponent, double least) {
    /** Fast at first, then as 1 ÷ visits^0.7. */
    public static final StepSize USUAL = new StepSize(1, 0.7, 0);

    public StepSize {
        if (!(first > 0 && first <= 1 && exponent >= 0 && exponent <= 1 && least >= 0 && least <= first)) {
            throw new IllegalArgumentException("first must be above 0 to 1, exponent 0 to 1, least 0 to first; are "
                    + first + ", " + exponent + ", " + least);
        }
    }

    /** The step of the given visit, counted from 1. */
    public double at(int visit) {
        return Math.max(least, first * Math.pow(visit, -exponent));
    }
}
