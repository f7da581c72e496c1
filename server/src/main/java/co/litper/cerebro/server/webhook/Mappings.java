package co.litper.cerebro.server.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The mapping files: those that come with the product, and above them those of a folder. A file of the folder with the name
 * of a packaged one takes its place. {@code docs/reference/webhooks.md} tells what stands in one.
 */
public final class Mappings {
    /** The mappings that come with the product. */
    public static final List<String> PACKAGED = List.of("chateapro", "dropi", "n8n");

    /** Bytes of one file; the largest packaged one has some thousand. */
    private static final long MOST_BYTES = 256 * 1024;
    /** Files read from a folder; more are a mistake. */
    private static final int MOST_FILES = 200;

    private static final String SUFFIX = ".json";

    private Mappings() {}

    /** What became of reading them. */
    public sealed interface Result {}

    /** All can be used; by name. */
    public record Usable(Map<String, Mapping> byName) implements Result {
        public Usable {
            byName = Collections.unmodifiableMap(new TreeMap<>(byName));
        }
    }

    /** Something is wrong; every problem of every file, with where it stands and what may be meant. */
    public record Faulty(List<String> problems) implements Result {
        public Faulty {
            problems = List.copyOf(problems);
        }
    }

    /**
     * Reads all of them.
     *
     * @param folder the user's own; may be missing
     */
    public static Result read(Path folder) {
        List<String> problems = new ArrayList<>();
        Map<String, Mapping> byName = new TreeMap<>();
        for (String name : PACKAGED) {
            put(name, packaged(name), byName, problems);
        }
        if (Files.isDirectory(folder)) {
            for (Path file : files(folder, problems)) {
                String fileName = String.valueOf(file.getFileName());
                String name = fileName.substring(0, fileName.length() - SUFFIX.length());
                String text = WebhookSource.isName(name) ? text(file, problems) : null;
                if (!WebhookSource.isName(name)) {
                    problems.add(fileName + ": must be named with a lower-case letter, then letters and digits, 31 at"
                            + " most. Maybe rename it.");
                } else if (text != null) {
                    put(name, text, byName, problems);
                }
            }
        }
        return problems.isEmpty() ? new Usable(byName) : new Faulty(problems);
    }

    private static void put(String name, String text, Map<String, Mapping> byName, List<String> problems) {
        Mapping mapping = new MappingReader(name, problems).read(text);
        if (mapping != null) {
            byName.put(name, mapping);
        }
    }

    private static List<Path> files(Path folder, List<String> problems) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .limit(MOST_FILES + 1L)
                    .toList();
            if (found.size() > MOST_FILES) {
                problems.add(folder + " holds more than " + MOST_FILES + " files. Maybe it is another folder.");
                return List.of();
            }
            return found;
        } catch (IOException e) {
            problems.add(folder + " could not be read: " + e.getMessage() + ". Maybe it is not readable.");
            return List.of();
        }
    }

    private static @Nullable String text(Path file, List<String> problems) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                problems.add(file.getFileName() + ": has more than " + MOST_BYTES + " bytes");
                return null;
            }
            return Files.readString(file);
        } catch (IOException e) {
            problems.add(
                    file.getFileName() + ": could not be read: " + e.getMessage() + ". Maybe it is not text in UTF-8.");
            return null;
        }
    }

    /** The text of a packaged mapping, to begin one's own with. */
    public static String packaged(String name) {
        String resource = name + SUFFIX;
        try (InputStream in = Mappings.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the packaged mapping " + resource + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the packaged mapping " + resource + " could not be read", e);
        }
    }
}
