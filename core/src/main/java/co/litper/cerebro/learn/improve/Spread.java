package co.litper.cerebro.learn.improve;

import co.litper.cerebro.learners.inference.Moments;

/** Running count, mean and variance (B. P. Welford, Technometrics 1962), of which a part can be taken away again. One thread. */
final class Spread {
    private long count;
    private double mean;
    private double squares;

    void add(double value) {
        count++;
        double off = value - mean;
        mean += off / count;
        squares += off * (value - mean);
    }

    long count() {
        return count;
    }

    double mean() {
        return mean;
    }

    Moments moments() {
        return moments(count, mean, squares);
    }

    /** What is left without {@code part}, which must have been added to this as well. */
    Moments without(Spread part) {
        long rest = count - part.count;
        if (rest <= 0) {
            return new Moments(0, 0, 0);
        }
        double restMean = (count * mean - part.count * part.mean) / rest;
        double apart = part.mean - restMean;
        return moments(rest, restMean, squares - part.squares - apart * apart * part.count / count * rest);
    }

    private static Moments moments(long count, double mean, double squares) {
        return new Moments(count, mean, count < 2 ? 0 : Math.max(0, squares) / (count - 1));
    }
}
