package co.litper.cerebro.server.face.learning;

import java.util.List;

/**
 * Learning, in a reader's language.
 *
 * @param weeks the oldest first; empty if nothing has its outcome
 * @param curve the same as data for a chart
 * @param worth what the brain did, beside being left alone; empty if it did nothing
 * @param worthNote of how much that is made
 * @param arms by question
 * @param armsNote of how many
 * @param armsChart the same as data for a chart
 * @param forecasts with their bins; empty if there is nothing to compare
 * @param calibrationNote of how many
 * @param calibrationChart the same as data for a chart
 * @param mode how far self-improvement may go
 * @param changes the newest first
 * @param told what became of the last answer; may be empty
 * @param failed true if that did not count
 */
public record LearningModel(
        List<Week> weeks,
        String curve,
        List<Value> worth,
        String worthNote,
        List<Arm> arms,
        String armsNote,
        String armsChart,
        List<Forecast> forecasts,
        String calibrationNote,
        String calibrationChart,
        String mode,
        List<Change> changes,
        String told,
        boolean failed) {
    public LearningModel {
        weeks = List.copyOf(weeks);
        worth = List.copyOf(worth);
        arms = List.copyOf(arms);
        forecasts = List.copyOf(forecasts);
        changes = List.copyOf(changes);
    }

    /** What was decided in a week, and what has come of it. */
    public record Week(
            String from,
            String decisions,
            String settled,
            String maturity,
            String points,
            String pesos,
            String explored) {}

    /** A side of a comparison. */
    public record Value(String name, String mean, String interval, String cases) {}

    /** An action that answers a question. */
    public record Arm(
            String question,
            String action,
            String drawn,
            String propensity,
            String least,
            String byChance,
            String earned) {}

    /** A forecast and how far it means what it says. */
    public record Forecast(String name, String error, List<Bin> bins) {
        public Forecast {
            bins = List.copyOf(bins);
        }
    }

    /** Cases of about the same probability. */
    public record Bin(String said, String happened, String cases) {}

    /**
     * A change of a setting.
     *
     * @param waits true if it wants a yes or no
     * @param inForce true if it can be undone
     */
    public record Change(
            int number,
            String change,
            String status,
            String since,
            String promise,
            String measured,
            boolean waits,
            boolean inForce) {}
}
