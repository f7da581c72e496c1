package co.litper.cerebro.learners.forecast;

/**
 * The value of one season ago; with season 1 the last value.
 *
 * @param season steps, at least 1
 */
public record SeasonalNaive(int season) implements Method {

    public SeasonalNaive {
        Histories.season(season);
    }

    @Override
    public int leastHistory() {
        return season;
    }

    @Override
    public Rule fit(double[] history) {
        Histories.check(history, leastHistory());
        return (y, horizon) -> {
            double[] next = new double[horizon];
            for (int h = 0; h < horizon; h++) {
                next[h] = y[y.length - season + h % season];
            }
            return next;
        };
    }
}
