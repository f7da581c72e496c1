package co.litper.cerebro.server.face.events;

import java.util.List;

/**
 * Events, in a reader's language.
 *
 * @param refusedTitle how many letters are open
 * @param sees true if the reader may see letters
 * @param letters the newest first
 * @param lettersNote that more are open than shown; may be empty
 * @param feedsNote what the feeds are read from
 * @param unknownTitle how many effects have an unknown fate
 * @param told what became of the last act; may be empty
 */
public record EventModel(
        String refusedTitle,
        boolean sees,
        List<Letter> letters,
        String lettersNote,
        List<Feed> feeds,
        String feedsNote,
        List<Unknown> unknown,
        String unknownTitle,
        List<Kind> catalogue,
        String told) {
    public EventModel {
        letters = List.copyOf(letters);
        feeds = List.copyOf(feeds);
        unknown = List.copyOf(unknown);
        catalogue = List.copyOf(catalogue);
    }

    /** What was refused. */
    public record Letter(long number, String at, String source, String reason, String language) {}

    /** Who speaks. */
    public record Feed(
            String source, String events, String last, String lag, String late, String skewed, boolean silent) {}

    /** An effect of unknown fate. */
    public record Unknown(String effect, String action, String parcel, String deadline) {}

    /** A type of event. */
    public record Kind(String wire, String meaning, String owner, int version, String fresh, boolean outside) {}
}
