package co.litper.cerebro.learners.bandit;

/**
 * An arm that was drawn.
 *
 * @param index which
 * @param propensity its exact probability, above 0 to 1
 * @param distribution probability of every arm, 0 where not allowed; sums to 1
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record Choice(int index, double propensity, double[] distribution) {}
