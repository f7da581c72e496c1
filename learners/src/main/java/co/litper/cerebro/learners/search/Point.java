package co.litper.cerebro.learners.search;

import java.util.LinkedHashMap;
import java.util.Map;

/** What was chosen, by name. Immutable. */
public final class Point {
    private final SearchSpace space;
    private final double[] unit;

    Point(SearchSpace space, double[] unit) {
        this.space = space;
        this.unit = unit;
    }

    /** Whether the parameter matters here: whether its condition holds. */
    public boolean has(String name) {
        return !Double.isNaN(unit[space.index(name)]);
    }

    /** The value of a {@link Parameter.Real}. */
    public double real(String name) {
        return active(name) instanceof Parameter.Real real
                ? SearchSpace.value(real, unit[space.index(name)])
                : refuse(name, "real number");
    }

    /** The value of a {@link Parameter.Whole}. */
    public long whole(String name) {
        return active(name) instanceof Parameter.Whole whole
                ? SearchSpace.value(whole, unit[space.index(name)])
                : refuse(name, "whole number");
    }

    /** The option of a {@link Parameter.Choice}. */
    public String option(String name) {
        return active(name) instanceof Parameter.Choice choice
                ? choice.options().get((int) unit[space.index(name)])
                : this.<String>refuse(name, "choice");
    }

    private Parameter active(String name) {
        if (!has(name)) {
            throw new IllegalStateException(
                    name + " does not matter at this point. Maybe ask has(\"" + name + "\") first.");
        }
        return space.parameters().get(space.index(name));
    }

    private <T> T refuse(String name, String kind) {
        throw new IllegalArgumentException(name + " is no " + kind + ", it is "
                + space.parameters().get(space.index(name)).getClass().getSimpleName());
    }

    /** Every parameter that matters and its value, in the order of the space. */
    public Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Parameter parameter : space.parameters()) {
            if (has(parameter.name())) {
                values.put(
                        parameter.name(),
                        switch (parameter) {
                            case Parameter.Real real -> real(real.name());
                            case Parameter.Whole whole -> whole(whole.name());
                            case Parameter.Choice choice -> option(choice.name());
                        });
            }
        }
        return values;
    }

    double[] unit() {
        return unit;
    }

    @Override
    public String toString() {
        return values().toString();
    }
}
