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

    Moments moments() {
        return new Moments(count, mean, count < 2 ? 0 : squares / (count - 1));
    }

    /** What is left without {@code part}, which must have been added to this as well. */
    Spread without(Spread part) {
        Spread left = new Spread();
        left.count = count - part.count;
        if (left.count > 0) {
            left.mean = (count * mean - part.count * part.mean) / left.count;
            double apart = part.mean - left.mean;
            double between = apart * apart * part.count / count * left.count;
            left.squares = Math.max(0, squares - part.squares - between);
        }
        return left;
    }
}
