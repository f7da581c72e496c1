package co.litper.cerebro.think;

/**
 * What people set about slow thinking, as far as decisions depend on it.
 *
 * @param on true if decisions may be thought about
 * @param costCop what one thought is expected to cost, pesos, at least 0
 * @param graceMs milliseconds for which what was decided waits for the thought before it leaves, at least 0
 */
public record ThinkingSettings(boolean on, long costCop, long graceMs) {}
