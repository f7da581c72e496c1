package co.litper.cerebro.cluster.debezium;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The columns of each table as its last row had them, kept in a file, so that a change of the schema is noticed whether somebody
 * listened then or not. A column that was renamed is one that went and one that came. One thread.
 */
final class Columns {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final Map<String, Set<String>> known = new TreeMap<>();

    private Columns(Path file) {
        this.file = file;
    }

    /** Reads the file, if there is one. */
    static Columns in(Path file) {
        Columns columns = new Columns(file);
        if (Files.exists(file)) {
            try {
                JSON.readTree(file.toFile()).properties().forEach(table -> {
                    Set<String> names = new TreeSet<>();
                    table.getValue().forEach(name -> names.add(name.asText()));
                    columns.known.put(table.getKey(), names);
                });
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + file, e);
            }
        }
        return columns;
    }

    /** Looks at a change; returns what a person should know of it, which is kept as known from then on. */
    List<String> look(Change change) {
        if (change.kind() == Change.Kind.DELETED) {
            return List.of(); // tells its key only
        }
        Set<String> now = names(change.row());
        Set<String> before = known.put(change.table(), now);
        if (now.equals(before)) {
            return List.of();
        }
        write();
        return before == null ? List.of() : differences(change.table(), before, now);
    }

    private static Set<String> names(JsonNode row) {
        Set<String> names = new TreeSet<>();
        row.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> differences(String table, Set<String> before, Set<String> now) {
        List<String> told = new ArrayList<>();
        Set<String> gone = new TreeSet<>(before);
        gone.removeAll(now);
        Set<String> fresh = new TreeSet<>(now);
        fresh.removeAll(before);
        if (!gone.isEmpty()) {
            told.add("table " + table + " of the shop has no column " + String.join(", ", gone)
                    + " any more. Maybe it was renamed: what the mapping file reads there is missing now.");
        }
        if (!fresh.isEmpty()) {
            told.add("table " + table + " of the shop has a new column " + String.join(", ", fresh)
                    + ". The mapping file does not read it yet.");
        }
        return told;
    }

    private void write() {
        ObjectNode json = JSON.createObjectNode();
        known.forEach((table, names) -> {
            var list = json.putArray(table);
            names.forEach(list::add);
        });
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.write(fresh, JSON.writeValueAsBytes(json));
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ". Maybe the disk is full.", e);
        }
    }
}
