package co.litper.cerebro.adapters.table;

/**
 * A Colombian phone number as a file tells it: personal data, so {@link #toString} shows at most two digits.
 *
 * @param digits ten digits without country code if {@code known}, else whatever digits there were (at most 20), perhaps
 *     none
 * @param known true if the digits are a mobile number (3…) or a landline (60…) of Colombia
 */
public record Phone(String digits, boolean known) {
    /** Not told. */
    public static final Phone NONE = new Phone("", false);

    private static final int LENGTH = 10;
    private static final int MAX_DIGITS = 20;

    public Phone {
        if (known && digits.length() != LENGTH) {
            throw new IllegalArgumentException("a known phone has 10 digits, not " + digits.length());
        }
    }

    /** Reads any spelling: +57, 0057, spaces, dashes, brackets. Never fails; the unreadable is not {@code known}. */
    static Phone parse(String text) {
        StringBuilder kept = new StringBuilder(LENGTH);
        for (int i = 0; i < text.length() && kept.length() < MAX_DIGITS; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                kept.append(c);
            }
        }
        String digits = withoutCountry(kept.toString());
        boolean known = digits.length() == LENGTH && (digits.charAt(0) == '3' || digits.startsWith("60"));
        return digits.isEmpty() ? NONE : new Phone(digits, known);
    }

    private static String withoutCountry(String digits) {
        String rest = digits.startsWith("00") ? digits.substring(2) : digits;
        return rest.length() == LENGTH + 2 && rest.startsWith("57") ? rest.substring(2) : rest;
    }

    @Override
    public String toString() {
        return digits.length() < 2 ? "Phone[]" : "Phone[…" + digits.substring(digits.length() - 2) + "]";
    }
}
