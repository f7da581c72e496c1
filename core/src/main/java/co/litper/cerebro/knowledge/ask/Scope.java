package co.litper.cerebro.knowledge.ask;

import co.litper.cerebro.knowledge.Estimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Some rows of a table and what is counted of them, those that do not tell it yet left out. */
record Scope(CaseTable table, Measure measure, int[] rows) {
    /** Guides shown beside a step. */
    static final int EXAMPLES = 3;

    static Scope of(CaseTable table, Measure measure) {
        return new Scope(
                table,
                measure,
                IntStream.range(0, table.size())
                        .filter(row -> table.isRipe(measure, row))
                        .toArray());
    }

    /** The rows that fit: alternatives within a factor, all factors together. */
    static IntPredicate fitting(CaseTable table, List<Condition> conditions) {
        Map<Factor, List<String>> levels = new EnumMap<>(Factor.class);
        conditions.forEach(
                c -> levels.computeIfAbsent(c.factor(), f -> new ArrayList<>()).add(c.level()));
        IntPredicate all = row -> true;
        for (Map.Entry<Factor, List<String>> factor : levels.entrySet()) {
            IntPredicate one = table.oneOf(factor.getKey(), factor.getValue());
            all = levels.size() == 1 ? one : all.and(one);
        }
        return all;
    }

    Scope where(IntPredicate wanted) {
        int[] kept = new int[rows.length];
        int count = 0;
        for (int row : rows) {
            if (wanted.test(row)) {
                kept[count++] = row;
            }
        }
        return new Scope(table, measure, Arrays.copyOf(kept, count));
    }

    Scope where(List<Condition> conditions) {
        return where(fitting(table, conditions));
    }

    Scope without(List<Condition> conditions) {
        return where(fitting(table, conditions).negate());
    }

    int size() {
        return rows.length;
    }

    /** From this value on a row counts as bad: any hit of a share, or more days than three in four need. */
    double badFrom() {
        if (measure.isShare()) {
            return 1;
        }
        double[] values = IntStream.of(rows)
                .mapToDouble(row -> table.value(measure, row))
                .sorted()
                .toArray();
        return values.length == 0 ? Double.MAX_VALUE : Math.nextUp(values[(int) (values.length * 0.75)]);
    }

    long bad(double from) {
        long bad = 0;
        for (int row : rows) {
            bad += table.value(measure, row) >= from ? 1 : 0;
        }
        return bad;
    }

    /** The share, or the mean of days, with its interval. */
    Estimate level() {
        if (measure.isShare()) {
            return Estimate.share(bad(1), rows.length);
        }
        double mean = IntStream.of(rows)
                .mapToDouble(row -> table.value(measure, row))
                .average()
                .orElse(Double.NaN);
        double squares = IntStream.of(rows)
                .mapToDouble(row -> Math.pow(table.value(measure, row) - mean, 2))
                .sum();
        double deviation = rows.length < 2 ? Double.NaN : Math.sqrt(squares / (rows.length - 1.0) / rows.length);
        return Estimate.normal(mean, deviation, rows.length);
    }

    /** A few guides that are bad, the newest first. */
    List<String> examples(double badFrom) {
        return IntStream.of(rows)
                .filter(row -> table.value(measure, row) >= badFrom)
                .boxed()
                .sorted((a, b) -> Integer.compare(table.begun(b), table.begun(a)))
                .limit(EXAMPLES)
                .map(table::guide)
                .toList();
    }
}
