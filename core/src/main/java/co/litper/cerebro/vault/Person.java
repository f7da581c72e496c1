package co.litper.cerebro.vault;

/**
 * A customer's personal data. What is not known is the empty string.
 *
 * @param phone ten digits
 * @param note free text, such as the customer's last words
 */
public record Person(String name, String phone, String address, String email, String note) {
    /** Nothing known. */
    public static final Person NOBODY = new Person("", "", "", "", "");

    /** This person with what {@code newer} knows laid over it. */
    public Person updatedBy(Person newer) {
        return new Person(
                newer.name.isEmpty() ? name : newer.name,
                newer.phone.isEmpty() ? phone : newer.phone,
                newer.address.isEmpty() ? address : newer.address,
                newer.email.isEmpty() ? email : newer.email,
                newer.note.isEmpty() ? note : newer.note);
    }

    /** Hides everything, so that a stray log line tells nothing. */
    @Override
    public String toString() {
        return "Person[…]";
    }
}
