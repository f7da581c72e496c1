package co.litper.cerebro.benchmarks.knowledge;

import co.litper.cerebro.knowledge.KnowledgeGraph;
import co.litper.cerebro.knowledge.ask.Analyst;
import co.litper.cerebro.knowledge.ask.Answer;
import co.litper.cerebro.knowledge.ask.CaseTable;
import co.litper.cerebro.knowledge.ask.Condition;
import co.litper.cerebro.knowledge.ask.Factor;
import co.litper.cerebro.knowledge.ask.Inquiry;
import co.litper.cerebro.knowledge.ask.Measure;
import co.litper.cerebro.knowledge.ask.QuestionKind;
import co.litper.cerebro.knowledge.ask.Step;
import co.litper.cerebro.logistics.CityDirectory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The floor: the level with the highest raw share among the asked city's parcels, or among all. */
final class Pivot {
    private static final List<Factor> COLUMNS =
            List.of(Factor.CARRIER, Factor.CITY, Factor.WEEKDAY, Factor.PRODUCT, Factor.PAYMENT, Factor.SHOP);

    private Pivot() {}

    static Optional<List<Condition>> worst(CaseTable table, Plant plant) {
        Analyst analyst = new Analyst(table, CityDirectory.packaged(), KnowledgeGraph::new);
        List<Condition> city =
                plant.truth().stream().filter(c -> c.factor() == Factor.CITY).toList();
        Measure measure = plant.question().contains("devoluciones") ? Measure.RETURNED : Measure.LATE;
        List<Condition> worst = null;
        double most = 0;
        for (Factor column : COLUMNS) {
            for (String level : table.levels(column)) {
                List<Condition> named = new ArrayList<>(city);
                Condition condition = new Condition(column, level);
                if (!city.isEmpty() && column == Factor.CITY) {
                    continue;
                }
                named.add(condition);
                double share = share(analyst, measure, named);
                if (share > most) {
                    most = share;
                    worst = named;
                }
            }
        }
        return Optional.ofNullable(worst);
    }

    private static double share(Analyst analyst, Measure measure, List<Condition> named) {
        Answer answer = analyst.answer(new Inquiry(QuestionKind.HOW_MANY, measure, named, null, null, null, "", false));
        return answer.steps().stream()
                .filter(step -> step.kind() == Step.Kind.LEVEL && step.figure().n() >= 30)
                .mapToDouble(step -> step.figure().value())
                .findFirst()
                .orElse(0);
    }
}
