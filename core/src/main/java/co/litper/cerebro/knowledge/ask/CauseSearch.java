package co.litper.cerebro.knowledge.ask;

import co.litper.cerebro.knowledge.Estimate;
import co.litper.cerebro.learners.inference.ManyTests;
import co.litper.cerebro.learners.inference.Normal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Looks for what makes the rows of a scope bad, forwards: every level of every factor, every pair of levels, and every span of
 * weeks of a place or a carrier is tested with the causes found so far held equal; the one that explains most is taken, and
 * all are tested again. What only goes with a cause loses its effect once the cause is held equal.
 *
 * <p>A candidate is taken if it stands out beyond 1 % after the correction of Benjamini and Hochberg for all that were
 * tested, makes a difference that matters ({@link #LEAST_EFFECT}), and if a simpler one does not explain as much: pairs and
 * spans, being many, need more. At the end each cause must hold its own against the others and against carrier, city, product
 * and payment, as far as these are not part of it. O(rounds × factors² × rows).
 */
final class CauseSearch {
    /** Fewer exposed, or fewer others, tell nothing. */
    static final int LEAST_ROWS = 30;

    /** A difference of shares below this is of no use to anybody. */
    static final double LEAST_EFFECT = 0.03;

    /** Chance of luck above which nothing is accused. */
    static final double LEVEL = 0.01;

    /** More causes than this are no explanation. */
    private static final int MOST_CAUSES = 4;

    /** A difference must also be this part of the scope's own share. */
    private static final double LEAST_PART = 0.2;

    /** χ² that a pair must have more than a single level: its 1 % point. */
    private static final double PAIR = 6.6;

    /** The same for a span, whose two ends are searched for. */
    private static final double SPAN = 13.8;

    /** Levels by levels by strata of one table of counts; beyond it the rare levels are left out. */
    private static final int MOST_CELLS = 1 << 20;

    private static final List<Factor> CONTROLS = List.of(Factor.CARRIER, Factor.CITY, Factor.PRODUCT, Factor.PAYMENT);

    private final Scope scope;
    private final CaseTable table;
    private final double badFrom;
    private final List<Factor> factors;
    private final double leastEffect;
    private final List<List<Condition>> found = new ArrayList<>();
    private final List<Double> chances = new ArrayList<>();
    private final int[] strata;
    private int strataCount = 1;
    private double[] totals = new double[0];
    private double[] totalHits = new double[0];

    /** A cause as it holds with what goes with it held equal, or one that was cleared of it. */
    record Finding(List<Condition> parts, Estimate effect, double chance, Set<Factor> controlled, boolean holds) {}

    CauseSearch(Scope scope, double badFrom, Set<Factor> fixed) {
        this.scope = scope;
        this.table = scope.table();
        this.badFrom = badFrom;
        this.strata = new int[scope.size()];
        this.factors = Arrays.stream(Factor.values())
                .filter(f ->
                        f.isGiven() && !fixed.contains(f) && table.levels(f).size() > 1)
                .toList();
        double share = scope.size() == 0 ? 0 : (double) scope.bad(badFrom) / scope.size();
        this.leastEffect = Math.max(LEAST_EFFECT, LEAST_PART * share);
    }

    List<Finding> run() {
        while (found.size() < MOST_CAUSES) {
            Optional<Candidate> next = best();
            if (next.isEmpty()) {
                break;
            }
            take(sharpened(next.get().parts()));
        }
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            findings.add(judged(i));
        }
        return findings;
    }

    private Optional<Candidate> best() {
        countTotals();
        List<Candidate> all = new ArrayList<>();
        for (int i = 0; i < factors.size(); i++) {
            single(factors.get(i), all);
            for (int j = i + 1; j < factors.size(); j++) {
                if (!(factors.get(i) == Factor.CITY && factors.get(j) == Factor.DEPARTMENT)) {
                    pairs(factors.get(i), factors.get(j), all);
                }
            }
        }
        new Spans(this).add(null, all);
        for (Factor place : List.of(Factor.CARRIER, Factor.CITY, Factor.DEPARTMENT)) {
            if (factors.contains(place)) {
                new Spans(this).add(place, all);
            }
        }
        double[] chance = all.stream()
                .mapToDouble(c -> Math.min(1, 2 * Normal.below(-Math.abs(c.z()))))
                .toArray();
        double[] corrected = ManyTests.benjaminiHochberg(chance);
        int winner = -1;
        for (int i = 0; i < all.size(); i++) {
            Candidate c = all.get(i);
            boolean fits = corrected[i] <= LEVEL && c.merit() > 0 && c.effect() >= leastEffect;
            if (fits && (winner < 0 || c.merit() > all.get(winner).merit() + 1e-9)) {
                winner = i;
            }
        }
        if (winner < 0) {
            return Optional.empty();
        }
        chances.add(corrected[winner]);
        return Optional.of(all.get(winner));
    }

    private void single(Factor factor, List<Candidate> all) {
        int levels = table.levels(factor).size();
        double[] n = new double[levels * strataCount];
        double[] hits = new double[levels * strataCount];
        int[] column = table.column(factor);
        for (int i = 0; i < scope.size(); i++) {
            int row = scope.rows()[i];
            if (column[row] != CaseTable.OTHER) {
                int cell = column[row] * strataCount + strata[i];
                n[cell]++;
                hits[cell] += isBad(row) ? 1 : 0;
            }
        }
        for (int level = 0; level < levels; level++) {
            offer(List.of(condition(factor, level)), n, hits, level * strataCount, 0, all);
        }
    }

    private void pairs(Factor a, Factor b, List<Candidate> all) {
        int most = (int) Math.sqrt((double) MOST_CELLS / strataCount);
        int levelsA = Math.min(most, table.levels(a).size());
        int levelsB = Math.min(most, table.levels(b).size());
        double[] n = new double[levelsA * levelsB * strataCount];
        double[] hits = new double[n.length];
        int[] columnA = table.column(a);
        int[] columnB = table.column(b);
        for (int i = 0; i < scope.size(); i++) {
            int row = scope.rows()[i];
            int levelA = columnA[row];
            int levelB = columnB[row];
            if (levelA >= 0 && levelA < levelsA && levelB >= 0 && levelB < levelsB) {
                int cell = (levelA * levelsB + levelB) * strataCount + strata[i];
                n[cell]++;
                hits[cell] += isBad(row) ? 1 : 0;
            }
        }
        for (int pair = 0; pair < levelsA * levelsB; pair++) {
            List<Condition> parts = List.of(condition(a, pair / levelsB), condition(b, pair % levelsB));
            offer(parts, n, hits, pair * strataCount, PAIR, all);
        }
    }

    /** Adds a candidate whose counts by stratum stand from {@code at} on, if enough are exposed and enough are not. */
    private void offer(List<Condition> parts, double[] n, double[] hits, int at, double penalty, List<Candidate> all) {
        double exposed = 0;
        for (int s = 0; s < strataCount; s++) {
            exposed += n[at + s];
        }
        if (exposed < LEAST_ROWS || scope.size() - exposed < LEAST_ROWS) {
            return;
        }
        Stratified test = new Stratified();
        for (int s = 0; s < strataCount; s++) {
            test.add(hits[at + s], n[at + s], totalHits[s] - hits[at + s], totals[s] - n[at + s]);
        }
        Estimate effect = test.difference();
        if (Double.isFinite(effect.value())) {
            all.add(new Candidate(parts, test.z(), penalty, effect.value(), (long) exposed));
        }
    }

    void offerSpan(List<Condition> parts, double[] n, double[] hits, List<Candidate> all) {
        offer(parts, n, hits, 0, SPAN + (parts.size() > 1 ? PAIR : 0), all);
    }

    private void take(List<Condition> parts) {
        IntPredicate fits = Scope.fitting(table, parts);
        for (int i = 0; i < strata.length; i++) {
            strata[i] = strata[i] * 2 + (fits.test(scope.rows()[i]) ? 1 : 0);
        }
        strataCount *= 2;
        found.add(parts);
    }

    /** The ends of a span moved by days, one end after the other, to where it explains most. */
    private List<Condition> sharpened(List<Condition> parts) {
        Condition span = parts.getLast();
        if (span.factor() != Factor.PERIOD) {
            return parts;
        }
        List<Condition> best = parts;
        double most = z(parts);
        for (boolean end : new boolean[] {false, true}) {
            Condition around = best.getLast();
            for (int shift = -Spans.WEEK; shift <= Spans.WEEK; shift++) {
                int from = Periods.from(around.level()) + (end ? 0 : shift);
                int to = Periods.to(around.level()) + (end ? shift : 0);
                if (from <= to) {
                    List<Condition> moved = new ArrayList<>(parts.subList(0, parts.size() - 1));
                    moved.add(Periods.of(from, to));
                    double z = z(moved);
                    if (z > most) {
                        most = z;
                        best = moved;
                    }
                }
            }
        }
        return best;
    }

    private double z(List<Condition> parts) {
        IntPredicate fits = Scope.fitting(table, parts);
        double[] n = new double[strataCount];
        double[] hits = new double[strataCount];
        for (int i = 0; i < strata.length; i++) {
            if (fits.test(scope.rows()[i])) {
                n[strata[i]]++;
                hits[strata[i]] += isBad(scope.rows()[i]) ? 1 : 0;
            }
        }
        Stratified test = new Stratified();
        for (int s = 0; s < strataCount; s++) {
            test.add(hits[s], n[s], totalHits[s] - hits[s], totals[s] - n[s]);
        }
        return test.z();
    }

    /** How a cause holds against the other causes and the usual suspects. */
    private Finding judged(int at) {
        List<Condition> parts = found.get(at);
        List<IntPredicate> others = new ArrayList<>();
        Set<Factor> controlled = EnumSet.noneOf(Factor.class);
        for (int i = 0; i < found.size(); i++) {
            if (i != at) {
                others.add(Scope.fitting(table, found.get(i)));
                found.get(i).forEach(c -> controlled.add(c.factor()));
            }
        }
        List<Factor> held = CONTROLS.stream()
                .filter(f -> factors.contains(f) && parts.stream().noneMatch(c -> overlaps(c.factor(), f)))
                .toList();
        controlled.addAll(held);
        Stratified test = Contrast.stratified(scope, badFrom, Scope.fitting(table, parts), held, others);
        Estimate effect = test.difference();
        boolean holds = test.z() > 0 && test.chance() <= LEVEL && effect.value() >= LEAST_EFFECT;
        return new Finding(parts, effect, Math.max(chances.get(at), test.chance()), controlled, holds);
    }

    static boolean overlaps(Factor a, Factor b) {
        boolean placeA = a == Factor.CITY || a == Factor.DEPARTMENT;
        boolean placeB = b == Factor.CITY || b == Factor.DEPARTMENT;
        return a == b || (placeA && placeB);
    }

    private void countTotals() {
        totals = new double[strataCount];
        totalHits = new double[strataCount];
        for (int i = 0; i < strata.length; i++) {
            totals[strata[i]]++;
            totalHits[strata[i]] += isBad(scope.rows()[i]) ? 1 : 0;
        }
    }

    boolean isBad(int row) {
        return table.value(scope.measure(), row) >= badFrom;
    }

    Condition condition(Factor factor, int level) {
        return new Condition(factor, table.levels(factor).get(level));
    }

    Scope scope() {
        return scope;
    }

    int[] strata() {
        return strata;
    }

    int strataCount() {
        return strataCount;
    }
}
