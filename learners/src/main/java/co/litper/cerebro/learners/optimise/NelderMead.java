package co.litper.cerebro.learners.optimise;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * The simplex search: d + 1 points that reflect, stretch and shrink towards lower ground. For smooth functions of up to about
 * ten numbers. Deterministic; pure but for what the function does. O(d) beside each evaluation.
 *
 * <p>J. A. Nelder and R. Mead, "A simplex method for function minimization", The Computer Journal 1965, with the coefficients of F. Gao
 * and L. Han, "Implementing the Nelder-Mead simplex algorithm with adaptive parameters", Computational Optimization and
 * Applications 2012, which change nothing in two dimensions and keep the simplex alive in many. Departure: a search that has
 * settled begins once more around its best point, since a simplex can collapse where there is no minimum.
 */
public final class NelderMead {
    private final double step;
    private final double tolerance;
    private final int mostEvaluations;

    /**
     * A search.
     *
     * @param step first distance between points in each direction, above 0
     * @param tolerance the spread of values, relative to their size, and of points, below which it has settled; above 0
     * @param mostEvaluations of the function, after which the best so far is given
     */
    public NelderMead(double step, double tolerance, int mostEvaluations) {
        if (!(step > 0 && tolerance > 0 && mostEvaluations > 0)) {
            throw new IllegalArgumentException("step, tolerance and mostEvaluations must be positive, are " + step
                    + ", " + tolerance + ", " + mostEvaluations);
        }
        this.step = step;
        this.tolerance = tolerance;
        this.mostEvaluations = mostEvaluations;
    }

    /**
     * The least value found from {@code start}.
     *
     * @param function of [d]; NaN counts as the worst there is
     * @param start [d], d at least 1, where the function is finite
     */
    public Minimum minimise(ToDoubleFunction<double[]> function, double[] start) {
        Simplex simplex = new Simplex(function, start, step);
        simplex.settle(tolerance, mostEvaluations);
        double before = Double.POSITIVE_INFINITY;
        boolean settled = simplex.evaluations < mostEvaluations;
        while (settled && before - simplex.values[0] > tolerance * (1 + Math.abs(simplex.values[0]))) {
            before = simplex.values[0];
            simplex.spread(step / 4);
            simplex.settle(tolerance, mostEvaluations);
            settled = simplex.evaluations < mostEvaluations;
        }
        return new Minimum(simplex.points[0].clone(), simplex.values[0], simplex.evaluations, settled);
    }

    /** The points in the order of their values, the lowest first. */
    private static final class Simplex {
        private final ToDoubleFunction<double[]> function;
        private final int d;
        private final double[][] points;
        private final double[] values;
        private final double[] centre;
        private int evaluations;

        Simplex(ToDoubleFunction<double[]> function, double[] start, double step) {
            this.function = function;
            d = start.length;
            points = new double[d + 1][];
            values = new double[d + 1];
            centre = new double[d];
            points[0] = start.clone();
            values[0] = at(start);
            spread(step);
        }

        /** New points around the best. */
        void spread(double step) {
            for (int i = 1; i <= d; i++) {
                points[i] = points[0].clone();
                points[i][i - 1] += step;
                values[i] = at(points[i]);
            }
            sort();
        }

        void settle(double tolerance, int mostEvaluations) {
            while (evaluations < mostEvaluations && !flat(tolerance)) {
                move();
                sort();
            }
        }

        private boolean flat(double tolerance) {
            if (values[d] - values[0] > tolerance * (1 + Math.abs(values[0]))) {
                return false;
            }
            double reach = Math.sqrt(tolerance);
            for (int i = 1; i <= d; i++) {
                for (int k = 0; k < d; k++) {
                    if (Math.abs(points[i][k] - points[0][k]) > reach * (1 + Math.abs(points[0][k]))) {
                        return false;
                    }
                }
            }
            return true;
        }

        /** One step of the search: the worst point gives way, or all come nearer to the best. */
        private void move() {
            Arrays.fill(centre, 0);
            for (int i = 0; i < d; i++) {
                for (int k = 0; k < d; k++) {
                    centre[k] += points[i][k] / d;
                }
            }
            int n = Math.max(2, d);
            double[] reflected = towards(-1);
            double value = at(reflected);
            if (value < values[0]) {
                double[] further = towards(-(1 + 2.0 / n));
                double stretched = at(further);
                take(stretched < value ? further : reflected, Math.min(stretched, value));
            } else if (value < values[d - 1] || d == 1 && value < values[d]) {
                take(reflected, value);
            } else {
                contract(reflected, value, 0.75 - 0.5 / n, 1 - 1.0 / n);
            }
        }

        private void contract(double[] reflected, double value, double share, double shrink) {
            double[] nearer = towards(value < values[d] ? -share : share);
            double contracted = at(nearer);
            if (contracted < Math.min(value, values[d])) {
                take(nearer, contracted);
                return;
            }
            if (value < values[d]) {
                take(reflected, value);
            }
            for (int i = 1; i <= d; i++) {
                for (int k = 0; k < d; k++) {
                    points[i][k] = points[0][k] + shrink * (points[i][k] - points[0][k]);
                }
                values[i] = at(points[i]);
            }
        }

        /** The centre plus {@code share} of the way to the worst point. */
        private double[] towards(double share) {
            double[] point = new double[d];
            for (int k = 0; k < d; k++) {
                point[k] = centre[k] + share * (points[d][k] - centre[k]);
            }
            return point;
        }

        private void take(double[] point, double value) {
            points[d] = point;
            values[d] = value;
        }

        private double at(double[] point) {
            evaluations++;
            double value = function.applyAsDouble(point);
            return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
        }

        /** By insertion: stable, and nearly in order already. */
        private void sort() {
            for (int i = 1; i <= d; i++) {
                double value = values[i];
                double[] point = points[i];
                int k = i;
                for (; k > 0 && values[k - 1] > value; k--) {
                    values[k] = values[k - 1];
                    points[k] = points[k - 1];
                }
                values[k] = value;
                points[k] = point;
            }
        }
    }
}
