package co.litper.cerebro.cluster.debezium;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One row that came, changed or went.
 *
 * @param id the same whenever the same change is told again
 * @param table {@code schema.table}
 * @param kind what happened to it
 * @param row how it stands now, by column; how it stood at last, as far as the table's replica identity tells, if it went
 * @param before how it stood, where the table's replica identity tells; empty else
 * @param atMs epoch milliseconds of the commit in the shop's database; of the snapshot for what stood there
 */
public record Change(String id, String table, Kind kind, JsonNode row, JsonNode before, long atMs) {

    /** What happened to a row. */
    public enum Kind {
        /** It stood there when listening began. */
        STOOD("stood"),
        INSERTED("inserted"),
        UPDATED("updated"),
        DELETED("deleted");

        private final String wire;

        Kind(String wire) {
            this.wire = wire;
        }

        /** As mapping files compare it. */
        public String wire() {
            return wire;
        }
    }

    /** What a mapping file sees: {@code id, table, kind, at, row, before}. */
    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", id).put("table", table).put("kind", kind.wire()).put("at", atMs);
        json.set("row", row);
        json.set("before", before);
        return json;
    }
}
