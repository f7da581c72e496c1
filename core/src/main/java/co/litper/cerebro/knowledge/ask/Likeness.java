package co.litper.cerebro.knowledge.ask;

import co.litper.cerebro.knowledge.EdgeStatistics;
import co.litper.cerebro.knowledge.Estimate;
import co.litper.cerebro.knowledge.KnowledgeGraph;
import co.litper.cerebro.knowledge.RelationType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** What answers to a novedad came to, by the graph, and shipments like one that is named. */
final class Likeness {
    private static final int MOST_ALIKE = 5;
    private static final int LEAST_ANSWERED = 10;
    private static final List<Factor> COMPARED = List.of(
            Factor.CITY, Factor.CARRIER, Factor.PRODUCT, Factor.ISSUE, Factor.PAYMENT, Factor.VALUE, Factor.WEEKDAY);

    private final Inquiry inquiry;
    private final Scope scope;
    private final Supplier<KnowledgeGraph> graph;

    Likeness(Inquiry inquiry, Scope scope, Supplier<KnowledgeGraph> graph) {
        this.inquiry = inquiry;
        this.scope = scope;
        this.graph = graph;
    }

    /** Answers to the named novedad by the least share that was delivered with any certainty. */
    Answer whatWorked() {
        Optional<Condition> issue =
                inquiry.named().stream().filter(c -> c.factor() == Factor.ISSUE).findFirst();
        if (issue.isEmpty()) {
            return Analyst.refused(inquiry, Answer.Reason.NOT_NAMED);
        }
        List<Step> answers = new ArrayList<>();
        long seen = 0;
        for (KnowledgeGraph.Aggregate edge : graph.get().aggregates(RelationType.SOLVED_BY, Long.MAX_VALUE - 1)) {
            if (edge.from().name().equals(issue.get().level())) {
                EdgeStatistics figures = edge.figures();
                seen += figures.n();
                if (figures.n() >= LEAST_ANSWERED) {
                    answers.add(Step.of(
                                    Step.Kind.ANSWERED,
                                    List.of(issue.get()),
                                    Measure.RETURNED,
                                    Estimate.share(figures.n() - figures.returned(), figures.n()))
                            .with(List.of(edge.to().name())));
                }
            }
        }
        if (answers.isEmpty()) {
            return Analyst.tooFew(inquiry, seen, LEAST_ANSWERED);
        }
        answers.sort(Comparator.comparingDouble(step -> -step.figure().low()));
        boolean apart = answers.size() > 1
                && answers.getFirst().figure().low() > answers.get(1).figure().high();
        return new Answer(
                inquiry,
                new Answer.Told(answers.getFirst()),
                answers,
                apart ? Answer.Sureness.HIGH : Answer.Sureness.FAIR);
    }

    /** The shipments that agree with the named one in most, the rarer the agreement the more. */
    Answer similar() {
        CaseTable table = scope.table();
        int row = IntStream.range(0, table.size())
                .filter(i -> table.guide(i).equals(inquiry.guide()))
                .findFirst()
                .orElse(-1);
        if (row < 0) {
            return Analyst.refused(inquiry, Answer.Reason.NOT_NAMED);
        }
        double[] weights = weights(row);
        int[] nearest = IntStream.of(scope.rows())
                .filter(other -> other != row)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(other -> -agreement(row, other, weights))
                        .thenComparing(other -> -table.begun(other)))
                .limit(200)
                .mapToInt(Integer::intValue)
                .toArray();
        if (nearest.length < MOST_ALIKE) {
            return Analyst.tooFew(inquiry, nearest.length, MOST_ALIKE);
        }
        Scope like = new Scope(
                table, scope.measure(), IntStream.of(nearest).limit(50).toArray());
        List<Step> steps = new ArrayList<>();
        Step level = Step.of(Step.Kind.LEVEL, shared(row), scope.measure(), like.level());
        steps.add(level);
        IntStream.of(nearest)
                .limit(MOST_ALIKE)
                .forEach(other -> steps.add(Step.of(
                                Step.Kind.ALIKE,
                                shared(other),
                                scope.measure(),
                                new Estimate(table.value(scope.measure(), other), Double.NaN, Double.NaN, 1))
                        .with(List.of(table.guide(other)))));
        return new Answer(inquiry, new Answer.Told(level), steps, Answer.Sureness.FAIR);
    }

    private List<Condition> shared(int row) {
        CaseTable table = scope.table();
        List<Condition> shared = new ArrayList<>();
        for (Factor factor : List.of(Factor.CITY, Factor.CARRIER, Factor.PRODUCT, Factor.ISSUE)) {
            int level = table.column(factor)[row];
            if (level >= 0) {
                shared.add(new Condition(factor, table.levels(factor).get(level)));
            }
        }
        return shared;
    }

    /** −ln of how common the row's level is, so that a rare city tells more than a common weekday. */
    private double[] weights(int row) {
        CaseTable table = scope.table();
        double[] weights = new double[COMPARED.size()];
        for (int f = 0; f < weights.length; f++) {
            int[] column = table.column(COMPARED.get(f));
            long same = IntStream.of(scope.rows())
                    .filter(i -> column[i] == column[row])
                    .count();
            weights[f] = -Math.log((same + 1.0) / (scope.size() + 1.0));
        }
        return weights;
    }

    private double agreement(int row, int other, double[] weights) {
        double sum = 0;
        for (int f = 0; f < weights.length; f++) {
            int[] column = scope.table().column(COMPARED.get(f));
            sum += column[row] == column[other] ? weights[f] : 0;
        }
        return sum;
    }
}
