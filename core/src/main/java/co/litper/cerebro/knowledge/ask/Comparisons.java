package co.litper.cerebro.knowledge.ask;

import co.litper.cerebro.knowledge.Estimate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/** Holds two of a kind against each other, and one world against another. */
final class Comparisons {
    private final Inquiry inquiry;
    private final Scope scope;
    private final List<Condition> subject;

    Comparisons(Inquiry inquiry, Scope scope) {
        this.inquiry = inquiry;
        this.scope = scope;
        this.subject = Analyst.subject(inquiry);
    }

    /** The first two conditions of one factor against each other; one alone against the rest. */
    Answer compare() {
        Optional<Factor> twice = subject.stream()
                .map(Condition::factor)
                .filter(f -> subject.stream().filter(c -> c.factor() == f).count() >= 2)
                .findFirst();
        if (subject.isEmpty()) {
            return Analyst.refused(inquiry, Answer.Reason.NOT_NAMED);
        }
        Factor factor = twice.orElse(subject.getFirst().factor());
        List<Condition> sides =
                subject.stream().filter(c -> c.factor() == factor).limit(2).toList();
        List<Condition> within =
                subject.stream().filter(c -> c.factor() != factor).toList();
        Scope here = scope.where(within);
        Scope one = here.where(List.of(sides.getFirst()));
        Scope other = twice.isPresent() ? here.where(List.of(sides.getLast())) : here.without(sides);
        long fewer = Math.min(one.size(), other.size());
        if (fewer < CauseSearch.LEAST_ROWS) {
            return Analyst.tooFew(inquiry, fewer, CauseSearch.LEAST_ROWS);
        }
        List<Condition> first = joined(within, sides.getFirst());
        List<Condition> second = twice.isPresent() ? joined(within, sides.getLast()) : within;
        List<Step> steps = new ArrayList<>();
        steps.add(Step.of(Step.Kind.LEVEL, first, here.measure(), one.level()).with(one.examples(here.badFrom())));
        Step rest =
                Step.of(Step.Kind.LEVEL, second, here.measure(), other.level()).with(other.examples(here.badFrom()));
        steps.add(twice.isPresent() ? rest : rest.against(sides));
        Step adjusted = adjusted(here, one, other, factor, first, second);
        steps.add(adjusted);
        boolean differs = adjusted.p() <= CauseSearch.LEVEL;
        Answer.Verdict verdict = differs ? new Answer.Told(adjusted) : new Answer.NoDifference(adjusted);
        return new Answer(inquiry, verdict, steps, differs ? Answer.Sureness.HIGH : Answer.Sureness.FAIR);
    }

    private Step adjusted(
            Scope here, Scope one, Scope other, Factor factor, List<Condition> first, List<Condition> second) {
        Set<Integer> ones = new HashSet<>();
        Set<Integer> both = new HashSet<>();
        for (int row : one.rows()) {
            ones.add(row);
            both.add(row);
        }
        for (int row : other.rows()) {
            both.add(row);
        }
        List<Factor> held =
                List.of(Factor.CITY, Factor.CARRIER, Factor.PRODUCT, Factor.WEEKDAY, Factor.PAYMENT).stream()
                        .filter(f -> !CauseSearch.overlaps(f, factor)
                                && scope.table().levels(f).size() > 1)
                        .toList();
        Stratified test =
                Contrast.stratified(here.where(both::contains), here.badFrom(), ones::contains, held, List.of());
        return Step.of(Step.Kind.ADJUSTED, first, here.measure(), test.difference())
                .against(second)
                .tested(test.chance(), Set.copyOf(held));
    }

    private static List<Condition> joined(List<Condition> within, Condition more) {
        List<Condition> joined = new ArrayList<>(within);
        joined.add(more);
        return joined;
    }

    /**
     * What the subject would come to if all of it went with the named carrier: in each city and product the carrier's own
     * share, weighed by what the subject holds. Cells where that carrier has too few are left out and told by n.
     */
    Answer whatIf() {
        Optional<Condition> carrier =
                subject.stream().filter(c -> c.factor() == Factor.CARRIER).findFirst();
        if (carrier.isEmpty()) {
            return Analyst.refused(inquiry, Answer.Reason.NOT_NAMED);
        }
        List<Condition> within =
                subject.stream().filter(c -> c.factor() != Factor.CARRIER).toList();
        Scope here = scope.where(within);
        Scope with = here.where(List.of(carrier.get()));
        if (with.size() < CauseSearch.LEAST_ROWS) {
            return Analyst.tooFew(inquiry, with.size(), CauseSearch.LEAST_ROWS);
        }
        Estimate assumed = standardised(here, Scope.fitting(scope.table(), List.of(carrier.get())));
        List<Step> steps = new ArrayList<>();
        steps.add(Step.of(Step.Kind.LEVEL, within, here.measure(), here.level()));
        steps.add(Step.of(Step.Kind.LEVEL, joined(within, carrier.get()), here.measure(), with.level())
                .with(with.examples(here.badFrom())));
        Step told = Step.of(Step.Kind.ASSUMED, within, here.measure(), assumed)
                .against(List.of(carrier.get()))
                .tested(Double.NaN, Set.of(Factor.CITY, Factor.PRODUCT));
        steps.add(told);
        return new Answer(inquiry, new Answer.Told(told), steps, Answer.Sureness.FAIR);
    }

    private Estimate standardised(Scope here, IntPredicate exposed) {
        CaseTable table = scope.table();
        Map<Long, double[]> cells = new HashMap<>();
        for (int row : here.rows()) {
            long key = table.column(Factor.CITY)[row] * 1_000L + table.column(Factor.PRODUCT)[row];
            double[] cell = cells.computeIfAbsent(key, k -> new double[3]);
            cell[0]++;
            if (exposed.test(row)) {
                cell[1]++;
                cell[2] += table.value(here.measure(), row);
            }
        }
        double weight = 0;
        double sum = 0;
        double variance = 0;
        for (double[] cell : cells.values().stream().filter(c -> c[1] >= 5).toList()) {
            double mean = cell[2] / cell[1];
            weight += cell[0];
            sum += cell[0] * mean;
            variance += cell[0] * cell[0] * Math.max(mean * (1 - mean), 1 / (cell[1] + 1)) / cell[1];
        }
        return weight == 0
                ? new Estimate(Double.NaN, Double.NaN, Double.NaN, 0)
                : Estimate.normal(sum / weight, Math.sqrt(variance) / weight, (long) weight);
    }
}
