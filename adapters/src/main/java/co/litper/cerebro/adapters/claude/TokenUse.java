package co.litper.cerebro.adapters.claude;

import com.anthropic.models.messages.Usage;

/**
 * Tokens of a call or several.
 *
 * @param fresh read, outside the cache
 * @param cacheWritten read and put into the cache
 * @param cacheRead read from the cache
 * @param output written
 */
record TokenUse(long fresh, long cacheWritten, long cacheRead, long output) {
    static final TokenUse NONE = new TokenUse(0, 0, 0, 0);

    static TokenUse of(Usage usage) {
        return new TokenUse(
                usage.inputTokens(),
                usage.cacheCreationInputTokens().orElse(0L),
                usage.cacheReadInputTokens().orElse(0L),
                usage.outputTokens());
    }

    TokenUse plus(TokenUse more) {
        return new TokenUse(
                fresh + more.fresh, cacheWritten + more.cacheWritten, cacheRead + more.cacheRead, output + more.output);
    }

    /** All that was read. */
    long input() {
        return fresh + cacheWritten + cacheRead;
    }

    /** All. */
    long all() {
        return input() + output;
    }
}
