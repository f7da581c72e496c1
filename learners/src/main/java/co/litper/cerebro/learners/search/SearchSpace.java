package co.litper.cerebro.learners.search;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.IntToDoubleFunction;

/**
 * What may be chosen. Immutable.
 *
 * <p>Inside, a point is a {@code double} for each parameter: of a number its place in its range, 0 to 1, of a choice the index of
 * its option, NaN where a condition does not hold.
 *
 * @param parameters at least 1, at most {@link #MOST_PARAMETERS}, by different names; a condition names a choice before it
 */
public record SearchSpace(List<Parameter> parameters) {
    /** Parameters at most: models of the loss are cubic in trials and linear in parameters. */
    public static final int MOST_PARAMETERS = 1_000;

    public SearchSpace {
        parameters = List.copyOf(parameters);
        if (parameters.isEmpty() || parameters.size() > MOST_PARAMETERS) {
            throw new IllegalArgumentException(
                    "a space must have 1 to " + MOST_PARAMETERS + " parameters, has " + parameters.size());
        }
        for (int d = 0; d < parameters.size(); d++) {
            check(parameters, d);
        }
    }

    /** Of these. */
    public SearchSpace(Parameter... parameters) {
        this(List.of(parameters));
    }

    private static void check(List<Parameter> parameters, int d) {
        Parameter parameter = parameters.get(d);
        List<Parameter> before = parameters.subList(0, d);
        if (before.stream().anyMatch(b -> b.name().equals(parameter.name()))) {
            throw new IllegalArgumentException("two parameters are named " + parameter.name());
        }
        parameter.when().ifPresent(when -> {
            boolean known = before.stream()
                    .anyMatch(b -> b instanceof Parameter.Choice c
                            && c.name().equals(when.parameter())
                            && c.options().containsAll(when.options()));
            if (!known) {
                throw new IllegalArgumentException(
                        parameter.name() + " waits for " + when.parameter() + " to be one of " + when.options()
                                + ". Maybe no choice of that name with those options stands before it.");
            }
        });
    }

    int size() {
        return parameters.size();
    }

    int index(String name) {
        for (int d = 0; d < parameters.size(); d++) {
            if (parameters.get(d).name().equals(name)) {
                return d;
            }
        }
        throw new NoSuchElementException("no parameter is named " + name + ". Maybe one of "
                + parameters.stream().map(Parameter::name).toList());
    }

    /** Options of a choice; 0 for a number. */
    int options(int d) {
        return parameters.get(d) instanceof Parameter.Choice c ? c.options().size() : 0;
    }

    /** Whether parameter {@code d} matters, given what was chosen before it. */
    boolean isActive(int d, double[] unit) {
        return parameters.get(d).when().map(when -> holds(when, unit)).orElse(true);
    }

    private boolean holds(Parameter.When when, double[] unit) {
        int parent = index(when.parameter());
        return !Double.isNaN(unit[parent])
                && parameters.get(parent) instanceof Parameter.Choice c
                && when.options().contains(c.options().get((int) unit[parent]));
    }

    /** A point whose active parameters are drawn, in order; what is drawn for numbers is moved to a value that they can have. */
    double[] draw(IntToDoubleFunction drawn) {
        double[] unit = new double[size()];
        for (int d = 0; d < unit.length; d++) {
            unit[d] = isActive(d, unit) ? snapped(d, drawn.applyAsDouble(d)) : Double.NaN;
        }
        return unit;
    }

    private double snapped(int d, double u) {
        return parameters.get(d) instanceof Parameter.Whole whole ? place(whole, value(whole, u)) : u;
    }

    /** Whether {@code unit} is a point of this space. */
    boolean contains(double[] unit) {
        for (int d = 0; d < unit.length; d++) {
            int options = options(d);
            boolean fits = options > 0
                    ? unit[d] >= 0 && unit[d] < options && unit[d] == (int) unit[d]
                    : unit[d] >= 0 && unit[d] <= 1;
            if (isActive(d, unit) ? !fits : !Double.isNaN(unit[d])) {
                return false;
            }
        }
        return unit.length == size();
    }

    static double value(Parameter.Real real, double u) {
        double value = real.logarithmic()
                ? Math.exp(Math.log(real.low()) + u * (Math.log(real.high()) - Math.log(real.low())))
                : real.low() + u * (real.high() - real.low());
        return Math.max(real.low(), Math.min(real.high(), value));
    }

    static long value(Parameter.Whole whole, double u) {
        double low = whole.low() - 0.5;
        double high = whole.high() + 0.5;
        double value = whole.logarithmic()
                ? Math.exp(Math.log(low) + u * (Math.log(high) - Math.log(low)))
                : low + u * (high - low);
        return Math.max(whole.low(), Math.min(whole.high(), Math.round(value)));
    }

    private static double place(Parameter.Whole whole, long value) {
        double low = whole.low() - 0.5;
        double high = whole.high() + 0.5;
        return whole.logarithmic()
                ? (Math.log(value) - Math.log(low)) / (Math.log(high) - Math.log(low))
                : (value - low) / (high - low);
    }
}
