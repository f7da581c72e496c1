package co.litper.cerebro.server.backup;

import co.litper.cerebro.adapters.sqlite.StoreFiles.Contents;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a backup says of itself, in {@code manifest.json}, which is written last.
 *
 * @param madeAt when
 * @param contents what the copies hold; {@code events} is the log position up to which it goes
 * @param files every file with its size and digest
 */
public record Manifest(Instant madeAt, Contents contents, List<Entry> files) {
    /** The name of the file. */
    public static final String FILE_NAME = "manifest.json";

    private static final int FORMAT = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A file.
     *
     * @param name its path within the backup, with {@code /}
     * @param bytes its size
     * @param sha256 hexadecimal
     */
    public record Entry(String name, long bytes, String sha256) {}

    public Manifest {
        files = List.copyOf(files);
    }

    /** All bytes of all files. */
    public long bytes() {
        return files.stream().mapToLong(Entry::bytes).sum();
    }

    String toJson() {
        ObjectNode root = JSON.createObjectNode()
                .put("format", FORMAT)
                .put("madeAt", madeAt.toString())
                .put("events", contents.events())
                .put("statePosition", contents.statePosition())
                .put("people", contents.people())
                .put("deadLetters", contents.deadLetters())
                .put("keys", contents.keys())
                .put("acts", contents.acts())
                .put("auditHead", contents.auditHead());
        var list = root.putArray("files");
        files.forEach(file -> list.addObject()
                .put("name", file.name())
                .put("bytes", file.bytes())
                .put("sha256", file.sha256()));
        return root.toPrettyString() + "\n";
    }

    /** @throws IllegalArgumentException if the text is no manifest that this program knows */
    static Manifest read(String text) {
        try {
            JsonNode root = JSON.readTree(text);
            if (root.path("format").asInt() != FORMAT) {
                throw new IllegalArgumentException(FILE_NAME + " has format " + root.path("format")
                        + ", this program knows " + FORMAT + ". Maybe a newer Cerebro made the backup.");
            }
            List<Entry> files = new ArrayList<>();
            root.path("files")
                    .forEach(f -> files.add(new Entry(
                            f.path("name").asText(),
                            f.path("bytes").asLong(-1),
                            f.path("sha256").asText())));
            Contents contents = new Contents(
                    root.path("events").asLong(),
                    root.path("statePosition").asLong(),
                    root.path("people").asLong(),
                    root.path("deadLetters").asLong(),
                    root.path("keys").asLong(),
                    root.path("acts").asLong(),
                    root.path("auditHead").asText());
            return new Manifest(Instant.parse(root.path("madeAt").asText()), contents, files);
        } catch (JsonProcessingException | DateTimeException e) {
            throw new IllegalArgumentException(FILE_NAME + " cannot be read. Maybe it was cut off.", e);
        }
    }
}
