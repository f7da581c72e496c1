package co.litper.cerebro.learners.search;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One thing to be chosen. Immutable. */
public sealed interface Parameter {
    /** Whole numbers of a range at most, so that each has a share of the unit interval. */
    long MOST_WHOLES = 1L << 40;

    /** Unique in its space. */
    String name();

    /** When it matters; empty is always. */
    Optional<When> when();

    /**
     * A condition: an earlier choice fell on one of some options.
     *
     * @param parameter name of a {@link Choice} that stands before
     * @param options of it, at least 1
     */
    record When(String parameter, Set<String> options) {
        public When {
            options = Set.copyOf(options);
            if (options.isEmpty()) {
                throw new IllegalArgumentException("a condition on " + parameter + " must name options");
            }
        }
    }

    /**
     * A number.
     *
     * @param low at least
     * @param high at most, above low
     * @param logarithmic whether equal factors count alike instead of equal distances; then low is above 0
     */
    record Real(String name, double low, double high, boolean logarithmic, Optional<When> when) implements Parameter {
        public Real {
            if (!(low < high && high - low <= Double.MAX_VALUE) || logarithmic && !(low > 0)) {
                throw new IllegalArgumentException(
                        name + " must lie in a finite range, above 0 if logarithmic; is " + low + " to " + high);
            }
        }

        /** Always, by distances. */
        public Real(String name, double low, double high) {
            this(name, low, high, false, Optional.empty());
        }
    }

    /**
     * A whole number.
     *
     * @param low at least
     * @param high at most, not below low
     * @param logarithmic whether equal factors count alike; then low is at least 1
     */
    record Whole(String name, long low, long high, boolean logarithmic, Optional<When> when) implements Parameter {
        public Whole {
            if (low > high || low < -MOST_WHOLES || high > MOST_WHOLES || logarithmic && low < 1) {
                throw new IllegalArgumentException(name + " must lie in a range within ±" + MOST_WHOLES
                        + ", from 1 if logarithmic; is " + low + " to " + high);
            }
        }

        /** Always, by distances. */
        public Whole(String name, long low, long high) {
            this(name, low, high, false, Optional.empty());
        }
    }

    /**
     * One of several options without order.
     *
     * @param options at least 1, all different
     */
    record Choice(String name, List<String> options, Optional<When> when) implements Parameter {
        public Choice {
            options = List.copyOf(options);
            if (options.isEmpty() || new HashSet<>(options).size() != options.size()) {
                throw new IllegalArgumentException(name + " must have options, all different; has " + options);
            }
        }

        /** Always. */
        public Choice(String name, String... options) {
            this(name, List.of(options), Optional.empty());
        }
    }
}
