package co.litper.cerebro.server.worklist;

import co.litper.cerebro.vault.Person;

/**
 * Whom to call.
 *
 * @param name as the customer gave it; empty if not known
 * @param phone ten digits; empty if not known
 * @param address empty if not known
 * @param erased true if the customer asked to be forgotten
 */
public record Contact(String name, String phone, String address, boolean erased) {
    static final Contact NOBODY = new Contact("", "", "", false);
    static final Contact ERASED = new Contact("", "", "", true);

    static Contact of(Person person) {
        return new Contact(
                person.name().strip(), person.phone().strip(), person.address().strip(), false);
    }

    /** Hides everything, so that a stray log line tells nothing. */
    @Override
    public String toString() {
        return "Contact[…]";
    }
}
