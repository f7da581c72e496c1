package co.litper.cerebro.server.face.shipments;

import java.util.List;

/**
 * A shipment with its story, in a reader's language.
 *
 * @param number guide or order, as in the address
 * @param told what was just noted; may be empty
 * @param facts name and value, in order
 * @param person name and value of what may be seen of the customer; empty for who may not
 * @param personNote why there is nothing of the customer; may be empty
 * @param open true if a novedad waits
 * @param canReply true if the customer is known
 * @param items what happened, oldest first
 * @param next where the story goes on; empty if this is all
 */
public record StoryModel(
        String number,
        String told,
        List<Fact> facts,
        List<Fact> person,
        String personNote,
        boolean open,
        boolean canReply,
        List<Item> items,
        String next) {
    public StoryModel {
        facts = List.copyOf(facts);
        person = List.copyOf(person);
        items = List.copyOf(items);
    }

    /**
     * A name and its value.
     *
     * @param remark stands beside it, marked; may be empty
     */
    public record Fact(String name, String value, String remark) {}

    /**
     * Something that happened.
     *
     * @param position its place in the log, to which links lead
     * @param at when
     * @param what in words
     * @param source who says so
     * @param because what led to it, in words; empty if nobody told
     * @param becauseLink where that is told; may be empty
     * @param matter what ties it to others, as its sender named it; may be empty
     * @param decided what was decided upon it
     * @param more what was planned and what came of earlier decisions
     */
    public record Item(
            long position,
            String at,
            String what,
            String source,
            String because,
            String becauseLink,
            String matter,
            List<Decided> decided,
            List<String> more) {
        public Item {
            decided = List.copyOf(decided);
            more = List.copyOf(more);
        }
    }

    /** A decision: its label and its words. */
    public record Decided(String label, String what) {}
}
