package co.litper.cerebro.simulator.world;

import co.litper.cerebro.world.Hash64;

/**
 * Chance as a function of (seed, what it is about, purpose, count): two players of one seed meet the same luck, whatever
 * each does and in which order it is asked for.
 */
final class Luck {
    private static final int COUNTS = 1 << 16;

    private final long seed;

    Luck(long seed) {
        this.seed = Hash64.mix(seed);
    }

    /** A uniform double in [0, 1). */
    double unit(long about, Purpose purpose, int count) {
        return Hash64.toUnit(bits(about, purpose, count));
    }

    /** A uniform double in [0, 1) for the only question of a purpose. */
    double unit(long about, Purpose purpose) {
        return unit(about, purpose, 0);
    }

    /** 64 even bits. */
    long bits(long about, Purpose purpose, int count) {
        long question = (long) purpose.ordinal() * COUNTS + count;
        return Hash64.mix(Hash64.mix(seed ^ (about * 0x9E3779B97F4A7C15L)) + question * 0xD1B54A32D192ED03L);
    }

    /** A standard normal. */
    double normal(long about, Purpose purpose, int count) {
        return Normal.quantile(unit(about, purpose, count));
    }

    /** A share around {@code mean}: its log-odds are normal around the mean's with {@code sigma}. */
    double share(long about, Purpose purpose, double mean, double sigma) {
        double odds = Math.log(mean / (1 - mean)) + sigma * normal(about, purpose, 0);
        return 1 / (1 + Math.exp(-odds));
    }

    /** How many of a Poisson count with this mean: inverted below 30, by the normal above. */
    static int poisson(double mean, double unit) {
        if (mean > 30) {
            return (int) Math.max(0, Math.round(mean + Math.sqrt(mean) * Normal.quantile(unit)));
        }
        double term = Math.exp(-mean);
        double sum = term;
        int n = 0;
        while (sum < unit && n < 200) {
            n++;
            term *= mean / n;
            sum += term;
        }
        return n;
    }
}
