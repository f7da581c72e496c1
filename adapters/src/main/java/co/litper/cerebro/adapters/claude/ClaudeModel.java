package co.litper.cerebro.adapters.claude;

/**
 * A model and its price.
 *
 * @param name as the service knows it
 * @param inputUsd dollars for a million tokens read, at least 0
 * @param outputUsd dollars for a million tokens written, at least 0
 */
public record ClaudeModel(String name, double inputUsd, double outputUsd) {
    private static final double MILLION = 1e6;

    /** What writing a token to the prompt cache costs, of a token read. */
    private static final double CACHE_WRITE = 1.25;

    /** What reading a token from the prompt cache costs, of a token read. */
    private static final double CACHE_READ = 0.1;

    public ClaudeModel {
        if (name.isBlank() || !(inputUsd >= 0) || !(outputUsd >= 0)) {
            throw new IllegalArgumentException("model '" + name + "' with prices " + inputUsd + " and " + outputUsd
                    + ". Maybe a price is negative.");
        }
    }

    /** What a call costs, dollars. */
    double usd(TokenUse use) {
        double read = use.fresh() + CACHE_WRITE * use.cacheWritten() + CACHE_READ * use.cacheRead();
        return (read * inputUsd + use.output() * outputUsd) / MILLION;
    }
}
