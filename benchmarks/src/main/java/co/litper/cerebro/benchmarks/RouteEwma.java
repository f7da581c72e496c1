package co.litper.cerebro.benchmarks;

import java.util.HashMap;
import java.util.Map;

/**
 * The peer to beat: per route (seller's state to customer's state) an exponentially weighted mean of lateness and of days,
 * started at the mean of all. O(1) a question.
 */
final class RouteEwma {
    private final double step;
    private final Map<String, double[]> routes = new HashMap<>();
    private final double[] global = new double[2];
    private long seen;

    RouteEwma(double step) {
        this.step = step;
    }

    double lateRate(OlistOrder order) {
        return routes.getOrDefault(order.route(), global)[0];
    }

    double days(OlistOrder order) {
        return routes.getOrDefault(order.route(), global)[1];
    }

    double meanLateRate() {
        return global[0];
    }

    double meanDays() {
        return global[1];
    }

    void learn(OlistOrder order) {
        double late = order.isLate() ? 1 : 0;
        seen++;
        move(global, late, order.days(), 1.0 / seen);
        double[] route = routes.computeIfAbsent(order.route(), r -> global.clone());
        move(route, late, order.days(), step);
    }

    private static void move(double[] mean, double late, double days, double step) {
        mean[0] += step * (late - mean[0]);
        mean[1] += step * (days - mean[1]);
    }
}
