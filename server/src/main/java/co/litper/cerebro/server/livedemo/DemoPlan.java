package co.litper.cerebro.server.livedemo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What is lived.
 *
 * @param seed of the world: parameters, demand and luck
 * @param ordersPerDay of the mean day, 1 to {@link #MOST_ORDERS}
 * @param warmUpDays simulated days that are lived as fast as the machine goes, at least 0
 * @param daysPerMinute simulated days a minute after that
 * @param lastDay simulated days after which the world stands still, at least 1
 */
public record DemoPlan(long seed, int ordersPerDay, int warmUpDays, double daysPerMinute, int lastDay) {
    /** A Monday, midnight in Bogotá. */
    public static final Instant START = Instant.parse("2026-01-05T05:00:00Z");
    /** Speeds that can be asked for; the fastest is beyond what machines reach. */
    public static final double SLOWEST = 0.01;

    public static final double FASTEST = 10_000;
    /** Beyond it no machine of today keeps a watchable pace. */
    public static final int MOST_ORDERS = 3_000;
    /** Ten years: the days that a world knows, less a year for what is under way. */
    public static final int MOST_DAYS = 3_500;

    /** @throws IllegalArgumentException naming every problem */
    public DemoPlan {
        List<String> problems = new ArrayList<>();
        if (ordersPerDay < 1 || ordersPerDay > MOST_ORDERS) {
            problems.add("ordersPerDay must be 1 to " + MOST_ORDERS + ", is " + ordersPerDay);
        }
        if (warmUpDays < 0) {
            problems.add("warmUpDays must be at least 0, is " + warmUpDays);
        }
        if (!isSpeed(daysPerMinute)) {
            problems.add("daysPerMinute must be " + SLOWEST + " to " + FASTEST + ", is " + daysPerMinute);
        }
        if (lastDay < 1 || lastDay > MOST_DAYS) {
            problems.add("lastDay must be 1 to " + MOST_DAYS + ", is " + lastDay);
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
    }

    /** True if time can go so fast. */
    public static boolean isSpeed(double daysPerMinute) {
        return daysPerMinute >= SLOWEST && daysPerMinute <= FASTEST;
    }

    /** When warm-up is over. */
    Instant warm() {
        return START.plus(Duration.ofDays(warmUpDays));
    }

    /** When the world stands still. */
    Instant end() {
        return START.plus(Duration.ofDays(lastDay));
    }
}
