package co.litper.cerebro.server.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Counts of one table of tallies, by name.
 *
 * @param <E> the table's columns
 */
final class Sums<E extends Enum<E>> {
    private final double[] values;

    private Sums(double[] values) {
        this.values = values;
    }

    static <E extends Enum<E>> Sums<E> none(E[] columns) {
        return new Sums<>(new double[columns.length]);
    }

    /** The counts that stand in {@code rows} from column {@code from} on. */
    static <E extends Enum<E>> Sums<E> read(ResultSet rows, int from, E[] columns) throws SQLException {
        double[] values = new double[columns.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = rows.getDouble(from + i);
        }
        return new Sums<>(values);
    }

    /** The columns summed over rows, as SQL. */
    static String summed(Enum<?>[] columns) {
        return Arrays.stream(columns)
                .map(c -> "coalesce(sum(" + Tallies.column(c) + "), 0)")
                .collect(Collectors.joining(", "));
    }

    /** The columns, as SQL. */
    static String plain(Enum<?>[] columns) {
        return Arrays.stream(columns).map(Tallies::column).collect(Collectors.joining(", "));
    }

    double of(E count) {
        return values[count.ordinal()];
    }

    long count(E count) {
        return Math.round(values[count.ordinal()]);
    }

    /** Adds to one count. */
    void add(E count, double amount) {
        values[count.ordinal()] += amount;
    }

    /** Adds others to these. */
    void add(Sums<E> others) {
        for (int i = 0; i < values.length; i++) {
            values[i] += others.values[i];
        }
    }
}
