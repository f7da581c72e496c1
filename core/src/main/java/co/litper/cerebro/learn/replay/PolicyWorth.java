package co.litper.cerebro.learn.replay;

import co.litper.cerebro.decision.Question;
import java.util.List;

/**
 * What a policy would have earned, in pesos a parcel of those about which the question was asked.
 *
 * @param policy whose worth
 * @param against what it is held against
 * @param question what was asked
 * @param parcels parcels with a known outcome
 * @param choices choices about them
 * @param matched share of the parcels that were dealt with as the policy would have, 0 to 1
 * @param effective effective number of parcels that speak for it: (Σw)² ÷ Σw²
 * @param logged what was really earned a parcel
 * @param told what the log tells of the policy
 */
public record PolicyWorth(
        String policy,
        String against,
        Question question,
        long parcels,
        long choices,
        double matched,
        double effective,
        double logged,
        Told told) {

    /** What the log tells of it. */
    public sealed interface Told {}

    /**
     * The log carries an answer.
     *
     * @param value pesos a parcel, doubly robust
     * @param gain the same beyond {@code against}, with the interval of the difference
     * @param weighted pesos a parcel by self-normalised weights alone, to compare
     */
    public record FromLog(Span value, Span gain, Span weighted) implements Told {}

    /**
     * It does not; what the model says is an assumption.
     *
     * @param valueCop pesos a parcel, or NaN if there is nothing to model it on
     * @param missing what is missing, at least one
     */
    public record Assumed(double valueCop, List<Missing> missing) implements Told {
        public Assumed {
            missing = List.copyOf(missing);
        }
    }
}
