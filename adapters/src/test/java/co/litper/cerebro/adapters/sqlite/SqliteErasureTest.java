package co.litper.cerebro.adapters.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.litper.cerebro.adapters.sqlite.SqliteStore.Options;
import co.litper.cerebro.log.DeadLetters;
import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.log.StoreException.Kind;
import co.litper.cerebro.vault.Person;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies in the files of a store, byte for byte, before and after a customer is erased. */
class SqliteErasureTest {
    private static final MerchantId MERCHANT = new MerchantId("litper");
    private static final Person ANA = new Person(
            "Ana Peña Ibáñez", "3001234567", "Calle 10 # 20-30 Bogotá", "ana.p@example.org", "Llamar después de las 5");
    private static final List<Charset> CHARSETS = List.of(
            StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, StandardCharsets.ISO_8859_1);

    @TempDir
    private Path folder;

    @Test
    void nothingOfAPersonIsEverWrittenInClear() throws IOException {
        try (SqliteStore store = SqliteStore.open(folder, Options.standard())) {
            putAna(store);
            requireAbsent(texts());
            assertThat(store.vault().find(ana(store))).contains(ANA);
        }
        requireAbsent(texts());
    }

    @Test
    void erasingLeavesNotEvenTheEncryptedBytes() throws Exception {
        List<byte[]> traces = texts();
        try (SqliteStore store = SqliteStore.open(folder, Options.standard())) {
            putAna(store);
            traces.addAll(encrypted("SELECT key, data FROM person"));
            traces.addAll(encrypted("SELECT key, data FROM letter"));
            traces.addAll(encrypted("SELECT token, token FROM name_word"));
            assertThat(traces.stream().skip(texts().size()).allMatch(this::isSomewhere))
                    .isTrue();

            assertThat(store.vault().erase(ana(store))).contains(ANA);
            assertThat(store.deadLetters().purge(List.of(ANA.name(), ANA.phone(), ANA.address())))
                    .isEqualTo(2);

            requireAbsent(traces);
            assertThat(store.vault().isErased(ana(store))).isTrue();
            assertThat(store.deadLetters().count(DeadLetters.Status.OPEN)).isZero();
        }
        requireAbsent(traces);
    }

    @Test
    void theIndexOfNamesTellsNoNameAndIsMadeForPeopleOfAnOlderRelease() throws Exception {
        try (SqliteStore store = SqliteStore.open(folder, Options.standard())) {
            putAna(store);
        }
        assertThat(encrypted("SELECT token, token FROM name_word")).hasSize(6).allMatch(token -> token.length == 8);
        requireAbsent(List.of("PENA".getBytes(StandardCharsets.UTF_8), "IBAN".getBytes(StandardCharsets.UTF_8)));
        try (Database database = Database.open(folder, FileFormat.PEOPLE, Options.standard())) {
            database.write("test", session -> {
                Rows.run(
                        session.connection(),
                        List.of("DELETE FROM name_word", "DELETE FROM meta WHERE name = 'names'"));
                return 0;
            });
        }
        try (SqliteStore store = SqliteStore.open(folder, Options.standard())) {
            assertThat(store.vault().named("ibáñez", PersonRef.NONE, 10)).containsExactly(ana(store));
        }
    }

    @Test
    void erasingOneAmongThousandsLeavesTheOthersReadable() throws IOException {
        Map<PersonRef, Person> many = new HashMap<>();
        try (SqliteStore store = SqliteStore.open(folder, Options.standard())) {
            for (int i = 0; i < 2_000; i++) {
                Person person = new Person("P" + i, "30100" + (10_000 + i), "Carrera " + i, "", "");
                many.put(store.vault().refer(MERCHANT, person.phone()), person);
            }
            store.vault().put(many);
            PersonRef gone = store.vault().refer(MERCHANT, "3010010500");
            store.vault().erase(gone);
            many.remove(gone);

            assertThat(store.vault().findAll(many.keySet())).isEqualTo(many);
            assertThat(store.integrity()).isEmpty();
        }
    }

    @Test
    void aScrubThatWasCutShortIsDoneOnOpening() throws Exception {
        List<byte[]> traces;
        try (SqliteStore store = SqliteStore.open(folder, Options.standard())) {
            putAna(store);
            traces = encrypted("SELECT key, data FROM person");
        }
        try (Database database = Database.open(folder, FileFormat.PEOPLE, Options.standard())) {
            PeopleFile file = PeopleFile.open(folder, database, false);
            database.write("test", session -> {
                Rows.run(session.connection(), List.of("DELETE FROM person"));
                file.requestScrub(session);
                return 0;
            });
        }
        SqliteStore.open(folder, Options.standard()).close();

        requireAbsent(traces);
    }

    @Test
    void whatDidNotChangeIsNotWrittenAgain() throws Exception {
        try (SqliteStore store = SqliteStore.open(folder, Options.standard())) {
            putAna(store);
            List<byte[]> before = encrypted("SELECT key, data FROM person");
            store.vault().put(Map.of(ana(store), new Person(ANA.name(), "", "", "", "")));

            assertThat(encrypted("SELECT key, data FROM person"))
                    .usingRecursiveComparison()
                    .isEqualTo(before);
            store.vault().put(Map.of(ana(store), new Person("", "", "", "", "otra nota")));
            List<byte[]> after = encrypted("SELECT key, data FROM person");
            assertThat(after.get(0)).isEqualTo(before.get(0));
            assertThat(after.get(1)).isNotEqualTo(before.get(1));
        }
    }

    @Test
    void theKeyIsReadableByItsOwnerOnly() throws IOException {
        SqliteStore.open(folder, Options.standard()).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("vault.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void withoutItsKeyTheStoreDoesNotOpenAndMakesNoOther() throws IOException {
        SqliteStore.open(folder, Options.standard()).close();
        Files.delete(folder.resolve("vault.key"));

        requireCorrupt("restore it from the backup");
        assertThat(folder.resolve("vault.key")).doesNotExist();
    }

    @Test
    void theKeyOfAnotherStoreIsRefused() throws IOException {
        SqliteStore.open(folder, Options.standard()).close();
        Path other = folder.resolve("other");
        SqliteStore.open(other, Options.standard()).close();
        Files.writeString(folder.resolve("vault.key"), Files.readString(other.resolve("vault.key")));

        requireCorrupt("is not the key of");
    }

    @Test
    void aKeyThatWasEditedIsRefused() throws IOException {
        SqliteStore.open(folder, Options.standard()).close();
        Files.writeString(folder.resolve("vault.key"), "cerebro-vault-key 1\nabc\n");

        requireCorrupt("is not a key of a vault");
    }

    @Test
    void aRowInAnothersPlaceDoesNotOpen() throws Exception {
        Person ben = new Person("Ben", "3002222222", "", "", "");
        try (SqliteStore store = SqliteStore.open(folder, Options.standard())) {
            putAna(store);
            store.vault().put(Map.of(store.vault().refer(MERCHANT, ben.phone()), ben));
        }
        try (Database database = Database.open(folder, FileFormat.PEOPLE, Options.standard())) {
            database.write("test", session -> {
                Rows.run(
                        session.connection(),
                        List.of("UPDATE person SET (key, data) = (SELECT key, data FROM person ORDER BY ref LIMIT 1)"));
                return 0;
            });
        }
        try (SqliteStore store = SqliteStore.open(folder, Options.standard())) {
            assertThat(store.integrity()).singleElement().asString().contains("cannot be decrypted");
        }
    }

    private void requireCorrupt(String text) {
        assertThatThrownBy(() -> SqliteStore.open(folder, Options.standard()))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CORRUPT))
                .hasMessageContaining(text);
    }

    private static PersonRef ana(SqliteStore store) {
        return store.vault().refer(MERCHANT, ANA.phone());
    }

    private static void putAna(SqliteStore store) {
        store.vault().put(Map.of(ana(store), ANA));
        Instant at = Instant.parse("2026-03-01T12:00:00Z");
        store.deadLetters().add(at, "export.csv", 3, "bad date", "x;" + ANA.name() + ";" + ANA.address());
        store.deadLetters().add(at, "export.csv", 4, "telefono '" + ANA.phone() + "' is short", "row");
    }

    private static List<byte[]> texts() {
        List<byte[]> texts = new ArrayList<>();
        for (String text : List.of(ANA.name(), ANA.phone(), ANA.address(), ANA.email(), ANA.note())) {
            CHARSETS.forEach(charset -> texts.add(text.getBytes(charset)));
        }
        return texts;
    }

    private List<byte[]> encrypted(String sql) throws SQLException {
        List<byte[]> values = new ArrayList<>();
        try (var connection = DriverManager.getConnection(
                        "jdbc:sqlite:" + folder.resolve("people.db").toUri());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getBytes(1));
                values.add(rows.getBytes(2));
            }
        }
        return values;
    }

    private void requireAbsent(List<byte[]> traces) {
        assertThat(traces).isNotEmpty();
        for (int i = 0; i < traces.size(); i++) {
            assertThat(isSomewhere(traces.get(i))).as("trace %d", i).isFalse();
        }
    }

    private boolean isSomewhere(byte[] trace) {
        try (Stream<Path> files = Files.walk(folder)) {
            String wanted = latin(trace);
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (latin(Files.readAllBytes(file)).contains(wanted)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bytes as text of one character each, so that they can be searched. */
    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
