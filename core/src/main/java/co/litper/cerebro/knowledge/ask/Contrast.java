package co.litper.cerebro.knowledge.ask;

import co.litper.cerebro.world.Hash64;
import co.litper.cerebro.world.LongMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/** Holds exposed rows of a scope against the others, factors held equal. */
final class Contrast {
    private static final long FACTOR = 1_000_003;

    /** How many rows of a stratum are exposed and not, and how many of each are bad. */
    private static final class Cell {
        private final long key;
        private int exposed;
        private int exposedBad;
        private int others;
        private int othersBad;

        Cell(long key) {
            this.key = key;
        }

        void add(boolean isExposed, boolean isBad) {
            exposed += isExposed ? 1 : 0;
            exposedBad += isExposed && isBad ? 1 : 0;
            others += isExposed ? 0 : 1;
            othersBad += !isExposed && isBad ? 1 : 0;
        }
    }

    private Contrast() {}

    /** One stratum for each combination of levels of {@code held} and of yes and no to each of {@code others}. */
    static Stratified stratified(
            Scope scope, double badFrom, IntPredicate exposed, List<Factor> held, List<IntPredicate> others) {
        CaseTable table = scope.table();
        int[][] columns = held.stream().map(table::column).toArray(int[][]::new);
        LongMap<Cell> cells = new LongMap<>();
        for (int row : scope.rows()) {
            long key = 1;
            for (int[] column : columns) {
                key = key * FACTOR + column[row] + 1;
            }
            for (IntPredicate other : others) {
                key = key * 2 + (other.test(row) ? 1 : 0);
            }
            long hash = Hash64.mix(key);
            Cell cell = cells.get(hash);
            if (cell == null) {
                cell = new Cell(key);
                cells.put(hash, cell);
            }
            cell.add(exposed.test(row), table.value(scope.measure(), row) >= badFrom);
        }
        return inOrder(cells);
    }

    /** By key, so that the same rows give the same sums to the last bit. */
    private static Stratified inOrder(LongMap<Cell> cells) {
        List<Cell> ordered = new ArrayList<>(cells.size());
        cells.forEach(ordered::add);
        ordered.sort(Comparator.comparingLong(cell -> cell.key));
        Stratified test = new Stratified();
        ordered.forEach(c -> test.add(c.exposedBad, c.exposed, c.othersBad, c.others));
        return test;
    }

    /** Without anything held equal. */
    static Stratified crude(Scope scope, double badFrom, IntPredicate exposed) {
        return stratified(scope, badFrom, exposed, List.of(), List.of());
    }
}
