package co.litper.cerebro.server.backup;

import co.litper.cerebro.world.Clock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder in which a service keeps backups that are asked for from afar. Names are made here, never taken from a request,
 * and a name that is asked for is looked up among those that are there. Thread-safe.
 */
public final class BackupShelf {
    private static final Pattern NAME = Pattern.compile("backup-[0-9]{8}T[0-9]{6}Z(-[0-9]{1,4})?");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int MOST_LISTED = 1_000;

    private final Path folder;
    private final Clock clock;

    /** The backups in {@code folder}, which is made with the first of them. */
    public BackupShelf(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** A place for a new backup, named by the time. */
    public synchronized Path next() throws IOException {
        Copied.makeFolder(folder);
        String name = "backup-" + MOMENT.format(clock.now());
        Path free = folder.resolve(name);
        for (int i = 2; Files.exists(free); i++) {
            free = folder.resolve(name + "-" + i);
        }
        return free;
    }

    /** The names of finished backups, newest first, at most a thousand. */
    public List<String> names() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> Files.isRegularFile(f.resolve(Manifest.FILE_NAME), LinkOption.NOFOLLOW_LINKS))
                    .map(f -> String.valueOf(f.getFileName()))
                    .filter(name -> NAME.matcher(name).matches())
                    .sorted((a, b) -> b.compareTo(a))
                    .limit(MOST_LISTED)
                    .toList();
        }
    }

    /** The backup with this name; empty if there is none, whatever the name says. */
    public Optional<Path> find(String name) throws IOException {
        return names().contains(name) ? Optional.of(folder.resolve(name)) : Optional.empty();
    }
}
