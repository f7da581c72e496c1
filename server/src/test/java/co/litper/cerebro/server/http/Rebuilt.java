package co.litper.cerebro.server.http;

import co.litper.cerebro.StateView;
import co.litper.cerebro.adapters.sqlite.SqliteStore;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.StateStore;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/** The state of a folder that nobody writes, as it is kept and as the log alone gives it. */
final class Rebuilt {
    private Rebuilt() {}

    /** State rows by key, in hexadecimal. */
    static SortedMap<Long, String> rows(SqliteStore store, StateStore base) {
        SortedMap<Long, String> rows = new TreeMap<>();
        StateView.open(store.log(), base, new EnvelopeCodec())
                .rows()
                .forEach((key, row) -> rows.put(key, HexFormat.of().formatHex(row.bytes())));
        return rows;
    }

    /** What is kept and is not what the log gives, or the other way round. */
    static SortedMap<Long, String> differences(Path folder) {
        try (SqliteStore store = SqliteStore.openReadOnly(folder, SqliteStore.Options.standard())) {
            SortedMap<Long, String> kept = rows(store, store.states());
            SortedMap<Long, String> anew = rows(store, StateStore.empty());
            SortedMap<Long, String> differences = new TreeMap<>(kept);
            anew.forEach((key, row) -> differences.merge(key, row, (a, b) -> a.equals(b) ? "" : a + " != " + b));
            differences.values().removeIf(String::isEmpty);
            return differences;
        }
    }
}
