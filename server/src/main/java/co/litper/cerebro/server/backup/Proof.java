package co.litper.cerebro.server.backup;

import co.litper.cerebro.adapters.sqlite.SqliteStore;
import co.litper.cerebro.adapters.sqlite.StoreFiles;
import co.litper.cerebro.adapters.sqlite.StoreFiles.Checked;
import co.litper.cerebro.server.backup.Manifest.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Holds a backup against its manifest. Stateless. */
final class Proof {
    private static final Pattern MAPPING = Pattern.compile(Backups.MAPPINGS + "/[A-Za-z0-9 _.-]{1,80}\\.json");
    private static final int MOST_FILES = 300;

    private Proof() {}

    /** True if a backup may hold a file of this name; no other is read or written, whatever a manifest says. */
    static boolean mayHold(String name) {
        return StoreFiles.DATABASES.contains(name)
                || name.equals(StoreFiles.KEY)
                || Backups.PLAIN_FILES.contains(name)
                || MAPPING.matcher(name).matches() && !name.contains("..");
    }

    /** What is wrong with names, sizes and digests. */
    static List<String> ofFiles(Path backup, Manifest manifest) {
        List<String> problems = new ArrayList<>();
        Set<String> names = new HashSet<>();
        if (manifest.files().size() > MOST_FILES) {
            return List.of("the manifest names " + manifest.files().size() + " files. Maybe it is not one of Cerebro.");
        }
        for (Entry entry : manifest.files()) {
            if (!mayHold(entry.name()) || !names.add(entry.name())) {
                problems.add("the manifest names a file that no backup has. Maybe someone changed it.");
            } else {
                ofFile(backup, entry, problems);
            }
        }
        if (!names.contains(SqliteStore.JOURNAL_NAME)) {
            problems.add("the manifest does not name " + SqliteStore.JOURNAL_NAME + ". Maybe it was cut short.");
        }
        return problems;
    }

    private static void ofFile(Path backup, Entry entry, List<String> problems) {
        Path file = backup.resolve(entry.name());
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                problems.add(entry.name() + " is missing, or is no file");
            } else if (Files.size(file) != entry.bytes()) {
                problems.add(entry.name() + " has " + Files.size(file) + " bytes, not " + entry.bytes()
                        + ". Maybe it was cut off while it was copied.");
            } else if (!Copied.sha256(file).equals(entry.sha256())) {
                problems.add(entry.name() + " is not what was backed up. Maybe the disk fails, or someone changed it.");
            }
        } catch (IOException e) {
            problems.add(entry.name() + " cannot be read: " + e.getMessage());
        }
    }

    /** What is wrong with what the files hold. */
    static List<String> ofContents(Path folder, Manifest manifest, SqliteStore.Options options) {
        Checked checked = StoreFiles.check(folder, options);
        List<String> problems = new ArrayList<>(checked.problems());
        if (problems.isEmpty() && !checked.contents().equals(manifest.contents())) {
            problems.add("the files hold " + checked.contents() + ", the manifest says " + manifest.contents()
                    + ". Maybe files of two backups were mixed.");
        }
        return problems;
    }
}
