package co.litper.cerebro.learners.anomaly;

import java.util.Map;

/**
 * What a detector says of one reading.
 *
 * @param score 0 to 1: 1 − p, where p bounds the chance that an ordinary reading looks as strange, after {@link SeriesDetector}'s
 *     suppression of what comes at this time every day
 * @param alarm the score if this reading is the strangest for a while, else 0: one alarm an episode
 * @param votes 0 to 3 of forest, season and forecast, each by itself sure
 * @param vote 0 to 1: the score at which two of these three agree
 * @param expected value at this time
 * @param low least value of the expected range
 * @param high largest value of the expected range
 * @param evidence of each source, −ln of its p-value, 0 or more; in the order of {@link Source}
 */
public record Anomaly(
        double score,
        double alarm,
        int votes,
        double vote,
        double expected,
        double low,
        double high,
        Map<Source, Double> evidence) {

    /** Voters of three that must be sure. */
    private static final int MAJORITY = 2;

    /** Whether two of the three voters are sure. */
    public boolean agreed() {
        return votes >= MAJORITY;
    }
}
