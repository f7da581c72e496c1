package co.litper.cerebro.loop;

import co.litper.cerebro.log.StateStore;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The whole content of a state store as text, to compare two. */
final class Rows {
    private Rows() {}

    static List<String> of(StateStore store) {
        List<String> rows = new ArrayList<>();
        store.scanAll(row -> rows.add(row.key() + " " + row.kind() + " " + row.attention() + " " + row.dueMs() + " "
                + HexFormat.of().formatHex(row.bytes())));
        return rows;
    }
}
