package co.litper.cerebro.search;

import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;

/**
 * A text to be found, with whose it is. The text holds no personal data; the person is told so that it goes when the person
 * is erased.
 *
 * @param id unique in its index, above 0; the same id again replaces
 * @param merchant the only one who finds it
 * @param person whom it tells of, or {@link PersonRef#NONE}
 * @param kind what it is, such as {@code episode}; 1 to {@value #MAX_KIND} characters
 * @param atMs epoch milliseconds of what it tells of
 * @param text at most {@value #MAX_TEXT} characters
 * @param payload handed back as it is, in whatever form its owner reads; at most {@value #MAX_PAYLOAD} bytes
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed through, never compared
public record Document(
        long id, MerchantId merchant, PersonRef person, String kind, long atMs, String text, byte[] payload) {
    /** Longest kind. */
    public static final int MAX_KIND = 32;
    /** Longest text: a long paragraph several times over. */
    public static final int MAX_TEXT = 16_384;
    /** Largest payload: an index is not a store of files. */
    public static final int MAX_PAYLOAD = 16_384;

    public Document {
        if (id <= 0) {
            throw new IllegalArgumentException("id must be above 0, is " + id);
        }
        if (kind.isEmpty() || kind.length() > MAX_KIND) {
            throw new IllegalArgumentException("kind must have 1 to " + MAX_KIND + " characters: '" + kind + "'");
        }
        if (text.length() > MAX_TEXT || payload.length > MAX_PAYLOAD) {
            throw new IllegalArgumentException("document " + id + " has " + text.length() + " characters and "
                    + payload.length + " bytes of payload, allowed " + MAX_TEXT + " and " + MAX_PAYLOAD
                    + ". Maybe a whole file was passed as one text.");
        }
    }
}
