package co.litper.cerebro.benchmarks.search;

import co.litper.cerebro.learners.search.Point;

/** The formulas. */
final class TestFunctions {
    private static final double[] HARTMANN_WEIGHTS = {1, 1.2, 3, 3.2};
    private static final double[][] HARTMANN3_SCALES = {{3, 10, 30}, {0.1, 10, 35}, {3, 10, 30}, {0.1, 10, 35}};
    private static final double[][] HARTMANN3_CENTRES = {
        {0.3689, 0.1170, 0.2673}, {0.4699, 0.4387, 0.7470}, {0.1091, 0.8732, 0.5547}, {0.0381, 0.5743, 0.8828}
    };
    private static final double[][] HARTMANN6_SCALES = {
        {10, 3, 17, 3.5, 1.7, 8}, {0.05, 10, 17, 0.1, 8, 14}, {3, 3.5, 1.7, 10, 17, 8}, {17, 8, 0.05, 10, 0.1, 14}
    };
    private static final double[][] HARTMANN6_CENTRES = {
        {0.1312, 0.1696, 0.5569, 0.0124, 0.8283, 0.5886},
        {0.2329, 0.4135, 0.8307, 0.3736, 0.1004, 0.9991},
        {0.2348, 0.1451, 0.3522, 0.2883, 0.3047, 0.6650},
        {0.4047, 0.8828, 0.8732, 0.5743, 0.1091, 0.0381}
    };

    private TestFunctions() {}

    static double branin(double[] x) {
        double b = 5.1 / (4 * Math.PI * Math.PI);
        double c = 5 / Math.PI;
        double inner = x[1] - b * x[0] * x[0] + c * x[0] - 6;
        return inner * inner + 10 * (1 - 1 / (8 * Math.PI)) * Math.cos(x[0]) + 10;
    }

    static double hartmann3(double[] x) {
        return hartmann(x, HARTMANN3_SCALES, HARTMANN3_CENTRES);
    }

    static double hartmann6(double[] x) {
        return hartmann(x, HARTMANN6_SCALES, HARTMANN6_CENTRES);
    }

    private static double hartmann(double[] x, double[][] scales, double[][] centres) {
        double sum = 0;
        for (int i = 0; i < HARTMANN_WEIGHTS.length; i++) {
            double distance = 0;
            for (int d = 0; d < x.length; d++) {
                double off = x[d] - centres[i][d];
                distance += scales[i][d] * off * off;
            }
            sum -= HARTMANN_WEIGHTS[i] * Math.exp(-distance);
        }
        return sum;
    }

    static double ackley(double[] x) {
        double squares = 0;
        double waves = 0;
        for (double v : x) {
            squares += v * v / x.length;
            waves += Math.cos(2 * Math.PI * v) / x.length;
        }
        return -20 * Math.exp(-0.2 * Math.sqrt(squares)) - Math.exp(waves) + 20 + Math.E;
    }

    static double rastrigin(double[] x) {
        double sum = 10.0 * x.length;
        for (double v : x) {
            sum += v * v - 10 * Math.cos(2 * Math.PI * v);
        }
        return sum;
    }

    static double rosenbrock(double[] x) {
        double sum = 0;
        for (int d = 0; d + 1 < x.length; d++) {
            double bend = x[d + 1] - x[d] * x[d];
            sum += 100 * bend * bend + (x[d] - 1) * (x[d] - 1);
        }
        return sum;
    }

    static double levy(double[] x) {
        double first = 1 + (x[0] - 1) / 4;
        double last = 1 + (x[x.length - 1] - 1) / 4;
        double sum = square(Math.sin(Math.PI * first));
        for (int d = 0; d + 1 < x.length; d++) {
            double w = 1 + (x[d] - 1) / 4;
            sum += square(w - 1) * (1 + 10 * square(Math.sin(Math.PI * w + 1)));
        }
        return sum + square(last - 1) * (1 + square(Math.sin(2 * Math.PI * last)));
    }

    private static double square(double v) {
        return v * v;
    }

    static double styblinskiTang(double[] x) {
        double sum = 0;
        for (double v : x) {
            sum += (square(square(v)) - 16 * v * v + 5 * v) / 2;
        }
        return sum;
    }

    static double griewank(double[] x) {
        double sum = 1;
        double product = 1;
        for (int d = 0; d < x.length; d++) {
            sum += x[d] * x[d] / 4000;
            product *= Math.cos(x[d] / Math.sqrt(d + 1));
        }
        return sum - product;
    }

    static double michalewicz(double[] x) {
        double sum = 0;
        for (int d = 0; d < x.length; d++) {
            sum -= Math.sin(x[d]) * Math.pow(Math.sin((d + 1) * x[d] * x[d] / Math.PI), 20);
        }
        return sum;
    }

    /** 0 for trees of depth 6, 200 rounds, rate 0.05; the others' best are 0.2 and 0.1. */
    static double learners(Point p) {
        return switch (p.option("learner")) {
            case "linear" -> 0.2 + 0.02 * square(Math.log10(p.real("penalty")) + 1);
            case "trees" ->
                0.005 * square(p.whole("depth") - 6)
                        + 0.3 * square(Math.log10((double) p.whole("rounds") * p.real("rate")) - 1)
                        + 0.2 * square(Math.log10(p.real("rate") / 0.05));
            default ->
                0.1
                        + (p.option("activation").equals("gelu") ? 0 : 0.1)
                        + 0.2 * square(Math.log10(p.real("rate") / 0.003))
                        + 0.1 * square(Math.log10(p.whole("units") / 64.0));
        };
    }
}
