package co.litper.cerebro.server.text;

/**
 * A sentence in every language, with {@code {0}}, {@code {1}} … where values go. Each part of the product that speaks to people
 * has an enumeration of its own that implements this.
 */
public interface Said {
    /** The sentence in one language. */
    String in(Language language);
}
