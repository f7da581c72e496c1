package co.litper.cerebro.knowledge.ask;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/** Holds exposed rows of a scope against the others, factors held equal. */
final class Contrast {
    private static final int EXPOSED = 2;
    private static final int BAD = 1;
    /** Bits of a row below its stratum: whether it is exposed, whether it is bad. */
    private static final int BITS = 2;

    private Contrast() {}

    /**
     * One stratum for each combination of levels of {@code held} and of yes and no to each of {@code others}. O(n log n) for n rows,
     * with eight bytes a row and nothing else allocated.
     */
    static Stratified stratified(
            Scope scope, double badFrom, IntPredicate exposed, List<Factor> held, List<IntPredicate> others) {
        CaseTable table = scope.table();
        int[] rows = scope.rows();
        long[] strata = new long[rows.length];
        for (Factor factor : held) {
            int[] column = table.column(factor);
            long levels = table.levels(factor).size() + 1L;
            for (int i = 0; i < rows.length; i++) {
                strata[i] = strata[i] * levels + column[rows[i]] + 1;
            }
        }
        for (IntPredicate other : others) {
            for (int i = 0; i < rows.length; i++) {
                strata[i] = strata[i] * 2 + (other.test(rows[i]) ? 1 : 0);
            }
        }
        for (int i = 0; i < rows.length; i++) {
            int bits = exposed.test(rows[i]) ? EXPOSED : 0;
            bits += table.value(scope.measure(), rows[i]) >= badFrom ? BAD : 0;
            strata[i] = strata[i] << BITS | bits;
        }
        Arrays.sort(strata);
        return counted(strata);
    }

    /** In order of strata, so that the same rows give the same sums to the last bit. */
    private static Stratified counted(long[] ordered) {
        Stratified test = new Stratified();
        int[] counts = new int[1 << BITS];
        for (int i = 0; i < ordered.length; i++) {
            counts[(int) (ordered[i] & EXPOSED + BAD)]++;
            if (i + 1 == ordered.length || ordered[i + 1] >> BITS != ordered[i] >> BITS) {
                test.add(
                        counts[EXPOSED + BAD],
                        counts[EXPOSED] + counts[EXPOSED + BAD],
                        counts[BAD],
                        counts[0] + counts[BAD]);
                Arrays.fill(counts, 0);
            }
        }
        return test;
    }

    /** Without anything held equal. */
    static Stratified crude(Scope scope, double badFrom, IntPredicate exposed) {
        return stratified(scope, badFrom, exposed, List.of(), List.of());
    }
}
