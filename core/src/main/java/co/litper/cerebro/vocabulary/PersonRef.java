package co.litper.cerebro.vocabulary;

/**
 * A person without saying who: the keyed hash of a customer's phone, 32 hexadecimal digits, or empty where no phone was
 * given. Names, phones and addresses stand in the vault only.
 *
 * @param value 32 hexadecimal digits or the empty string
 */
public record PersonRef(String value) {
    /** Nobody known. */
    public static final PersonRef NONE = new PersonRef("");

    private static final int DIGITS = 32;

    public PersonRef {
        if (!value.isEmpty() && value.length() != DIGITS) {
            throw new IllegalArgumentException("person reference must have " + DIGITS + " hexadecimal digits");
        }
    }

    /** True if a person is meant. */
    public boolean isKnown() {
        return !value.isEmpty();
    }
}
