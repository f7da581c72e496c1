package co.litper.cerebro.vocabulary;

/** What a customer said about an open novedad, as far as the next step depends on it. */
public enum Reply {
    /** Nothing yet. */
    NONE,
    /** Something that helps: a better address, a time, that the cash is ready. */
    HELPFUL,
    /** That the parcel is not wanted. */
    REFUSED;

    /** The meaning of an intent of {@code customer.replied}; what is not known helps nobody. */
    public static Reply ofIntent(String intent) {
        return switch (intent) {
            case "confirms", "new_address", "new_time", "cash_ready" -> HELPFUL;
            case "rejects" -> REFUSED;
            default -> NONE;
        };
    }
}
