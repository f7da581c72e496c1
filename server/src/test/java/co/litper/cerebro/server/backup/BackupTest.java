package co.litper.cerebro.server.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.litper.cerebro.adapters.sqlite.SqliteAccess;
import co.litper.cerebro.adapters.sqlite.SqliteStore;
import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.server.Installation;
import co.litper.cerebro.server.access.AccessKeys;
import co.litper.cerebro.server.access.Caller;
import co.litper.cerebro.server.access.KeyRequest;
import co.litper.cerebro.server.access.Role;
import co.litper.cerebro.testkit.FailingWrites;
import co.litper.cerebro.vocabulary.PersonRef;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteErrorCode;

class BackupTest {
    @TempDir
    private Path root;

    private Path data = Path.of("nowhere");
    private Path copy = Path.of("nowhere");

    @BeforeEach
    void folders() {
        data = root.resolve("data");
        copy = root.resolve("copies").resolve("monday");
    }

    private Backups backups() {
        return new Backups(data, Shop.PLAIN, Shop.CLOCK);
    }

    private static Restore restore() {
        return new Restore(Shop.PLAIN, Shop.CLOCK);
    }

    /** A store with some events, a key and an act. */
    private void fill(int events) throws Exception {
        try (Installation installation = Shop.open(data)) {
            Shop.tell(installation, 0, events);
        }
        try (SqliteAccess access = SqliteAccess.open(data, Shop.PLAIN)) {
            KeyRequest request = new KeyRequest("n8n", Role.VIEWER, Optional.empty(), Optional.empty());
            new AccessKeys(access, Shop.CLOCK).issue(request, Caller.COMMAND_LINE, "");
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> String.valueOf(f.getFileName())).sorted().toList();
        }
    }

    @Test
    void aBackupMadeUnderLoadAndRestoredElsewhereIsTheStoreAtItsPosition() throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        AtomicReference<@Nullable Throwable> trouble = new AtomicReference<>();
        Manifest manifest;
        SortedMap<Long, String> original;
        try (Installation installation = Shop.open(data)) {
            Shop.tell(installation, 0, 200);
            Thread load = Thread.ofPlatform().start(() -> {
                try {
                    for (int i = 200; !enough.get() && i < 200_000; i += 50) {
                        Shop.tell(installation, i, i + 50);
                    }
                } catch (Exception e) {
                    trouble.set(e);
                }
            });
            long before = installation.store().log().end() - 1;
            manifest = backups().make(copy, true);
            long after = installation.store().log().end() - 1;
            enough.set(true);
            load.join();
            assertThat(trouble.get()).isNull();
            assertThat(manifest.contents().events()).isBetween(before, after);
            original = Shop.entries(installation.store().log());
        }
        Path elsewhere = root.resolve("elsewhere");

        restore().restore(copy, elsewhere, Optional.empty(), false);

        long end = manifest.contents().events();
        try (SqliteStore restored = SqliteStore.openReadOnly(elsewhere, Shop.PLAIN)) {
            assertThat(Shop.entries(restored.log())).isEqualTo(original.headMap(end + 1));
            assertThat(Shop.state(restored, false))
                    .isEqualTo(Shop.state(restored, true))
                    .isNotEmpty();
            List<PersonRef> customers = Shop.customers(restored);
            assertThat(restored.vault().findAll(customers)).hasSize(customers.size());
        }
        try (Installation again = Shop.open(elsewhere)) {
            Shop.tell(again, 900_000, 900_010);
            assertThat(again.store().log().end()).isGreaterThan(end + 10);
        }
    }

    @Test
    void aBackupCanBeProvedAgainAndHoldsKeysAndTrail() throws Exception {
        fill(20);
        Files.writeString(data.resolve("cerebro.properties"), "language = en\n");
        Files.writeString(data.resolve("templates.ndjson"), "{}\n");
        Files.createDirectories(data.resolve("mappings"));
        Files.writeString(data.resolve("mappings/tienda.json"), "{}");

        Manifest made = backups().make(copy, true);

        assertThat(Backups.prove(copy, Shop.PLAIN)).isEqualTo(made);
        assertThat(made.contents().events()).isEqualTo(20);
        assertThat(made.contents().people()).isEqualTo(20);
        assertThat(made.contents().keys()).isEqualTo(1);
        assertThat(made.contents().acts()).isEqualTo(1);
        assertThat(made.files())
                .extracting(Manifest.Entry::name)
                .containsExactly(
                        "access.db",
                        "cerebro.properties",
                        "journal.db",
                        "mappings/tienda.json",
                        "people.db",
                        "state.db",
                        "templates.ndjson",
                        "vault.key");
        assertThat(names(root.resolve("copies"))).containsExactly("monday");
    }

    @ParameterizedTest
    @ValueSource(strings = {"journal.db", "people.db", "access.db", "state.db", "vault.key"})
    void aByteThatChangedIsFoundAndNothingIsRestored(String file) throws Exception {
        fill(20);
        backups().make(copy, true);
        byte[] bytes = Files.readAllBytes(copy.resolve(file));
        bytes[bytes.length / 2] ^= 1;
        Files.write(copy.resolve(file), bytes);
        Path target = root.resolve("target");

        assertThatThrownBy(() -> Backups.prove(copy, Shop.PLAIN)).hasMessageContaining(file);
        assertThatThrownBy(() -> restore().restore(copy, target, Optional.empty(), false))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining(file);
        assertThat(target).doesNotExist();
    }

    @Test
    void aFileOfAnotherBackupWithItsDigestInTheManifestIsFoundByWhatItHolds() throws Exception {
        fill(20);
        backups().make(copy, true);
        try (Installation installation = Shop.open(data)) {
            Shop.tell(installation, 20, 30);
        }
        Path later = root.resolve("later");
        Manifest second = backups().make(later, true);
        Files.delete(copy.resolve("journal.db"));
        Files.copy(later.resolve("journal.db"), copy.resolve("journal.db"));
        Manifest first = Backups.manifest(copy);
        List<Manifest.Entry> mixed = first.files().stream()
                .map(f -> second.files().stream()
                        .filter(o -> o.name().equals(f.name()) && f.name().equals("journal.db"))
                        .findFirst()
                        .orElse(f))
                .toList();
        Files.writeString(
                copy.resolve(Manifest.FILE_NAME), new Manifest(first.madeAt(), first.contents(), mixed).toJson());

        assertThatThrownBy(() -> Backups.prove(copy, Shop.PLAIN)).hasMessageContaining("two backups");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../journal.db",
                "/etc/passwd",
                "mappings/../../x.json",
                "mappings/..json",
                "writer.lock",
                "C:\\x",
                "journal.db/../x",
                ""
            })
    void aManifestThatNamesOtherFilesIsRefused(String name) throws Exception {
        fill(5);
        Manifest made = backups().make(copy, true);
        List<Manifest.Entry> files = Stream.concat(made.files().stream(), Stream.of(new Manifest.Entry(name, 0, "")))
                .toList();
        Files.writeString(
                copy.resolve(Manifest.FILE_NAME), new Manifest(made.madeAt(), made.contents(), files).toJson());

        assertThatThrownBy(() -> restore().restore(copy, root.resolve("target"), Optional.empty(), false))
                .hasMessageContaining("a file that no backup has");
    }

    @Test
    void aLinkInABackupIsNotFollowed() throws Exception {
        fill(5);
        backups().make(copy, true);
        Path secret = Files.writeString(root.resolve("secret"), Files.readString(copy.resolve("vault.key")));
        Files.delete(copy.resolve("vault.key"));
        Files.createSymbolicLink(copy.resolve("vault.key"), secret);

        assertThatThrownBy(() -> Backups.prove(copy, Shop.PLAIN)).hasMessageContaining("vault.key is missing");
    }

    @Test
    void aTargetThatIsTakenIsRefused() throws Exception {
        fill(5);
        Files.createDirectories(copy);
        Files.writeString(copy.resolve("theirs"), "precious");

        assertThatThrownBy(() -> backups().make(copy, true)).hasMessageContaining("not an empty folder");
        assertThatThrownBy(() -> backups().make(data, true)).hasMessageContaining("not an empty folder");
        assertThat(names(copy)).containsExactly("theirs");
    }

    @Test
    void aFolderThatHoldsAStoreIsRefusedOrKeptAside() throws Exception {
        fill(10);
        backups().make(copy, true);
        try (Installation installation = Shop.open(data)) {
            Shop.tell(installation, 10, 30);
        }
        assertThatThrownBy(() -> restore().restore(copy, data, Optional.empty(), false))
                .hasMessageContaining("--force");

        Restore.Done done = restore().restore(copy, data, Optional.empty(), true);

        try (SqliteStore restored = SqliteStore.openReadOnly(data, Shop.PLAIN);
                SqliteStore kept = SqliteStore.openReadOnly(done.aside().orElseThrow(), Shop.PLAIN)) {
            assertThat(restored.log().end()).isEqualTo(11);
            assertThat(kept.log().end()).isGreaterThan(30);
        }
    }

    @Test
    void aFolderThatIsBeingWrittenIsRefusedEvenByForce() throws Exception {
        fill(5);
        backups().make(copy, true);
        try (Installation installation = Shop.open(data)) {
            assertThatThrownBy(() -> restore().restore(copy, data, Optional.empty(), true))
                    .isInstanceOfSatisfying(
                            StoreException.class, e -> assertThat(e.kind()).isEqualTo(StoreException.Kind.LOCKED));
            Shop.tell(installation, 5, 6);
        }
    }

    @Test
    void aConfigurationMadeReadyForTheRestoredStoreStays() throws Exception {
        fill(5);
        Files.writeString(data.resolve("cerebro.properties"), "language = en\n");
        backups().make(copy, true);
        Path target = Files.createDirectories(root.resolve("target"));
        Files.writeString(target.resolve("cerebro.properties"), "language = es\n");

        restore().restore(copy, target, Optional.empty(), false);

        assertThat(target.resolve("cerebro.properties")).hasContent("language = es");
    }

    @Test
    void aBackupWithoutItsKeyTellsNothingOfPeopleAndNeedsTheKeyToBeRestored() throws Exception {
        fill(20);
        Path key = Files.copy(data.resolve("vault.key"), root.resolve("kept.key"));

        backups().make(copy, false);

        assertThat(copy.resolve("vault.key")).doesNotExist();
        Backups.prove(copy, Shop.PLAIN);
        Path target = root.resolve("target");
        assertThatThrownBy(() -> restore().restore(copy, target, Optional.empty(), false))
                .hasMessageContaining("--key");
        restore().restore(copy, target, Optional.of(key), false);
        try (SqliteStore restored = SqliteStore.openReadOnly(target, Shop.PLAIN)) {
            PersonRef ref = Shop.customers(restored).getFirst();
            assertThat(restored.vault().find(ref)).isPresent();
        }
    }

    @Test
    void anotherKeyIsRefused() throws Exception {
        fill(5);
        backups().make(copy, false);
        Path other = root.resolve("other");
        Shop.open(other).close();

        assertThatThrownBy(() ->
                        restore().restore(copy, root.resolve("target"), Optional.of(other.resolve("vault.key")), false))
                .hasMessageContaining("different backups");
    }

    @Test
    void erasedCustomersAreNotInTheBytesOfALaterBackup() throws Exception {
        fill(20);
        byte[] ref;
        try (Installation installation = Shop.open(data)) {
            PersonRef person = Shop.customers(installation.store()).getFirst();
            installation.store().vault().erase(person);
            ref = person.value().getBytes(StandardCharsets.US_ASCII);
        }

        backups().make(copy, true);

        try (SqliteStore copied = SqliteStore.openReadOnly(copy, Shop.PLAIN)) {
            PersonRef person = new PersonRef(new String(ref, StandardCharsets.US_ASCII));
            assertThat(copied.vault().find(person)).isEmpty();
            assertThat(copied.vault().isErased(person)).isTrue();
        }
    }

    @Test
    void aFullDiskLeavesNoHalfBackupAndTheStoreAsItWas() throws Exception {
        fill(20);
        for (int file = 1; file <= 4; file++) {
            FailingWrites writes = new FailingWrites();
            SqliteStore.Options disk = Shop.PLAIN.withWrapper((path, purpose, connection) -> writes.wrap(connection));
            writes.failNext(file, SQLiteErrorCode.SQLITE_FULL.code, false);
            Backups onFullDisk = new Backups(data, disk, Shop.CLOCK);

            assertThatThrownBy(() -> onFullDisk.make(copy, true))
                    .isInstanceOfSatisfying(
                            StoreException.class, e -> assertThat(e.kind()).isEqualTo(StoreException.Kind.FULL));
            assertThat(names(root.resolve("copies"))).isEmpty();
        }

        assertThat(backups().make(copy, true).contents().events()).isEqualTo(20);
    }

    @Test
    void whatABackupThatWasKilledLeftIsSweptAway() throws Exception {
        fill(5);
        Path partial = Files.createDirectories(copy.resolveSibling("monday.partial"));
        Files.writeString(partial.resolve("journal.db"), "half");

        backups().make(copy, true);

        assertThat(names(root.resolve("copies"))).containsExactly("monday");
    }

    @Test
    void whatIsNoBackupIsTold() throws Exception {
        Files.createDirectories(copy);
        assertThatThrownBy(() -> Backups.prove(copy, Shop.PLAIN)).hasMessageContaining("there is no manifest.json");
        Files.writeString(copy.resolve(Manifest.FILE_NAME), "{\"format\":1,\"files\":[", StandardOpenOption.CREATE);
        assertThatThrownBy(() -> Backups.prove(copy, Shop.PLAIN)).hasMessageContaining("cut off");
        Files.writeString(copy.resolve(Manifest.FILE_NAME), "{\"format\":2}");
        assertThatThrownBy(() -> Backups.prove(copy, Shop.PLAIN)).hasMessageContaining("newer Cerebro");
        assertThatThrownBy(() -> backups().make(root.resolve("x"), true)).hasMessageContaining("there is no store");
    }

    @Test
    void theShelfNamesBackupsItselfAndFindsNothingElse() throws Exception {
        fill(5);
        BackupShelf shelf = new BackupShelf(root.resolve("shelf"), Shop.CLOCK);
        Path first = shelf.next();
        backups().make(first, true);
        backups().make(shelf.next(), true);

        assertThat(shelf.names()).containsExactly("backup-20260310T150000Z-2", "backup-20260310T150000Z");
        assertThat(shelf.find("backup-20260310T150000Z")).contains(first);
        for (String name : List.of("..", ".", "", "../data", "/etc", "backup-20260310T150000Z/../x", "x\u0000")) {
            assertThat(shelf.find(name)).as(name).isEmpty();
        }
    }
}
