package co.litper.cerebro.message;

import java.util.Locale;
import java.util.Optional;

/** What a customer wants with a message. {@link #wire()} is the word in events. */
public enum Intent {
    WHERE_IS_IT,
    CONFIRMS,
    NEW_ADDRESS,
    NEW_TIME,
    CASH_READY,
    REJECTS,
    COMPLAINT,
    THANKS,
    /** Something else, or not to be told. */
    OTHER;

    /** The stable lower-case word. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The intent of a word, or empty. */
    public static Optional<Intent> ofWire(String wire) {
        for (Intent intent : values()) {
            if (intent.wire().equals(wire)) {
                return Optional.of(intent);
            }
        }
        return Optional.empty();
    }
}
