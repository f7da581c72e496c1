package co.litper.cerebro.simulator.world;

import java.util.regex.Pattern;

/**
 * What a parameter may be in a sampled world.
 *
 * @param low least value
 * @param high greatest value, at least {@code low}
 */
record ParameterRange(double low, double high) {
    private static final Pattern DOTS = Pattern.compile("\\.\\.");

    ParameterRange {
        if (!Double.isFinite(low) || !Double.isFinite(high) || high < low) {
            throw new IllegalArgumentException("a range must be finite and rise, is " + low + ".." + high);
        }
    }

    /** Reads {@code 0.3} or {@code 0.2..0.4}. */
    static ParameterRange parse(String text) {
        String[] ends = DOTS.split(text.strip(), -1);
        if (ends.length > 2) {
            throw new IllegalArgumentException("'" + text + "' has more than two ends");
        }
        double low = Double.parseDouble(ends[0].strip());
        return new ParameterRange(low, ends.length == 1 ? low : Double.parseDouble(ends[1].strip()));
    }

    /** The value at {@code unit} of the way from low to high. */
    double at(double unit) {
        return low + unit * (high - low);
    }

    /** A number without a needless fraction. */
    static String shown(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
