package co.litper.cerebro.vocabulary;

/**
 * A merchant (comercio) whose parcels are cared for; the scope of keys, budgets and every query.
 *
 * @param value 1 to 64 characters
 */
public record MerchantId(String value) {
    /** Not a merchant: the brain's own events stand under this name. */
    public static final MerchantId INSTALLATION = new MerchantId("cerebro");

    private static final int MAX_LENGTH = 64;

    public MerchantId {
        if (value.isBlank() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "merchant id must have 1 to " + MAX_LENGTH + " characters: '" + value + "'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
