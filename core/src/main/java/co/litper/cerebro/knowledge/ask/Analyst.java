package co.litper.cerebro.knowledge.ask;

import co.litper.cerebro.knowledge.KnowledgeGraph;
import co.litper.cerebro.logistics.CityDirectory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Answers questions about a merchant's shipments. Every figure is counted in the table or the graph; a question that they
 * cannot answer is told so. Not thread-safe. A why costs some passes over the table for each pair of factors; the others a
 * few passes.
 */
public final class Analyst {
    private final CaseTable table;
    private final QuestionReader reader;
    private final Supplier<KnowledgeGraph> graph;

    /** @param graph asked only for questions that need it */
    public Analyst(CaseTable table, CityDirectory cities, Supplier<KnowledgeGraph> graph) {
        this.table = table;
        this.reader = new QuestionReader(table, cities);
        this.graph = graph;
    }

    /** The answer to a question in Spanish or English. */
    public Answer ask(String question) {
        Inquiry inquiry = reader.read(question);
        if (QuestionReader.isPersonal(question)) {
            return refused(inquiry, Answer.Reason.PERSONAL);
        }
        if (QuestionReader.isOutside(question)) {
            return refused(inquiry, Answer.Reason.OUT_OF_SCOPE);
        }
        return answer(inquiry);
    }

    /** The answer to a question that was understood. */
    public Answer answer(Inquiry inquiry) {
        Scope scope = Scope.of(table, inquiry.measure());
        Rankings rankings = new Rankings(inquiry, scope);
        Changes changes = new Changes(inquiry, scope);
        Likeness likeness = new Likeness(inquiry, scope, graph);
        return switch (inquiry.kind()) {
            case WHY -> new WhyChain(inquiry, subject(inquiry), scope).answer();
            case COMPARE -> new Comparisons(inquiry, scope).compare();
            case WHAT_IF -> new Comparisons(inquiry, scope).whatIf();
            case TREND -> changes.trend();
            case UNUSUAL -> changes.unusual();
            case FORECAST -> changes.forecast();
            case WHAT_CHANGED -> changes.changed();
            case WHICH_CARRIER -> rankings.by(Factor.CARRIER, true);
            case WHERE ->
                rankings.by(inquiry.asked() == Factor.DEPARTMENT ? Factor.DEPARTMENT : Factor.CITY, inquiry.best());
            case WHEN -> rankings.by(Factor.WEEKDAY, inquiry.best());
            case WHO -> rankings.by(inquiry.asked() == Factor.SHOP ? Factor.SHOP : Factor.CARRIER, inquiry.best());
            case EXTREME -> rankings.by(inquiry.asked() == null ? Factor.CARRIER : inquiry.asked(), inquiry.best());
            case HOW_MANY -> rankings.howMany();
            case WHAT_WORKED -> likeness.whatWorked();
            case SIMILAR -> likeness.similar();
            case OTHER -> refused(inquiry, Answer.Reason.NOT_UNDERSTOOD);
        };
    }

    /** What a question is about: what it names, and its period as one more condition. */
    static List<Condition> subject(Inquiry inquiry) {
        List<Condition> subject = new ArrayList<>(inquiry.named());
        LocalDate from = inquiry.from();
        LocalDate to = inquiry.to();
        if (from != null && to != null) {
            subject.add(Periods.of((int) from.toEpochDay(), (int) to.toEpochDay()));
        }
        return subject;
    }

    static Answer refused(Inquiry inquiry, Answer.Reason reason) {
        return new Answer(inquiry, new Answer.Unanswerable(reason, 0, 0), List.of(), Answer.Sureness.LOW);
    }

    static Answer tooFew(Inquiry inquiry, long n, long needed) {
        return new Answer(
                inquiry, new Answer.Unanswerable(Answer.Reason.TOO_FEW, n, needed), List.of(), Answer.Sureness.LOW);
    }
}
