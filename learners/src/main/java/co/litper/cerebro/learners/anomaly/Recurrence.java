package co.litper.cerebro.learners.anomaly;

import java.util.concurrent.TimeUnit;

/** Takes from evidence what was there at the same time on days before: the nightly job is no news. Pure functions. */
final class Recurrence {
    private static final long DAY = TimeUnit.DAYS.toSeconds(1);

    /** Days looked back. */
    private static final int DAYS = 3;

    /** Seconds around the same time that count as it. */
    private static final long TOLERANCE = TimeUnit.HOURS.toSeconds(1);

    /** Share of the evidence of then that is taken away: a real fault may come at the hour of a harmless job. */
    private static final double TAKEN = 0.3;

    private Recurrence() {}

    /** What is left of {@code found} at {@code now}, the newest reading of {@code history}; at least 0. */
    static double news(History history, long now, double found) {
        double most = 0;
        for (int day = 1; day <= DAYS; day++) {
            long middle = now - day * DAY;
            int last = Math.min(history.at(middle + TOLERANCE), history.size() - 2);
            for (int i = last; i >= 0 && history.time(i) >= middle - TOLERANCE; i--) {
                most = Math.max(most, history.evidence(i));
            }
        }
        return Math.max(0, found - TAKEN * most);
    }
}
