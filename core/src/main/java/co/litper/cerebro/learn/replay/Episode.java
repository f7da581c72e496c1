package co.litper.cerebro.learn.replay;

import co.litper.cerebro.vocabulary.MerchantId;
import java.util.List;

/**
 * All answers to one question about one parcel, in order, and what came of the parcel.
 *
 * @param parcel the parcel's home key
 * @param merchant whose parcel it is, or {@code INSTALLATION} if only ticks asked
 * @param choices at least one
 * @param cop what the parcel earned or lost in pesos, before the costs of these choices
 * @param points what the specification's table gives, over all its decisions
 */
public record Episode(long parcel, MerchantId merchant, List<LoggedChoice> choices, long cop, double points) {
    public Episode {
        choices = List.copyOf(choices);
        if (choices.isEmpty()) {
            throw new IllegalArgumentException("parcel " + parcel + " has no choices");
        }
    }

    /** When the first of them was made, epoch milliseconds. */
    public long atMs() {
        return choices.getFirst().atMs();
    }

    /** What the parcel earned, less what the choices cost by themselves. */
    public double returnCop() {
        double sum = cop;
        for (LoggedChoice choice : choices) {
            sum -= choice.costCop();
        }
        return sum;
    }

    /** True if the policy had the last word in all of them. */
    public boolean acted() {
        return choices.stream().allMatch(LoggedChoice::acted);
    }
}
