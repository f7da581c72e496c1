package co.litper.cerebro.vault;

import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps personal data encrypted under a key of each customer's own. Destroying the key erases the customer wherever
 * copies of the bytes may lie. Thread-safe.
 */
public interface Vault extends AutoCloseable {

    /**
     * The reference of the customer of {@code merchant} with this phone: a digest under the vault's secret, equal for
     * equal input. {@link PersonRef#NONE} for an empty phone.
     */
    PersonRef refer(MerchantId merchant, String phone);

    /** Lays each person over what is known of them. Durable on return, wholly or not at all. */
    void put(Map<PersonRef, Person> people);

    /** What is known of a customer, or empty if unknown or erased. */
    Optional<Person> find(PersonRef ref);

    /** What is known of several customers; those unknown are left out. */
    Map<PersonRef, Person> findAll(Collection<PersonRef> refs);

    /**
     * The customers in whose name a word begins with each of the words of {@code text}, whatever its case and accents; words
     * of the text that are shorter than {@link NameWords#PREFIX} letters must stand in the name whole. In order of reference,
     * from behind {@code after} on, at most {@code most}; none if the text has no word.
     *
     * @param after {@link PersonRef#NONE} to begin
     * @param most at least 1
     */
    List<PersonRef> named(String text, PersonRef after, int most);

    /**
     * Destroys row and key of a customer and leaves a tombstone without personal data, so that a later import of an old
     * file does not bring the person back. Returns what was known, so that other places can be cleaned.
     */
    Optional<Person> erase(PersonRef ref);

    /** True if the customer was erased. */
    boolean isErased(PersonRef ref);

    @Override
    void close();
}
