package co.litper.cerebro.vault;

import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A vault in memory, gone with the process: nothing is written anywhere, so nothing is encrypted. For tests and dry runs.
 * Thread-safe. O(1) a person.
 */
public final class InMemoryVault implements Vault {
    private static final int SECRET_BYTES = 32;

    private final PersonDigest digest;
    private final Map<PersonRef, Person> people = new HashMap<>();
    private final Set<PersonRef> erased = new HashSet<>();

    /** A vault whose references are those of any other vault with this secret. */
    public InMemoryVault(byte[] secret) {
        this.digest = new PersonDigest(secret);
    }

    /** A vault whose references nobody can foresee, and which differ from run to run. */
    public static InMemoryVault withRandomSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return new InMemoryVault(secret);
    }

    @Override
    public PersonRef refer(MerchantId merchant, String phone) {
        return digest.refer(merchant, phone);
    }

    @Override
    public synchronized void put(Map<PersonRef, Person> more) {
        more.forEach((ref, person) -> {
            if (ref.isKnown() && !erased.contains(ref)) {
                people.merge(ref, person, Person::updatedBy);
            }
        });
    }

    @Override
    public synchronized Optional<Person> find(PersonRef ref) {
        return Optional.ofNullable(people.get(ref));
    }

    @Override
    public synchronized Map<PersonRef, Person> findAll(Collection<PersonRef> refs) {
        Map<PersonRef, Person> found = new LinkedHashMap<>();
        for (PersonRef ref : refs) {
            Person person = people.get(ref);
            if (person != null) {
                found.put(ref, person);
            }
        }
        return found;
    }

    @Override
    public synchronized List<PersonRef> named(String text, PersonRef after, int most) {
        return people.entrySet().stream()
                .filter(e -> e.getKey().value().compareTo(after.value()) > 0)
                .filter(e -> NameWords.fits(e.getValue().name(), text))
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparing(PersonRef::value))
                .limit(most)
                .toList();
    }

    @Override
    public synchronized Optional<Person> erase(PersonRef ref) {
        if (!ref.isKnown()) {
            return Optional.empty();
        }
        erased.add(ref);
        return Optional.ofNullable(people.remove(ref));
    }

    @Override
    public synchronized boolean isErased(PersonRef ref) {
        return erased.contains(ref);
    }

    @Override
    public void close() {
        // nothing is held but memory
    }
}
