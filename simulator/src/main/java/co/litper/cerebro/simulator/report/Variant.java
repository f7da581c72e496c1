package co.litper.cerebro.simulator.report;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * The product with something switched on or off, to be held against the product without.
 *
 * @param name a short word for tables
 * @param settings beyond letting it act
 * @param adviserError how often the reasoner picks one of the options by chance instead of the truly best, 0 to 1; empty where
 *     nobody thinks
 */
public record Variant(String name, Map<String, String> settings, OptionalDouble adviserError) {
    public Variant {
        settings = Map.copyOf(settings);
    }

    /** Thinks slowly, with a reasoner of a known error. */
    public static Variant thinking(String name, double error, Map<String, String> settings) {
        return new Variant(name, settings, OptionalDouble.of(error));
    }

    /** Settings alone. */
    public static Variant of(String name, Map<String, String> settings) {
        return new Variant(name, settings, OptionalDouble.empty());
    }
}
