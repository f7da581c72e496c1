package co.litper.cerebro.server.read;

import co.litper.cerebro.adapters.sql.Session;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Changes of one table of tallies, gathered over a batch and added to it at once. Its columns are an enum's; keys are up to
 * three numbers. One thread.
 */
final class Tallies<E extends Enum<E>> {
    private static final int MOST_KEYS = 3;

    private final String sql;
    private final int keys;
    private final int counts;
    private final SortedMap<Key, double[]> changes = new TreeMap<>();

    private record Key(long a, long b, long c) implements Comparable<Key> {
        @Override
        public int compareTo(Key o) {
            int byA = Long.compare(a, o.a);
            int byB = byA != 0 ? byA : Long.compare(b, o.b);
            return byB != 0 ? byB : Long.compare(c, o.c);
        }

        long part(int i) {
            return i == 0 ? a : i == 1 ? b : c;
        }
    }

    Tallies(String table, List<String> key, E[] columns) {
        if (key.size() > MOST_KEYS) {
            throw new IllegalArgumentException(table + " has " + key.size() + " keys, at most " + MOST_KEYS);
        }
        this.keys = key.size();
        this.counts = columns.length;
        List<String> names = new ArrayList<>(key);
        List<String> sums = new ArrayList<>();
        for (E column : columns) {
            names.add(column(column));
            sums.add(column(column) + " = " + table + "." + column(column) + " + excluded." + column(column));
        }
        this.sql = "INSERT INTO " + table + "(" + String.join(", ", names) + ") VALUES("
                + "?, ".repeat(names.size() - 1) + "?) ON CONFLICT(" + String.join(", ", key) + ") DO UPDATE SET "
                + String.join(", ", sums);
    }

    /** The column of a count, quoted: some are words of SQL. */
    static String column(Enum<?> count) {
        return '"' + count.name().toLowerCase(Locale.ROOT) + '"';
    }

    /** Adds to one count. */
    void add(E count, double amount, long... key) {
        if (amount != 0) {
            Key at = new Key(key[0], key[1], keys == MOST_KEYS ? key[2] : 0);
            changes.computeIfAbsent(at, k -> new double[counts])[count.ordinal()] += amount;
        }
    }

    /** Writes the changes and forgets them. */
    void flush(Session session) throws SQLException {
        PreparedStatement statement = session.statement(sql);
        for (var change : changes.entrySet()) {
            double[] amounts = change.getValue();
            if (Arrays.stream(amounts).allMatch(a -> a == 0)) {
                continue;
            }
            int at = 1;
            for (int i = 0; i < keys; i++) {
                statement.setLong(at++, change.getKey().part(i));
            }
            for (double amount : amounts) {
                if (amount == Math.rint(amount)) {
                    statement.setLong(at++, (long) amount);
                } else {
                    statement.setDouble(at++, amount);
                }
            }
            statement.executeUpdate();
        }
        changes.clear();
    }

    /** Forgets the changes, whose transaction failed. */
    void forget() {
        changes.clear();
    }
}
