package co.litper.cerebro.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.vault.Person;
import co.litper.cerebro.vault.Vault;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every {@link Vault} promises. */
public abstract class VaultContract {
    private static final MerchantId MERCHANT = new MerchantId("litper");
    private static final String PHONE = "3001234567";
    private static final Person ANA = new Person("Ana Peña", PHONE, "Calle 10 # 20-30", "ana@example.org", "🚚 tarde");

    /** For this test alone. */
    @TempDir
    protected Path folder;

    private Vault vault;

    /**
     * Opens the vault that lives in {@code folder}, which may be empty; its secret is the same each time. Not called while
     * another is open there.
     */
    protected abstract Vault open(Path folder);

    /** True if people and tombstones survive closing. */
    protected abstract boolean isDurable();

    @BeforeEach
    void openVault() {
        vault = open(folder);
    }

    @AfterEach
    void closeVault() {
        vault.close();
    }

    private void reopen() {
        vault.close();
        vault = open(folder);
    }

    private PersonRef ref(String phone) {
        return vault.refer(MERCHANT, phone);
    }

    @Test
    void aReferenceIsTheSameForTheSamePhoneAndSurvivesClosing() {
        PersonRef before = ref(PHONE);
        reopen();

        assertThat(ref(PHONE)).isEqualTo(before);
        assertThat(before.value()).matches("[0-9a-f]{32}").doesNotContain(PHONE);
    }

    @Test
    void phonesAndMerchantsAreToldApart() {
        PersonRef ref = ref(PHONE);

        assertThat(ref("3001234568")).isNotEqualTo(ref);
        assertThat(vault.refer(new MerchantId("other"), PHONE)).isNotEqualTo(ref);
        assertThat(vault.refer(new MerchantId("m1"), "23")).isNotEqualTo(vault.refer(new MerchantId("m12"), "3"));
    }

    @Test
    void noPhoneIsNobody() {
        assertThat(ref("")).isEqualTo(PersonRef.NONE);
    }

    @Test
    void whatWasPutIsFound() {
        vault.put(Map.of(ref(PHONE), ANA));

        assertThat(vault.find(ref(PHONE))).contains(ANA);
        assertThat(vault.find(ref("3000000000"))).isEmpty();
        assertThat(vault.find(PersonRef.NONE)).isEmpty();
    }

    @Test
    void aDurableVaultSurvivesClosing() {
        vault.put(Map.of(ref(PHONE), ANA));
        vault.erase(ref("3000000000"));
        reopen();

        assertThat(vault.find(ref(PHONE)).isPresent()).isEqualTo(isDurable());
        assertThat(vault.isErased(ref("3000000000"))).isEqualTo(isDurable());
    }

    @Test
    void laterKnowledgeIsLaidOverEarlier() {
        vault.put(Map.of(ref(PHONE), ANA));
        vault.put(Map.of(ref(PHONE), new Person("", "", "Carrera 7", "", "")));

        assertThat(vault.find(ref(PHONE)))
                .contains(new Person(ANA.name(), ANA.phone(), "Carrera 7", ANA.email(), ANA.note()));
    }

    @Test
    void aPersonOfWhomNothingIsKnownIsNotForgotten() {
        vault.put(Map.of(ref(PHONE), ANA));
        vault.put(Map.of(ref(PHONE), Person.NOBODY));

        assertThat(vault.find(ref(PHONE))).contains(ANA);
    }

    @Test
    void nobodyIsNotKept() {
        vault.put(Map.of(PersonRef.NONE, ANA));

        assertThat(vault.find(PersonRef.NONE)).isEmpty();
        assertThat(vault.findAll(List.of(PersonRef.NONE))).isEmpty();
    }

    @Test
    void severalAreFoundAtOnceAndTheUnknownLeftOut() {
        Person ben = new Person("Ben", "3002222222", "", "", "");
        vault.put(Map.of(ref(PHONE), ANA, ref(ben.phone()), ben));

        assertThat(vault.findAll(List.of(ref(PHONE), ref("3009999999"), ref(ben.phone()), ref(PHONE))))
                .isEqualTo(Map.of(ref(PHONE), ANA, ref(ben.phone()), ben));
        assertThat(vault.findAll(List.of())).isEmpty();
    }

    @Test
    void erasingTellsWhatWasKnownAndForgetsIt() {
        vault.put(Map.of(ref(PHONE), ANA));

        assertThat(vault.erase(ref(PHONE))).contains(ANA);

        assertThat(vault.find(ref(PHONE))).isEmpty();
        assertThat(vault.findAll(List.of(ref(PHONE)))).isEmpty();
        assertThat(vault.isErased(ref(PHONE))).isTrue();
        assertThat(vault.erase(ref(PHONE))).isEmpty();
        assertThat(vault.isErased(ref(PHONE))).isTrue();
    }

    @Test
    void theErasedAreNotBroughtBackByAnotherImport() {
        vault.put(Map.of(ref(PHONE), ANA));
        vault.erase(ref(PHONE));
        if (isDurable()) {
            reopen();
        }
        Person ben = new Person("Ben", "3002222222", "", "", "");
        vault.put(Map.of(ref(PHONE), ANA, ref(ben.phone()), ben));

        assertThat(vault.find(ref(PHONE))).isEmpty();
        assertThat(vault.isErased(ref(PHONE))).isTrue();
        assertThat(vault.find(ref(ben.phone()))).contains(ben);
    }

    @Test
    void whoWasNeverKnownCanBeErasedBeforehand() {
        assertThat(vault.erase(ref(PHONE))).isEmpty();
        vault.put(Map.of(ref(PHONE), ANA));

        assertThat(vault.isErased(ref(PHONE))).isTrue();
        assertThat(vault.find(ref(PHONE))).isEmpty();
    }

    @Test
    void aNameIsFoundByTheBeginningsOfItsWordsWhateverCaseAndAccents() {
        Person ben = new Person("Ben Ibáñez Peñaranda", "3002222222", "", "", "");
        vault.put(Map.of(ref(PHONE), ANA, ref(ben.phone()), ben));
        if (isDurable()) {
            reopen();
        }

        assertThat(vault.named("PENA ana", PersonRef.NONE, 10)).containsExactly(ref(PHONE));
        assertThat(vault.named("peñar", PersonRef.NONE, 10)).containsExactly(ref(ben.phone()));
        assertThat(vault.named("Peña", PersonRef.NONE, 10))
                .containsExactlyInAnyOrder(ref(PHONE), ref(ben.phone()))
                .isSortedAccordingTo(Comparator.comparing(PersonRef::value));
        assertThat(vault.named("ben peñi", PersonRef.NONE, 10)).isEmpty();
        assertThat(vault.named("an", PersonRef.NONE, 10)).isEmpty();
        assertThat(vault.named(" - ", PersonRef.NONE, 10)).isEmpty();
    }

    @Test
    void whoHasAnotherNameIsFoundByThatOnly() {
        vault.put(Map.of(ref(PHONE), ANA));
        vault.put(Map.of(ref(PHONE), new Person("Ana Quintero", "", "", "", "")));

        assertThat(vault.named("quintero", PersonRef.NONE, 10)).containsExactly(ref(PHONE));
        assertThat(vault.named("peña", PersonRef.NONE, 10)).isEmpty();
        assertThat(vault.named("ana", PersonRef.NONE, 10)).containsExactly(ref(PHONE));
    }

    @Test
    void theErasedAreFoundByNoName() {
        vault.put(Map.of(ref(PHONE), ANA));
        vault.erase(ref(PHONE));
        vault.put(Map.of(ref(PHONE), ANA));

        assertThat(vault.named("ana", PersonRef.NONE, 10)).isEmpty();
    }

    @Test
    void manyOfOneNameAreFoundPageByPage() {
        Map<PersonRef, Person> many = new HashMap<>();
        for (int i = 0; i < 600; i++) {
            String phone = Integer.toString(310_000_000 + i);
            many.put(ref(phone), new Person(i % 2 == 0 ? "María Gil" : "Mariana Gil", phone, "", "", ""));
        }
        vault.put(many);

        List<PersonRef> found = new ArrayList<>();
        PersonRef after = PersonRef.NONE;
        for (List<PersonRef> page = vault.named("mariana", after, 70); !page.isEmpty(); ) {
            found.addAll(page);
            after = page.getLast();
            page = vault.named("mariana", after, 70);
        }

        assertThat(found).hasSize(300).doesNotHaveDuplicates();
        assertThat(vault.named("mari gil", PersonRef.NONE, 600)).hasSize(600);
    }

    @Test
    void nobodyCannotBeErased() {
        assertThat(vault.erase(PersonRef.NONE)).isEmpty();
        assertThat(vault.isErased(PersonRef.NONE)).isFalse();
    }

    @Test
    void erasingOneLeavesTheOthers() {
        Person ben = new Person("Ben", "3002222222", "", "", "");
        vault.put(Map.of(ref(PHONE), ANA, ref(ben.phone()), ben));
        vault.erase(ref(PHONE));

        assertThat(vault.find(ref(ben.phone()))).contains(ben);
        assertThat(vault.isErased(ref(ben.phone()))).isFalse();
    }

    @Test
    void thousandsArePutAndFoundAtOnce() {
        Map<PersonRef, Person> many = new HashMap<>();
        for (int i = 0; i < 5_000; i++) {
            String phone = Integer.toString(300_000_000 + i);
            many.put(ref(phone), new Person("P" + i, phone, "x".repeat(i % 100), "", ""));
        }
        vault.put(many);
        vault.put(Map.of());
        if (isDurable()) {
            reopen();
        }

        assertThat(many).hasSize(5_000);
        Map<PersonRef, Person> found = vault.findAll(many.keySet());
        assertThat(found).isEqualTo(many);
    }

    @Test
    void knowledgeFromSeveralThreadsIsAllKept() throws InterruptedException {
        List<Person> pieces = List.of(
                new Person("Ana", "", "", "", ""),
                new Person("", PHONE, "", "", ""),
                new Person("", "", "Calle 1", "", ""),
                new Person("", "", "", "a@example.org", ""));
        List<Thread> threads = new ArrayList<>();
        for (Person piece : pieces) {
            threads.add(Thread.ofPlatform().start(() -> {
                for (int i = 0; i < 20; i++) {
                    vault.put(Map.of(ref(PHONE), piece));
                    vault.find(ref(PHONE));
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(vault.find(ref(PHONE))).contains(new Person("Ana", PHONE, "Calle 1", "a@example.org", ""));
    }
}
