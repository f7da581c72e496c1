package co.litper.cerebro.knowledge.ask;

import co.litper.cerebro.knowledge.Estimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Orders the levels of a factor, and counts. */
final class Rankings {
    /** Places told. */
    private static final int MOST_PLACES = 5;

    private final Inquiry inquiry;
    private final Scope scope;
    private final List<Condition> subject;

    Rankings(Inquiry inquiry, Scope scope) {
        this.inquiry = inquiry;
        this.scope = scope;
        this.subject = Analyst.subject(inquiry);
    }

    /**
     * The levels by the end of their interval that speaks against them, so that few shipments win no place by luck; then the
     * first, with what goes along held equal: the best against the second, the worst against all the others.
     */
    Answer by(Factor factor, boolean best) {
        List<Condition> within =
                subject.stream().filter(c -> c.factor() != factor).toList();
        Scope here = scope.where(within);
        List<Step> places = new ArrayList<>();
        for (String level : scope.table().levels(factor)) {
            Condition condition = new Condition(factor, level);
            Scope of = here.where(List.of(condition));
            if (of.size() >= CauseSearch.LEAST_ROWS) {
                List<Condition> joined = new ArrayList<>(within);
                joined.add(condition);
                places.add(Step.of(Step.Kind.RANK, joined, here.measure(), of.level())
                        .with(of.examples(here.badFrom())));
            }
        }
        if (places.size() < 2) {
            return Analyst.tooFew(inquiry, here.size(), 2L * CauseSearch.LEAST_ROWS);
        }
        places.sort(
                best
                        ? Comparator.comparingDouble(step -> step.figure().high())
                        : Comparator.comparingDouble(step -> -step.figure().low()));
        Step first = places.getFirst();
        Step tested = tested(first, best ? places.get(1).subject() : List.of(), here, within, factor);
        List<Step> steps = new ArrayList<>(places.subList(0, Math.min(MOST_PLACES, places.size())));
        steps.add(tested);
        boolean sure = tested.p() <= CauseSearch.LEVEL;
        return new Answer(
                inquiry,
                new Answer.Told(first),
                steps,
                sure ? Answer.Sureness.HIGH : tested.p() <= 0.05 ? Answer.Sureness.FAIR : Answer.Sureness.LOW);
    }

    private static Step tested(Step first, List<Condition> second, Scope here, List<Condition> within, Factor factor) {
        List<Factor> held = List.of(Factor.CITY, Factor.CARRIER, Factor.PRODUCT, Factor.WEEKDAY).stream()
                .filter(f -> !CauseSearch.overlaps(f, factor)
                        && within.stream().noneMatch(c -> CauseSearch.overlaps(c.factor(), f)))
                .toList();
        List<Condition> own = List.of(first.subject().getLast());
        Scope both = second.isEmpty() ? here : here.where(List.of(own.getFirst(), second.getLast()));
        Stratified test = Contrast.stratified(both, here.badFrom(), Scope.fitting(here.table(), own), held, List.of());
        return Step.of(Step.Kind.ADJUSTED, first.subject(), here.measure(), test.difference())
                .against(second)
                .tested(test.chance(), Set.copyOf(held));
    }

    Answer howMany() {
        Scope here = scope.where(subject);
        CaseTable table = scope.table();
        long all = IntStream.range(0, table.size())
                .filter(Scope.fitting(table, subject))
                .count();
        if (all == 0) {
            return Analyst.tooFew(inquiry, 0, 1);
        }
        List<Step> steps = new ArrayList<>();
        steps.add(Step.of(Step.Kind.COUNT, subject, inquiry.measure(), Estimate.count(all)));
        if (here.size() > 0) {
            steps.add(Step.of(Step.Kind.LEVEL, subject, inquiry.measure(), here.level())
                    .with(here.examples(here.badFrom())));
        }
        return new Answer(
                inquiry,
                new Answer.Told(steps.getLast()),
                steps,
                here.size() >= CauseSearch.LEAST_ROWS ? Answer.Sureness.HIGH : Answer.Sureness.LOW);
    }
}
