package co.litper.cerebro.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.litper.cerebro.log.DeadLetters.Status;
import co.litper.cerebro.log.InMemoryDeadLetters;
import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.vault.InMemoryVault;
import co.litper.cerebro.vault.Person;
import co.litper.cerebro.vault.Vault;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ErasingTest {
    private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");
    private static final Person ANA = new Person("Ana Peña", "3001234567", "Calle 10 # 20-30", "", "");
    private static final int MOST = 10;

    private static final MerchantId MERCHANT = new MerchantId("shop");

    private final InMemoryVault vault = InMemoryVault.withRandomSecret();
    private final InMemoryDeadLetters letters = new InMemoryDeadLetters();
    private final List<PersonRef> forgotten = new ArrayList<>();
    private final PersonRef ana = vault.refer(MERCHANT, ANA.phone());

    private Erasing erasing(Vault people) {
        vault.put(Map.of(ana, ANA));
        letters.add(NOW, "a.csv", 3, "bad date", "x;" + ANA.name());
        letters.add(NOW, "a.csv", 4, "bad date", "x;Luis");
        return new Erasing(
                people,
                letters,
                (_, customer) -> {
                    forgotten.add(customer);
                    return 7;
                },
                () -> NOW);
    }

    @Test
    void itIsGoneFromVaultLettersAndWhateverElseTellsOfIt() throws Exception {
        assertThat(erasing(vault).erase(MERCHANT, ana, List.of())).isEqualTo(new Erasing.Proof(NOW, true, 1, 7, true));
        assertThat(forgotten).containsExactly(ana);
        assertThat(letters.list(Status.OPEN, MOST))
                .singleElement()
                .satisfies(l -> assertThat(l.line()).isEqualTo(4));
    }

    @Test
    void lettersOfSomebodyWhomTheVaultForgotWithoutSayingSoAreGoneToo() throws Exception {
        Erasing erasing = erasing(new SlowToClean(vault));
        assertThatThrownBy(() -> erasing.erase(MERCHANT, ana, List.of())).isInstanceOf(StoreException.class);

        Erasing.Proof proof = erasing.erase(MERCHANT, ana, List.of());

        assertThat(proof.found()).isFalse();
        assertThat(proof.verified()).isTrue();
        assertThat(letters.list(Status.OPEN, MOST))
                .singleElement()
                .satisfies(l -> assertThat(l.payload()).doesNotContain(ANA.name()));
    }

    @Test
    void ofSomebodyUnknownTheLettersThatQuoteWhatTheyAskedWithGo() throws Exception {
        Erasing erasing = erasing(vault);
        PersonRef luis = vault.refer(MERCHANT, "3009998877");

        Erasing.Proof proof = erasing.erase(MERCHANT, luis, List.of("Luis", " "));

        assertThat(proof.found()).isFalse();
        assertThat(proof.letters()).isEqualTo(1);
        assertThat(vault.isErased(luis)).isTrue();
        assertThat(vault.find(ana)).contains(ANA);
    }

    /** Erases, and then cannot rewrite what held the bytes, as a database that is being read. */
    private record SlowToClean(Vault vault) implements Vault {
        @Override
        public PersonRef refer(MerchantId merchant, String phone) {
            return vault.refer(merchant, phone);
        }

        @Override
        public void put(Map<PersonRef, Person> people) {
            vault.put(people);
        }

        @Override
        public Optional<Person> find(PersonRef ref) {
            return vault.find(ref);
        }

        @Override
        public Map<PersonRef, Person> findAll(Collection<PersonRef> refs) {
            return vault.findAll(refs);
        }

        @Override
        public List<PersonRef> named(String text, PersonRef after, int most) {
            return vault.named(text, after, most);
        }

        @Override
        public Optional<Person> erase(PersonRef ref) {
            Optional<Person> known = vault.erase(ref);
            if (known.isPresent()) {
                throw new StoreException(StoreException.Kind.LOCKED, "deleted bytes remain");
            }
            return known;
        }

        @Override
        public boolean isErased(PersonRef ref) {
            return vault.isErased(ref);
        }

        @Override
        public void close() {
            vault.close();
        }
    }
}
