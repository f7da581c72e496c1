package co.litper.cerebro.knowledge.ask;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** Holds exposed rows of a scope against the others, factors held equal. */
final class Contrast {
    private static final long FACTOR = 1_000_003;

    private Contrast() {}

    /** One stratum for each combination of levels of {@code held} and of yes and no to each of {@code others}. */
    static Stratified stratified(
            Scope scope, double badFrom, IntPredicate exposed, List<Factor> held, List<IntPredicate> others) {
        CaseTable table = scope.table();
        Map<Long, double[]> cells = new HashMap<>();
        for (int row : scope.rows()) {
            long key = 1;
            for (Factor factor : held) {
                key = key * FACTOR + table.column(factor)[row] + 1;
            }
            for (IntPredicate other : others) {
                key = key * 2 + (other.test(row) ? 1 : 0);
            }
            double[] cell = cells.computeIfAbsent(key, k -> new double[4]);
            int side = exposed.test(row) ? 0 : 2;
            cell[side]++;
            cell[side + 1] += table.value(scope.measure(), row) >= badFrom ? 1 : 0;
        }
        Stratified test = new Stratified();
        cells.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .forEach(c -> test.add(c[1], c[0], c[3], c[2]));
        return test;
    }

    /** Without anything held equal. */
    static Stratified crude(Scope scope, double badFrom, IntPredicate exposed) {
        return stratified(scope, badFrom, exposed, List.of(), List.of());
    }
}
