package co.litper.cerebro.server.face.messages;

import java.util.List;

/**
 * Texts of messages, in a reader's language.
 *
 * @param hours when customers may be contacted
 * @param now whether that is so now
 * @param mayContact true if it is
 * @param places what may stand in a text
 * @param cards one an action
 * @param told what became of the last change; may be empty
 * @param failed true if it was not done
 */
public record MessageModel(
        List<String> hours,
        String now,
        boolean mayContact,
        String places,
        List<Card> cards,
        String told,
        boolean failed) {
    public MessageModel {
        hours = List.copyOf(hours);
        cards = List.copyOf(cards);
    }

    /**
     * The text of an action.
     *
     * @param wire the action's name for machines
     * @param channel by which it leaves
     * @param text in the field: in force, or as it was just typed
     * @param preview the text for a made-up customer
     * @param since who wrote it and when
     * @param versions older ones, the newest first
     * @param canUndo true if there is an older one
     */
    public record Card(
            String wire,
            String action,
            String channel,
            String text,
            String preview,
            String since,
            List<Version> versions,
            boolean canUndo) {
        public Card {
            versions = List.copyOf(versions);
        }
    }

    /** An older text. */
    public record Version(String since, String text) {}
}
