package co.litper.cerebro.server.backup;

import co.litper.cerebro.adapters.sqlite.SqliteStore;
import co.litper.cerebro.adapters.sqlite.StoreFiles;
import co.litper.cerebro.adapters.sqlite.StoreFiles.Checked;
import co.litper.cerebro.server.backup.Manifest.Entry;
import co.litper.cerebro.server.message.MessageTemplates;
import co.litper.cerebro.world.Clock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * Makes and proves backups of a data folder, from the process that writes it or from another. Takes no lock that a writer
 * waits for. One backup at a time; thread-safe. O(bytes).
 *
 * <p>Not copied: files that channels wrote ({@code effects.log}), and other files that are not Cerebro's.
 */
public final class Backups {
    /** The configuration, and the texts that people wrote, which the folder may hold. */
    static final List<String> PLAIN_FILES = List.of("cerebro.properties", MessageTemplates.FILE_NAME);

    /** The folder of mapping files, where it has its usual name. */
    static final String MAPPINGS = "mappings";

    private static final String PARTIAL = ".partial";
    private static final int MOST_MAPPINGS = 200;
    private static final long MOST_MANIFEST_BYTES = 1024 * 1024;

    private final Path folder;
    private final SqliteStore.Options options;
    private final Clock clock;
    private final ReentrantLock making = new ReentrantLock();

    /** Backups of the data folder {@code folder}. */
    public Backups(Path folder, SqliteStore.Options options, Clock clock) {
        this.folder = folder;
        this.options = options;
        this.clock = clock;
    }

    /**
     * Makes a backup and proves it: every copy is opened and read before the manifest is written. What fails leaves nothing
     * behind.
     *
     * @param target a folder that is missing or empty
     * @param withKey false to leave {@code vault.key} out, to be kept elsewhere: without it nobody can read people.db, nor
     *     restore
     * @throws BackupException if there is no store, the target is taken, a copy is not sound, or the disk fails
     * @throws co.litper.cerebro.log.StoreException if a database cannot be read or copied
     */
    public Manifest make(Path target, boolean withKey) throws BackupException {
        making.lock();
        try {
            requireStore();
            requireFree(target);
            Path partial = target.resolveSibling(target.getFileName() + PARTIAL);
            return made(target, partial, withKey);
        } catch (IOException e) {
            throw new BackupException(
                    "the backup could not be written: " + e + ". Maybe the disk is full or the folder not writable.",
                    e);
        } finally {
            making.unlock();
        }
    }

    private void requireStore() throws BackupException {
        if (!Files.exists(folder.resolve(SqliteStore.JOURNAL_NAME))) {
            throw new BackupException(
                    List.of("there is no store in " + folder + ". Maybe another --data-dir is meant."));
        }
    }

    private static void requireFree(Path target) throws BackupException, IOException {
        if (!Files.exists(target)) {
            return;
        }
        boolean empty = false;
        if (Files.isDirectory(target)) {
            try (Stream<Path> files = Files.list(target)) {
                empty = files.findAny().isEmpty();
            }
        }
        if (!empty) {
            throw new BackupException(List.of(target + " is there and not an empty folder. Maybe name another one."));
        }
        Files.delete(target);
    }

    private Manifest made(Path target, Path partial, boolean withKey) throws IOException, BackupException {
        boolean done = false;
        try {
            Copied.remove(partial); // of a backup that was cut short
            Copied.makeFolder(partial);
            copy(partial);
            Checked checked = StoreFiles.check(partial, bare(options));
            if (!checked.problems().isEmpty()) {
                throw new BackupException(checked.problems());
            }
            if (!withKey) {
                Files.delete(partial.resolve(StoreFiles.KEY));
            }
            Manifest manifest = new Manifest(clock.now(), checked.contents(), entries(partial));
            Path file = partial.resolve(Manifest.FILE_NAME);
            Files.writeString(file, manifest.toJson());
            Copied.ownerOnly(file);
            for (Entry entry : manifest.files()) {
                Copied.sync(partial.resolve(entry.name()));
            }
            Copied.sync(file);
            Copied.sync(partial);
            Files.move(partial, target);
            Copied.sync(Copied.parent(target));
            done = true;
            return manifest;
        } finally {
            if (!done) {
                Copied.remove(partial);
            }
        }
    }

    /** What is copied is read by itself: a test's disk stands before the store only. */
    private static SqliteStore.Options bare(SqliteStore.Options options) {
        return options.withWrapper(SqliteStore.Options.standard().wrapper());
    }

    private void copy(Path partial) throws IOException {
        for (String database : StoreFiles.DATABASES) {
            if (Files.exists(folder.resolve(database))) {
                StoreFiles.copy(folder, database, partial.resolve(database), options);
                Copied.ownerOnly(partial.resolve(database));
            }
        }
        Copied.copy(folder.resolve(StoreFiles.KEY), partial.resolve(StoreFiles.KEY));
        for (String file : PLAIN_FILES) {
            if (Files.exists(folder.resolve(file))) {
                Copied.copy(folder.resolve(file), partial.resolve(file));
            }
        }
        if (Files.isDirectory(folder.resolve(MAPPINGS))) {
            try (Stream<Path> files = Files.list(folder.resolve(MAPPINGS))) {
                for (Path file : files.filter(f -> f.toString().endsWith(".json"))
                        .sorted()
                        .limit(MOST_MAPPINGS)
                        .toList()) {
                    Copied.copy(file, partial.resolve(MAPPINGS).resolve(String.valueOf(file.getFileName())));
                }
            }
        }
    }

    private static List<Entry> entries(Path partial) throws IOException {
        List<String> names = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(partial)) {
            walk.filter(Files::isRegularFile)
                    .map(file -> partial.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> StoreFiles.COMPANIONS.stream().noneMatch(name::endsWith))
                    .sorted()
                    .forEach(names::add);
        }
        List<Entry> entries = new ArrayList<>();
        for (String name : names) {
            entries.add(Copied.entry(partial, name));
        }
        return entries;
    }

    /** What the manifest of a backup says. */
    static Manifest manifest(Path backup) throws BackupException {
        Path file = backup.resolve(Manifest.FILE_NAME);
        try {
            if (!Files.exists(file) || Files.size(file) > MOST_MANIFEST_BYTES) {
                throw new BackupException(List.of("there is no " + Manifest.FILE_NAME + " in " + backup
                        + ". Maybe it is not a backup, or was cut short."));
            }
            return Manifest.read(Files.readString(file));
        } catch (IOException | IllegalArgumentException e) {
            throw new BackupException(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Proves a backup that was made before: names, sizes and digests of its files against the manifest, then everything that
     * they hold. Without {@code vault.key} the digests alone, which stand for what was read when it was made. Changes nothing.
     *
     * @throws BackupException with every problem
     */
    public static Manifest prove(Path backup, SqliteStore.Options options) throws BackupException {
        Manifest manifest = manifest(backup);
        List<String> problems = new ArrayList<>(Proof.ofFiles(backup, manifest));
        if (problems.isEmpty() && Files.exists(backup.resolve(StoreFiles.KEY))) {
            problems.addAll(Proof.ofContents(backup, manifest, options));
        }
        if (!problems.isEmpty()) {
            throw new BackupException(problems);
        }
        return manifest;
    }
}
