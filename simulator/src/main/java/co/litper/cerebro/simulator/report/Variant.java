package co.litper.cerebro.simulator.report;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/**
 * The product with something switched on or off, to be held against the product without.
 *
 * @param name a short word for tables
 * @param settings beyond letting it act
 * @param adviserError how often the reasoner picks one of the options by chance instead of the truly best, 0 to 1; empty where
 *     nobody thinks
 * @param minds makes a fresh mind for each life; where somebody thinks, its chooser is not asked
 */
public record Variant(String name, Map<String, String> settings, OptionalDouble adviserError, Supplier<Mind> minds) {
    public Variant {
        settings = Map.copyOf(settings);
    }

    /** Thinks slowly, with a reasoner of a known error. */
    public static Variant thinking(String name, double error, Map<String, String> settings) {
        return new Variant(name, settings, OptionalDouble.of(error), Mind::plain);
    }

    /** Settings alone. */
    public static Variant of(String name, Map<String, String> settings) {
        return new Variant(name, settings, OptionalDouble.empty(), Mind::plain);
    }

    /** Another way of weighing bids. */
    public static Variant minded(String name, Supplier<Mind> minds) {
        return new Variant(name, Map.of(), OptionalDouble.empty(), minds);
    }
}
