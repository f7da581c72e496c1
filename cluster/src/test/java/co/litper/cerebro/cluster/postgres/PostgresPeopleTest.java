package co.litper.cerebro.cluster.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.litper.cerebro.adapters.people.PeopleCopy;
import co.litper.cerebro.adapters.sqlite.SqliteStore;
import co.litper.cerebro.log.DeadLetters;
import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.vault.Person;
import co.litper.cerebro.vault.Vault;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the people of a cluster are beyond the contracts: many writers, one key, nothing left of the erased. */
class PostgresPeopleTest {
    private static final MerchantId MERCHANT = new MerchantId("litper");
    private static final Charset LATIN = StandardCharsets.ISO_8859_1;
    private static final long SEED = 20261128;

    /** Long enough to lie in a table of its own for large values. */
    private static final int LONG_NOTE = 9_000;

    private static final int PIECE = 32;
    private static final int PIECES_EVERY = 3_000;

    private static final Person ANA =
            new Person("Anaísa Peñalver", "3007418529", "Calle 10 # 20-37", "anaisa@example.org", noise(LONG_NOTE));
    private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    Path folder;

    private PostgresOptions options;

    @BeforeEach
    void takeSchema() {
        options = SharedPostgres.schema();
    }

    private PostgresPeople open() {
        return PostgresPeople.open(options, folder.resolve("vault.key"));
    }

    private static String noise(int length) {
        SplittableRandom random = new SplittableRandom(SEED);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) ('a' + random.nextInt(26)));
        }
        return text.toString();
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(options.url() + "?currentSchema=" + options.schema(), options.user(), "");
    }

    private List<byte[]> columns(String sql) throws SQLException {
        List<byte[]> found = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    found.add(rows.getBytes(i));
                }
            }
        }
        return found;
    }

    /** How many of the traces some file of the server's tables has, once all is written to disk. */
    private long onDisk(List<byte[]> traces) throws SQLException, IOException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CHECKPOINT");
        }
        Set<String> found = new HashSet<>();
        List<String> wanted =
                traces.stream().map(trace -> new String(trace, LATIN)).toList();
        try (Stream<Path> files = Files.walk(SharedPostgres.server().data().resolve("base"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = read(file);
                wanted.stream().filter(bytes::contains).forEach(found::add);
            }
        }
        return found.size();
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), LATIN);
        } catch (NoSuchFileException e) {
            return ""; // the server removed it meanwhile
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Parts of sealed values, short enough to lie on one page; each once. */
    private static List<byte[]> pieces(List<byte[]> values) {
        Map<String, byte[]> pieces = new LinkedHashMap<>();
        for (byte[] value : values) {
            for (int from = 0; from == 0 || from + PIECE <= value.length; from += PIECES_EVERY) {
                byte[] piece = Arrays.copyOfRange(value, from, Math.min(value.length, from + PIECE));
                pieces.put(new String(piece, LATIN), piece);
            }
        }
        return List.copyOf(pieces.values());
    }

    @Test
    void nothingOfTheErasedRemainsInAnyFileOfTheTables() throws Exception {
        try (PostgresPeople people = open()) {
            Vault vault = people.vault();
            DeadLetters letters = people.deadLetters();
            PersonRef ana = vault.refer(MERCHANT, ANA.phone());
            vault.put(Map.of(ana, ANA));
            List<byte[]> traces = new ArrayList<>(columns("SELECT key, data FROM person"));
            vault.put(Map.of(ana, new Person("", "", "Carrera 7 # 1-2", "", "")));
            letters.add(AT, "export.csv", 3, "bad date", "x;" + ANA.name() + ";" + ANA.note());
            traces.addAll(columns("SELECT key, data FROM person"));
            traces.addAll(columns("SELECT key, data FROM letter"));
            traces.addAll(columns("SELECT token FROM name_word"));
            List<byte[]> pieces = pieces(traces);
            assertThat(pieces).hasSizeGreaterThan(10);
            assertThat(onDisk(pieces)).isEqualTo(pieces.size());

            assertThat(vault.erase(ana).map(Person::address)).hasValue("Carrera 7 # 1-2");
            assertThat(letters.purge(List.of(ANA.name()))).isEqualTo(1);

            assertThat(onDisk(pieces)).isZero();
            assertThat(onDisk(Stream.of(ANA.name(), ANA.phone(), ANA.address(), ANA.email(), ANA.note())
                            .map(text -> text.getBytes(StandardCharsets.UTF_8))
                            .toList()))
                    .isZero();
            assertThat(columns("SELECT token FROM name_word")).isEmpty();
            assertThat(vault.isErased(ana)).isTrue();
        }
    }

    @Test
    void bytesThatAnOlderTransactionCouldStillSeeGoOnceItIsOver() throws Exception {
        try (PostgresPeople people = open();
                Connection older = connect()) {
            Vault vault = people.vault();
            PersonRef ana = vault.refer(MERCHANT, ANA.phone());
            vault.put(Map.of(ana, ANA));
            List<byte[]> pieces = pieces(columns("SELECT data FROM person"));
            older.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            older.setAutoCommit(false);
            older.createStatement().executeQuery("SELECT count(*) FROM meta");

            CompletableFuture<?> erased = CompletableFuture.runAsync(() -> vault.erase(ana));
            while (!vault.isErased(ana)) {
                LockSupport.parkNanos(1_000_000);
            }
            assertThat(erased).isNotDone();
            assertThat(onDisk(pieces)).isEqualTo(pieces.size());
            older.commit();
            erased.get();

            assertThat(onDisk(pieces)).isZero();
        }
    }

    @Test
    void aScrubThatWasCutShortIsDoneWhenANodeOpensThePeople() throws Exception {
        List<byte[]> pieces;
        try (PostgresPeople people = open()) {
            people.vault().put(Map.of(people.vault().refer(MERCHANT, ANA.phone()), ANA));
            pieces = pieces(columns("SELECT data FROM person"));
            people.write("test", session -> {
                people.requestScrub(session);
                return session.statement("DELETE FROM person").executeUpdate();
            });
            assertThat(onDisk(pieces)).isEqualTo(pieces.size());
        }

        open().close();

        assertThat(onDisk(pieces)).isZero();
    }

    @Test
    void whatTwoNodesLearnOfTheSamePeopleAtOnceIsAllKept() throws Exception {
        try (PostgresPeople one = open();
                PostgresPeople other = open()) {
            int people = 300;
            CompletableFuture<?> first = CompletableFuture.runAsync(() -> learn(one, people, "Calle ", ""));
            CompletableFuture<?> second = CompletableFuture.runAsync(() -> learn(other, people, "", "nota "));
            first.get();
            second.get();

            for (int i = 0; i < people; i++) {
                String phone = phone(i);
                assertThat(one.vault().find(one.vault().refer(MERCHANT, phone)))
                        .contains(new Person("P" + i, phone, "Calle " + i, "", "nota " + i));
            }
            assertThat(other.vault().named("p7", PersonRef.NONE, 10)).hasSize(1);
        }
    }

    /** Everybody in a few batches, the order of which differs from node to node. */
    private static void learn(PostgresPeople node, int people, String address, String note) {
        SplittableRandom random = new SplittableRandom(SEED + address.length());
        for (int round = 0; round < 8; round++) {
            Map<PersonRef, Person> some = new HashMap<>();
            for (int i = 0; i < people; i++) {
                if (round == 7 || random.nextInt(3) == 0) {
                    some.put(
                            node.vault().refer(MERCHANT, phone(i)),
                            new Person(
                                    "P" + i,
                                    phone(i),
                                    address.isEmpty() ? "" : address + i,
                                    "",
                                    note.isEmpty() ? "" : note + i));
                }
            }
            node.vault().put(some);
        }
    }

    private static String phone(int i) {
        return Long.toString(3_100_000_000L + i);
    }

    @Test
    void aNodeWithoutTheKeyOrWithAnothersIsRefusedAndMakesNoOther() throws Exception {
        open().close();
        Path elsewhere = folder.resolve("elsewhere");
        Files.createDirectories(elsewhere);

        assertThatThrownBy(() -> PostgresPeople.open(options, elsewhere.resolve("vault.key")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is missing");
        assertThat(elsewhere.resolve("vault.key")).doesNotExist();
        PostgresPeople.open(SharedPostgres.schema(), elsewhere.resolve("vault.key"))
                .close();
        assertThatThrownBy(() -> PostgresPeople.open(options, elsewhere.resolve("vault.key")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is not the key of");
    }

    @Test
    void aVaultWhoseServerWentAwayAnswersAgainWhenItIsBack() throws SQLException {
        try (PostgresPeople people = open()) {
            Vault vault = people.vault();
            PersonRef ana = vault.refer(MERCHANT, ANA.phone());
            vault.put(Map.of(ana, ANA));
            SharedPostgres.dropSessions();

            Person moved = new Person("", "", "Carrera 7", "", "");
            assertThatThrownBy(() -> vault.put(Map.of(ana, moved))).isInstanceOf(StoreException.class);
            vault.put(Map.of(ana, moved));

            try (PostgresPeople other = open()) {
                assertThat(other.vault().find(ana).map(Person::address)).hasValue("Carrera 7");
            }
        }
    }

    @Test
    void theVaultOfAFolderMovesAsItLiesAndCanBeMovedAgain() {
        try (SqliteStore store = SqliteStore.open(folder, SqliteStore.Options.standard());
                PostgresPeople people = open()) {
            Map<PersonRef, Person> many = new HashMap<>();
            for (int i = 0; i < 1_200; i++) {
                many.put(store.vault().refer(MERCHANT, phone(i)), new Person("P" + i, phone(i), "x".repeat(i), "", ""));
            }
            store.vault().put(many);
            PersonRef gone = store.vault().refer(MERCHANT, phone(7));
            store.vault().erase(gone);
            many.remove(gone);
            for (int i = 0; i < 45; i++) {
                store.deadLetters().add(AT, "a.csv", i, "r", "p" + i);
            }
            store.deadLetters().mark(3, DeadLetters.Status.REPLAYED);
            store.deadLetters().purge(List.of("p44"));

            PeopleCopy.Copied copied = PeopleCopy.run(store.peopleTables(), people);

            assertThat(copied.people()).isEqualTo(1_200);
            assertThat(copied.letters()).isEqualTo(44);
            assertThat(people.vault().findAll(many.keySet())).isEqualTo(many);
            assertThat(people.vault().isErased(gone)).isTrue();
            assertThat(people.vault().named("p12", PersonRef.NONE, 10)).hasSize(1);
            assertThat(people.deadLetters().find(3))
                    .isEqualTo(store.deadLetters().find(3));
            assertThat(PeopleCopy.run(store.peopleTables(), people)).isEqualTo(copied);
            store.vault().put(Map.of(store.vault().refer(MERCHANT, phone(8)), new Person("Otra", "", "", "", "")));
            assertThat(PeopleCopy.run(store.peopleTables(), people).hash()).isNotEqualTo(copied.hash());
            assertThat(people.vault().named("p8", PersonRef.NONE, 10)).isEmpty();
            assertThat(people.deadLetters().add(AT, "b.csv", 1, "r", "p")).isEqualTo(46);
        }
    }

    @Test
    void whoWasErasedInTheClusterIsNotBroughtBackByAnotherMove() {
        try (SqliteStore store = SqliteStore.open(folder, SqliteStore.Options.standard());
                PostgresPeople people = open()) {
            PersonRef ana = store.vault().refer(MERCHANT, ANA.phone());
            store.vault().put(Map.of(ana, ANA));
            PeopleCopy.run(store.peopleTables(), people);
            people.vault().erase(ana);

            assertThatThrownBy(() -> PeopleCopy.run(store.peopleTables(), people))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("was erased there");
            assertThat(people.vault().isErased(ana)).isTrue();
        }
    }

    @Test
    void aVaultUnderAnotherKeyOrWithPeopleOfItsOwnIsNotMovedTo() throws Exception {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        try (SqliteStore store = SqliteStore.open(folder, SqliteStore.Options.standard());
                PostgresPeople others = PostgresPeople.open(SharedPostgres.schema(), elsewhere.resolve("vault.key"));
                PostgresPeople people = open()) {
            assertThatThrownBy(() -> PeopleCopy.run(store.peopleTables(), others))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("vault.key");
            people.vault().put(Map.of(people.vault().refer(MERCHANT, ANA.phone()), ANA));
            assertThatThrownBy(() -> PeopleCopy.run(store.peopleTables(), people))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("people differ");
        }
    }
}
