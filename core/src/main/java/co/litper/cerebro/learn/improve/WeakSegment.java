package co.litper.cerebro.learn.improve;

/**
 * A part of the parcels that surely earns less, beyond its forecast, than all others.
 *
 * @param segment which
 * @param parcels how many
 * @param differenceCop pesos a parcel against all others, negative
 * @param low lower end of its 95 % interval, which takes no account of how many segments were looked at
 * @param high upper end
 * @param adjustedP the p-value after Benjamini and Hochberg, 0 to 1
 * @param lostPerWeekCop what that makes in a week
 */
public record WeakSegment(
        Segment segment,
        long parcels,
        double differenceCop,
        double low,
        double high,
        double adjustedP,
        double lostPerWeekCop) {}
