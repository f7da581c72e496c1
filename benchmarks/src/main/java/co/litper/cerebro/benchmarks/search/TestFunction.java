package co.litper.cerebro.benchmarks.search;

import co.litper.cerebro.learners.search.Parameter;
import co.litper.cerebro.learners.search.Point;
import co.litper.cerebro.learners.search.SearchSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A function whose least value is known.
 *
 * @param standard whether it is one of the ten standard ones
 */
record TestFunction(String name, SearchSpace space, ToDoubleFunction<Point> loss, double least, boolean standard) {

    /** Formulas, domains and least values as in S. Surjanovic and D. Bingham's library of simulation experiments. */
    static List<TestFunction> all() {
        return List.of(
                of("branin", new double[][] {{-5, 10}, {0, 15}}, TestFunctions::branin, 0.39788735772973816),
                cube("hartmann3", 3, 0, 1, TestFunctions::hartmann3, -3.8627797869493365),
                cube("hartmann6", 6, 0, 1, TestFunctions::hartmann6, -3.322368011391339),
                cube("ackley5", 5, -15, 30, TestFunctions::ackley, 0),
                cube("rastrigin4", 4, -5.12, 5.12, TestFunctions::rastrigin, 0),
                cube("rosenbrock4", 4, -5, 10, TestFunctions::rosenbrock, 0),
                cube("levy4", 4, -10, 10, TestFunctions::levy, 0),
                cube("styblinski-tang4", 4, -5, 5, TestFunctions::styblinskiTang, 4 * -39.16616570377142),
                cube("griewank4", 4, -400, 600, TestFunctions::griewank, 0),
                cube("michalewicz5", 5, 0, Math.PI, TestFunctions::michalewicz, -4.687658179),
                mixed());
    }

    private static TestFunction cube(
            String name, int size, double low, double high, ToDoubleFunction<double[]> f, double least) {
        return of(
                name,
                IntStream.range(0, size).mapToObj(i -> new double[] {low, high}).toArray(double[][]::new),
                f,
                least);
    }

    private static TestFunction of(String name, double[][] ranges, ToDoubleFunction<double[]> f, double least) {
        List<Parameter> parameters = new ArrayList<>();
        for (int d = 0; d < ranges.length; d++) {
            parameters.add(new Parameter.Real("x" + d, ranges[d][0], ranges[d][1]));
        }
        return new TestFunction(
                name,
                new SearchSpace(parameters),
                point -> f.applyAsDouble(IntStream.range(0, ranges.length)
                        .mapToDouble(d -> point.real("x" + d))
                        .toArray()),
                least,
                true);
    }

    /** Like a choice of a learner and its settings: three learners, each with settings of its own, on different scales. */
    private static TestFunction mixed() {
        SearchSpace space = new SearchSpace(
                new Parameter.Choice("learner", "linear", "trees", "network"),
                new Parameter.Real("penalty", 1e-6, 1e2, true, when("linear")),
                new Parameter.Whole("depth", 1, 16, false, when("trees")),
                new Parameter.Whole("rounds", 10, 1_000, true, when("trees")),
                new Parameter.Real("rate", 1e-4, 1, true, when("trees", "network")),
                new Parameter.Choice("activation", List.of("relu", "tanh", "gelu", "none"), when("network")),
                new Parameter.Whole("units", 4, 512, true, when("network")));
        return new TestFunction("conditional", space, TestFunctions::learners, 0, false);
    }

    private static Optional<Parameter.When> when(String... options) {
        return Optional.of(new Parameter.When("learner", Set.of(options)));
    }
}
