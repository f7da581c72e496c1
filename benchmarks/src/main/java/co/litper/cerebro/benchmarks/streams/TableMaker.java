package co.litper.cerebro.benchmarks.streams;

import co.litper.cerebro.benchmarks.BenchDataException;
import co.litper.cerebro.learners.stream.StreamSchema;
import co.litper.cerebro.world.Hash64;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes of cells what learners take: finds each column's kind, numbers its words, sets the target apart. */
final class TableMaker {
    /** Words of a feature that get statistics of their own; a column with more is folded by a hash. */
    private static final int MOST_WORDS = 256;

    private static final long FOLD_SEED = 1;

    private final RawColumns raw;
    private final List<String> notes = new ArrayList<>();

    private TableMaker(RawColumns raw) {
        this.raw = raw;
    }

    /**
     * The table of a file.
     *
     * @param target name of the target or its place from 0; null is the last column
     * @throws BenchDataException if there is no such column or its values do not fit the task
     */
    static StreamTable table(RawColumns raw, @Nullable String target, boolean regression) {
        return new TableMaker(raw).make(target, regression);
    }

    private StreamTable make(@Nullable String target, boolean regression) {
        int width = raw.names().size();
        if (width < 2) {
            throw new BenchDataException(
                    "the file has the one column " + raw.names() + ", a feature and a target are needed", null);
        }
        int at = place(target);
        List<@Nullable String[]> known =
                raw.rows().stream().filter(r -> r[at] != null).toList();
        if (known.size() < raw.rows().size()) {
            notes.add((raw.rows().size() - known.size()) + " rows without target left out");
        }
        if (known.isEmpty()) {
            throw new BenchDataException(
                    "no row has a value of the target " + raw.names().get(at), null);
        }
        double[][] rows = new double[known.size()][width - 1];
        int[] cardinalities = new int[width - 1];
        List<String> names = new ArrayList<>();
        for (int i = 0, j = 0; i < width; i++) {
            if (i != at) {
                names.add(raw.names().get(i));
                cardinalities[j] = feature(i, j, known, rows);
                j++;
            }
        }
        return regression
                ? new StreamTable(
                        StreamSchema.regression(cardinalities),
                        names,
                        List.of(),
                        rows,
                        new int[0],
                        targets(at, known),
                        notes)
                : classified(at, known, rows, cardinalities, names);
    }

    private int place(@Nullable String target) {
        List<String> names = raw.names();
        if (target == null) {
            return names.size() - 1;
        }
        if (names.contains(target)) {
            return names.indexOf(target);
        }
        if (target.chars().allMatch(c -> c >= '0' && c <= '9') && target.length() < 6 && !target.isEmpty()) {
            int at = Integer.parseInt(target);
            if (at < names.size()) {
                return at;
            }
        }
        throw new BenchDataException("no column " + target + ". Maybe one of " + names, null);
    }

    private boolean isNumeric(int column, List<@Nullable String[]> rows) {
        List<String> declared = raw.declared().get(column);
        if (declared != null && !declared.isEmpty()) {
            return false;
        }
        for (@Nullable String[] row : rows) {
            String cell = row[column];
            if (cell != null && !CsvColumns.isNumber(cell)) {
                return false;
            }
        }
        return true;
    }

    /** Fills feature {@code j} from a column and returns its cardinality, 0 if it is numeric. */
    private int feature(int column, int j, List<@Nullable String[]> known, double[][] rows) {
        if (isNumeric(column, known)) {
            for (int r = 0; r < rows.length; r++) {
                String cell = known.get(r)[column];
                rows[r][j] = cell == null ? Double.NaN : Double.parseDouble(cell);
            }
            return 0;
        }
        Map<String, Integer> places = new HashMap<>();
        List<String> declared = raw.declared().get(column);
        if (declared != null) {
            declared.forEach(word -> places.putIfAbsent(word, places.size()));
        }
        for (@Nullable String[] row : known) {
            String cell = row[column];
            if (cell != null) {
                places.putIfAbsent(cell, places.size());
            }
        }
        boolean folds = places.size() > MOST_WORDS;
        if (folds) {
            notes.add(raw.names().get(column) + " has " + places.size() + " words, folded into " + MOST_WORDS);
        }
        for (int r = 0; r < rows.length; r++) {
            String cell = known.get(r)[column];
            rows[r][j] = cell == null
                    ? Double.NaN
                    : folds ? Long.remainderUnsigned(Hash64.of(FOLD_SEED, cell), MOST_WORDS) : place(places, cell);
        }
        return folds ? MOST_WORDS : Math.max(2, places.size());
    }

    private static int place(Map<String, Integer> places, String word) {
        Integer place = places.get(word);
        if (place == null) {
            throw new IllegalStateException("word " + word + " has no place");
        }
        return place;
    }

    private double[] targets(int at, List<@Nullable String[]> known) {
        double[] targets = new double[known.size()];
        for (int r = 0; r < targets.length; r++) {
            String cell = known.get(r)[at];
            if (cell == null || !CsvColumns.isNumber(cell)) {
                throw new BenchDataException(
                        "target " + raw.names().get(at) + " of row " + (r + 1) + " is " + cell
                                + ", no number. Maybe it is a class; leave --task regression out.",
                        null);
            }
            targets[r] = Double.parseDouble(cell);
        }
        return targets;
    }

    private StreamTable classified(
            int at, List<@Nullable String[]> known, double[][] rows, int[] cardinalities, List<String> names) {
        Map<String, Integer> places = new HashMap<>();
        classes(at, known).forEach(name -> places.putIfAbsent(name, places.size()));
        if (places.size() > StreamSchema.MOST_CLASSES) {
            throw new BenchDataException(
                    "target " + raw.names().get(at) + " has " + places.size() + " values, at most "
                            + StreamSchema.MOST_CLASSES + " classes are judged. Maybe --task regression.",
                    null);
        }
        int[] labels = new int[rows.length];
        for (int r = 0; r < labels.length; r++) {
            labels[r] = place(places, String.valueOf(known.get(r)[at]));
        }
        List<String> classes = places.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
        return new StreamTable(
                StreamSchema.classification(classes.size(), cardinalities),
                names,
                classes,
                rows,
                labels,
                new double[0],
                notes);
    }

    /** Declared classes in their order; else numbers by size and words by alphabet. */
    private List<String> classes(int at, List<@Nullable String[]> known) {
        List<String> declared = raw.declared().get(at);
        List<String> classes = new ArrayList<>(declared == null ? List.of() : declared);
        TreeSet<String> found = isNumeric(at, known)
                ? new TreeSet<>((a, b) -> {
                    int order = Double.compare(Double.parseDouble(a), Double.parseDouble(b));
                    return order != 0 ? order : a.compareTo(b);
                })
                : new TreeSet<>();
        for (@Nullable String[] row : known) {
            String cell = row[at];
            if (cell != null) {
                found.add(cell);
            }
        }
        classes.addAll(found);
        return classes;
    }
}
