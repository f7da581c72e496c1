package co.litper.cerebro.simulator.report;

import co.litper.cerebro.simulator.player.Players;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a fault cost a player, and how soon that was back.
 *
 * @param fault its name
 * @param player who met it
 * @param lossCop pesos a parcel less than in the same worlds without the fault, by spans of {@link FaultStudy#SPAN} days
 *     from the fault's first day on
 * @param peakCop the largest of them; an interval around 0 says that it may be noise
 * @param backAfterDays days from the fault's first until 90 % of the peak was back, or null if it never was
 * @param regretBackAfterDays the same of what the oracle did not lose too, or null if it never was
 */
public record FaultEffect(
        String fault,
        Players player,
        List<Double> lossCop,
        Estimate peakCop,
        @Nullable Integer backAfterDays,
        @Nullable Integer regretBackAfterDays) {
    public FaultEffect {
        lossCop = List.copyOf(lossCop);
    }
}
