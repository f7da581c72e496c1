package co.litper.cerebro.server.face.decisions;

import java.util.List;

/**
 * A decision in words.
 *
 * @param parcel guide or order; empty if not known
 * @param head what, when, because of what
 * @param choices one for each question
 * @param forecast what was expected, and the features that swayed it
 * @param foot limits, model, result
 */
public record ReceiptModel(
        String parcel, List<String> head, List<Choice> choices, List<String> forecast, List<String> foot) {
    public ReceiptModel {
        head = List.copyOf(head);
        choices = List.copyOf(choices);
        forecast = List.copyOf(forecast);
        foot = List.copyOf(foot);
    }

    /**
     * A choice.
     *
     * @param title question and answer
     * @param lines what it is worth, what would flip it
     * @param options all that was considered, best first
     */
    public record Choice(String title, List<String> lines, List<Option> options) {
        public Choice {
            lines = List.copyOf(lines);
            options = List.copyOf(options);
        }
    }

    /** One of the options of a choice. */
    public record Option(String name, String worth, String confidence, String agent, String standing, boolean chosen) {}
}
