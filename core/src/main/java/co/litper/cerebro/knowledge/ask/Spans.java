package co.litper.cerebro.knowledge.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Offers spans of whole weeks, of all rows or of each level of a place or a carrier, as candidates. */
final class Spans {
    static final int WEEK = 7;

    /** Lengths tried, in weeks; the ends are moved by days later. */
    private static final int[] WEEKS = {1, 2, 3, 4, 6, 8, 12};

    /** About three years; older rows lie in the first week. */
    private static final int MOST_WEEKS = 160;

    /** Levels looked at week by week, the most frequent. */
    private static final int MOST_LEVELS = 80;

    private final CauseSearch search;
    private final Scope scope;

    Spans(CauseSearch search) {
        this.search = search;
        this.scope = search.scope();
    }

    void add(@Nullable Factor place, List<Candidate> all) {
        if (scope.size() == 0) {
            return;
        }
        CaseTable table = scope.table();
        int last = IntStream.of(scope.rows()).map(table::begun).max().orElse(0);
        int first =
                Math.max(IntStream.of(scope.rows()).map(table::begun).min().orElse(0), last - MOST_WEEKS * WEEK + 1);
        int weeks = (last - first) / WEEK + 1;
        int levels =
                place == null ? 1 : Math.min(MOST_LEVELS, table.levels(place).size());
        int strata = search.strataCount();
        double[] n = new double[levels * (weeks + 1) * strata];
        double[] hits = new double[n.length];
        for (int i = 0; i < scope.size(); i++) {
            int row = scope.rows()[i];
            int level = place == null ? 0 : table.column(place)[row];
            if (level >= 0 && level < levels) {
                int week = Math.max(0, table.begun(row) - first) / WEEK;
                int cell = (level * (weeks + 1) + week + 1) * strata + search.strata()[i];
                n[cell]++;
                hits[cell] += search.isBad(row) ? 1 : 0;
            }
        }
        for (int level = 0; level < levels; level++) {
            int base = level * (weeks + 1) * strata;
            accumulate(n, base, weeks, strata);
            accumulate(hits, base, weeks, strata);
            for (int length : WEEKS) {
                for (int from = 0; from + length <= weeks && length < weeks; from++) {
                    List<Condition> parts = new ArrayList<>();
                    if (place != null) {
                        parts.add(search.condition(place, level));
                    }
                    parts.add(Periods.of(first + from * WEEK, first + (from + length) * WEEK - 1));
                    search.offerSpan(
                            parts,
                            between(n, base, from, from + length, strata),
                            between(hits, base, from, from + length, strata),
                            all);
                }
            }
        }
    }

    private static void accumulate(double[] counts, int base, int weeks, int strata) {
        for (int i = base + strata; i < base + (weeks + 1) * strata; i++) {
            counts[i] += counts[i - strata];
        }
    }

    private static double[] between(double[] counts, int base, int from, int to, int strata) {
        double[] difference = new double[strata];
        for (int s = 0; s < strata; s++) {
            difference[s] = counts[base + to * strata + s] - counts[base + from * strata + s];
        }
        return difference;
    }
}
