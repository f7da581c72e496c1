package co.litper.cerebro.adapters.claude;

import java.net.URI;
import java.time.Duration;

/**
 * How the service is reached and what it may cost.
 *
 * @param baseUrl of the service
 * @param apiKey the key; shown nowhere
 * @param usual the model for most dilemmas
 * @param careful the model where much is at stake
 * @param carefulFromCop the stake from which the careful model thinks, pesos
 * @param timeout of a whole thought, its look-ups included
 * @param retries how often a call is made again that the service was too busy for, 0 to {@value #MOST_RETRIES}
 * @param budget what may be spent
 * @param copPerUsd pesos for a dollar
 */
public record ClaudeOptions(
        URI baseUrl,
        String apiKey,
        ClaudeModel usual,
        ClaudeModel careful,
        long carefulFromCop,
        Duration timeout,
        int retries,
        Limits budget,
        double copPerUsd) {
    /** More would only add to the crowd. */
    public static final int MOST_RETRIES = 5;

    /**
     * What may be spent. Each at least 0; 0 lets nothing out.
     *
     * @param hourTokens tokens in any hour
     * @param dayTokens tokens in any day
     * @param hourCop pesos in any hour
     * @param dayCop pesos in any day
     */
    public record Limits(long hourTokens, long dayTokens, long hourCop, long dayCop) {}

    public ClaudeOptions {
        if (apiKey.isBlank()) {
            throw new IllegalArgumentException("there is no key. Maybe ANTHROPIC_API_KEY is not set.");
        }
        if (retries < 0 || retries > MOST_RETRIES) {
            throw new IllegalArgumentException("retries must be 0 to " + MOST_RETRIES + ", is " + retries);
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("timeout must be above 0, is " + timeout);
        }
    }

    /** The model for a stake. */
    ClaudeModel modelFor(long stakeCop) {
        return stakeCop >= carefulFromCop ? careful : usual;
    }

    /** Pesos that a call with {@code model} cost, rounded up: a budget is never overdrawn by rounding. */
    long cop(ClaudeModel model, TokenUse use) {
        return (long) Math.ceil(model.usd(use) * copPerUsd);
    }

    /** Hides the key, so that a stray log line tells nothing. */
    @Override
    public String toString() {
        return "ClaudeOptions[" + baseUrl + ", " + usual.name() + ", " + careful.name() + "]";
    }
}
