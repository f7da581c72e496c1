package co.litper.cerebro.server.backup;

import co.litper.cerebro.adapters.sqlite.ReadFile;
import co.litper.cerebro.adapters.sqlite.SqliteStore;
import co.litper.cerebro.adapters.sqlite.StoreFiles;
import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.server.backup.Manifest.Entry;
import co.litper.cerebro.world.Clock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Puts a backup back: copies and proves it beside what is there, and only then moves it into place. A store that is there is
 * refused, or with {@code force} kept aside. Stateless but for its options.
 */
public final class Restore {
    private static final String STAGE = ".restoring";
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final SqliteStore.Options options;
    private final Clock clock;

    public Restore(SqliteStore.Options options, Clock clock) {
        this.options = options;
        this.clock = clock;
    }

    /**
     * What was done.
     *
     * @param manifest of the backup
     * @param aside where the store that was there is kept now; empty if there was none
     */
    public record Done(Manifest manifest, Optional<Path> aside) {}

    /**
     * Makes of a backup a data folder.
     *
     * @param backup the folder with the manifest
     * @param target the data folder; made if need be
     * @param key {@code vault.key}, if the backup was made without
     * @param force true to put a store that is there aside
     * @throws BackupException with every problem; the target is as before
     * @throws StoreException of kind LOCKED if a process writes the target
     */
    public Done restore(Path backup, Path target, Optional<Path> key, boolean force) throws BackupException {
        Manifest manifest = Backups.manifest(backup);
        List<String> problems = new ArrayList<>(Proof.ofFiles(backup, manifest));
        boolean hasKey = manifest.files().stream().anyMatch(f -> f.name().equals(StoreFiles.KEY));
        if (!hasKey && key.isEmpty()) {
            problems.add("the backup was made without " + StoreFiles.KEY + ". Maybe give it with --key.");
        }
        if (StoreFiles.anyIn(target) && !force) {
            problems.add(
                    target + " holds a store already. Maybe restore into another folder, or add --force, which keeps"
                            + " the store that is there aside.");
        }
        if (!problems.isEmpty()) {
            throw new BackupException(problems);
        }
        try {
            Copied.makeFolder(target);
            return locked(backup, target, manifest, key);
        } catch (IOException e) {
            throw new BackupException(
                    "the backup could not be put back: " + e + ". Maybe the disk is full or the folder not writable.",
                    e);
        }
    }

    private Done locked(Path backup, Path target, Manifest manifest, Optional<Path> key)
            throws IOException, BackupException {
        AutoCloseable lock = StoreFiles.lock(target, clock.now());
        try {
            Path stage = target.resolve(STAGE);
            try {
                Copied.remove(stage); // of a restore that was cut short
                stage(backup, stage, manifest, key);
                Optional<Path> aside = putAside(target);
                ReadFile.drop(target); // it tells of the log that was there
                putInPlace(stage, target);
                return new Done(manifest, aside);
            } finally {
                Copied.remove(stage);
            }
        } finally {
            release(lock);
        }
    }

    private static void release(AutoCloseable lock) {
        try {
            lock.close();
        } catch (Exception e) {
            throw e instanceof RuntimeException r ? r : new IllegalStateException(e);
        }
    }

    private void stage(Path backup, Path stage, Manifest manifest, Optional<Path> key)
            throws IOException, BackupException {
        Copied.makeFolder(stage);
        for (Entry entry : manifest.files()) {
            Path copy = stage.resolve(entry.name());
            Copied.copy(backup.resolve(entry.name()), copy);
            Copied.sync(copy);
        }
        if (key.isPresent() && !Files.exists(stage.resolve(StoreFiles.KEY))) {
            Copied.copy(key.get(), stage.resolve(StoreFiles.KEY));
        }
        List<String> problems = Proof.ofContents(stage, manifest, options);
        if (!problems.isEmpty()) {
            throw new BackupException(problems);
        }
    }

    /** The names of the store's files that are in {@code folder}; what SQLite keeps beside them too. */
    private static List<Path> own(Path folder) throws IOException {
        List<Path> own = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = String.valueOf(file.getFileName());
                String bare = StoreFiles.COMPANIONS.stream()
                        .filter(name::endsWith)
                        .map(suffix -> name.substring(0, name.length() - suffix.length()))
                        .findFirst()
                        .orElse(name);
                boolean folderOfMappings = name.equals(Backups.MAPPINGS);
                if (folderOfMappings || Files.isRegularFile(file) && Proof.mayHold(bare)) {
                    own.add(file);
                }
            }
        }
        return own;
    }

    private Optional<Path> putAside(Path target) throws IOException {
        if (!StoreFiles.anyIn(target)) {
            return Optional.empty();
        }
        Instant now = clock.now();
        Path aside = target.resolve("before-restore-" + NAME.format(now));
        for (int i = 2; Files.exists(aside); i++) {
            aside = target.resolve("before-restore-" + NAME.format(now) + "-" + i);
        }
        Copied.makeFolder(aside);
        for (Path file : own(target)) {
            Files.move(file, aside.resolve(String.valueOf(file.getFileName())));
        }
        return Optional.of(aside);
    }

    /**
     * The journal last: without it the folder holds no store yet. What is there still is a configuration that someone made
     * ready for the restored store, and stays.
     */
    private static void putInPlace(Path stage, Path target) throws IOException {
        for (Path file : own(stage)) {
            Path place = target.resolve(String.valueOf(file.getFileName()));
            if (!file.endsWith(SqliteStore.JOURNAL_NAME) && !Files.exists(place)) {
                Files.move(file, place);
            }
        }
        Copied.sync(target);
        Files.move(stage.resolve(SqliteStore.JOURNAL_NAME), target.resolve(SqliteStore.JOURNAL_NAME));
        Copied.sync(target);
    }
}
