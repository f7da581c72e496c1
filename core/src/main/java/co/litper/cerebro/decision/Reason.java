package co.litper.cerebro.decision;

/**
 * A feature that swayed a forecast.
 *
 * @param target 0 delay, 1 issue, 2 return
 * @param feature index in the feature definitions
 * @param weight its share of the log-odds; positive raises the risk
 */
public record Reason(int target, int feature, float weight) {}
