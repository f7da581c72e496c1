package co.litper.cerebro.server.face.start;

import java.util.List;

/**
 * Where a file is dropped.
 *
 * @param example address of a file to try with
 * @param columns that are read
 */
public record DropModel(String example, List<Column> columns) {
    public DropModel {
        columns = List.copyOf(columns);
    }

    /**
     * A column of an export.
     *
     * @param heading the usual one
     * @param others by which it goes too; may be empty
     */
    public record Column(String heading, String others) {}
}
