package co.litper.cerebro.learners.anomaly;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** Measures of how strange the newest reading of a history is, 0 or more, in whatever unit. Pure functions; never look ahead. */
final class Strangeness {
    private static final long DAY = TimeUnit.DAYS.toSeconds(1);
    private static final int DAYS = 7;
    private static final int WEEKS = 4;

    /** Days of the same time needed before their median says anything. */
    private static final int LEAST_DAYS = 2;

    /** Where no day has passed yet nothing is expected. */
    static final double UNKNOWN = Double.NaN;

    /** Readings before that a shape is compared with. */
    private static final int SHAPES = 2_000;

    /** The distance to this nearest shape counts, so that one such oddity in the past does not excuse the next. */
    private static final int NEIGHBOUR = 3;

    private static final int RANGE = 4_000;
    private static final int RECENT = 12;
    private static final int BEFORE = 400;
    private static final int LEAST_BEFORE = 20;
    /** Turns a median absolute deviation into a standard deviation of a normal distribution. */
    private static final double MAD_TO_DEVIATION = 1.4826;
    /** Share of the inner four fifths' width that a deviation is at least. */
    private static final double LEAST_DEVIATION = 0.05;
    /** Share of the mean size of values below which a width is none. */
    private static final double FLAT = 1e-3;

    private Strangeness() {}

    /** The median at this time of the last days; {@link #UNKNOWN} before the third day. */
    static double dailyMedian(History h, long time) {
        return earlier(h, time, DAY, DAYS, LEAST_DAYS);
    }

    /** The median at this time of the last weeks; {@link #UNKNOWN} in the first. */
    static double weeklyMedian(History h, long time) {
        return earlier(h, time, 7 * DAY, WEEKS, 1);
    }

    private static double earlier(History h, long time, long period, int most, int least) {
        double[] found = new double[most];
        int count = 0;
        for (int k = 1; k <= most; k++) {
            int at = h.at(time - k * period);
            if (at < 0) {
                break;
            }
            found[count++] = h.value(at);
        }
        return count < least ? UNKNOWN : median(found, count);
    }

    /** Distance of the last {@code length} readings from the third nearest stretch before them, root mean square. */
    static double shape(History h, int length) {
        int last = h.size() - 1;
        if (h.unbroken() < length || last < 2 * length) {
            return 0;
        }
        double[] nearest = new double[NEIGHBOUR];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        for (int end = Math.max(length - 1, last - SHAPES); end <= last - length; end++) {
            double sum = 0;
            for (int j = 0; j < length && sum < nearest[NEIGHBOUR - 1]; j++) {
                double off = h.value(last - j) - h.value(end - j);
                sum += off * off;
            }
            keep(nearest, sum);
        }
        double far = nearest[NEIGHBOUR - 1];
        return far == Double.POSITIVE_INFINITY ? 0 : Math.sqrt(far / length);
    }

    private static void keep(double[] nearest, double sum) {
        int place = nearest.length - 1;
        if (!(sum < nearest[place])) {
            return;
        }
        while (place > 0 && nearest[place - 1] > sum) {
            nearest[place] = nearest[place - 1];
            place--;
        }
        nearest[place] = sum;
    }

    /** How far the newest value lies outside all before it, in widths of their range. */
    static double beyondRange(History h) {
        int last = h.size() - 1;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = Math.max(0, last - RANGE); i < last; i++) {
            low = Math.min(low, h.value(i));
            high = Math.max(high, h.value(i));
        }
        double beyond = Math.max(h.value(last) - high, low - h.value(last));
        return beyond > 0 && high >= low
                ? beyond / (high - low + FLAT * Math.max(Math.abs(high), Math.abs(low)) + Double.MIN_NORMAL)
                : 0;
    }

    /** How far the median of the last readings is from that of those before, in their robust deviations. */
    static double levelShift(History h) {
        int before = Math.min(BEFORE, h.size() - RECENT);
        if (before < LEAST_BEFORE) {
            return 0;
        }
        double[] recent = new double[RECENT];
        h.copy(h.size() - RECENT, recent, RECENT);
        double[] past = new double[before];
        h.copy(h.size() - RECENT - before, past, before);
        double middle = median(past, before);
        double width = past[(int) (before * 0.9)] - past[(int) (before * 0.1)];
        double size = 0;
        for (int i = 0; i < before; i++) {
            size += Math.abs(past[i]) / before;
            past[i] = Math.abs(past[i] - middle);
        }
        double deviation = MAD_TO_DEVIATION * median(past, before)
                + Math.max(LEAST_DEVIATION * width, FLAT * size)
                + Double.MIN_NORMAL;
        return Math.abs(median(recent, RECENT) - middle) / deviation;
    }

    /** The median of the first {@code count} values, which are left sorted. */
    static double median(double[] values, int count) {
        Arrays.sort(values, 0, count);
        return (values[(count - 1) / 2] + values[count / 2]) / 2;
    }
}
