package co.litper.cerebro.server.face.knowledge;

import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.knowledge.AsOf;
import co.litper.cerebro.knowledge.KnowledgeGraph;
import co.litper.cerebro.knowledge.Node;
import co.litper.cerebro.knowledge.Surroundings;
import co.litper.cerebro.knowledge.ask.Answer;
import co.litper.cerebro.knowledge.ask.Step;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.memory.Memory;
import co.litper.cerebro.memory.MemoryKind;
import co.litper.cerebro.memory.Recall;
import co.litper.cerebro.memory.Recalled;
import co.litper.cerebro.server.ask.AnswerPage;
import co.litper.cerebro.server.face.frame.FaceDesk;
import co.litper.cerebro.server.http.route.Call;
import co.litper.cerebro.server.memory.MemorySide;
import co.litper.cerebro.server.read.ParcelFilter;
import co.litper.cerebro.server.text.Figures;
import co.litper.cerebro.server.text.Texts;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.world.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Reads answers, memories and the graph for a reader. */
final class KnowledgeReading {
    private static final int MOST_REMEMBERED = 5;
    /** The memory is asked together with the figures: entries that it may lack without a word. */
    private static final long MOST_BEHIND = 1_000;

    private final FaceDesk desk;
    private final Texts texts;

    KnowledgeReading(FaceDesk desk, Texts texts) {
        this.desk = desk;
        this.texts = texts;
    }

    /** The page for a question, or for nodes where there is none. */
    KnowledgeModel page(Call call, String question, List<Node> around, long day) throws InterruptedException {
        if (question.isEmpty()) {
            GraphModel graph = graph(call.merchant(), around, "", day);
            return new KnowledgeModel("", examples(call), "", List.of(), List.of(), List.of(), "", graph);
        }
        FutureTask<Remembered> remembered = new FutureTask<>(() -> remember(question, call.merchant()));
        Thread.ofVirtual().name("cerebro-remembering").start(remembered);
        Answer answer = desk.desk().asks().answer(question, call.merchant(), desk.now());
        List<Node> evidence = around.isEmpty() ? Evidence.of(answer) : around;
        GraphModel graph = graph(call.merchant(), evidence, question, day);
        Remembered memory = isAboutShipments(answer) ? outcome(remembered) : Remembered.NOTHING;
        return new KnowledgeModel(
                question,
                examples(call),
                AnswerPage.conclusion(answer, texts),
                AnswerPage.notes(answer, texts),
                steps(answer),
                memory.memos(),
                memory.note(),
                graph);
    }

    /**
     * What came to mind.
     *
     * @param note why it may be less than there is; empty if it is all
     */
    private record Remembered(List<KnowledgeModel.Memo> memos, String note) {
        static final Remembered NOTHING = new Remembered(List.of(), "");
    }

    /** What comes to mind at a question about something else is merely the least far. */
    private static boolean isAboutShipments(Answer answer) {
        return !(answer.verdict() instanceof Answer.Unanswerable(Answer.Reason why, long _, long _))
                || switch (why) {
                    case TOO_FEW, NOT_NAMED -> true;
                    case NOT_UNDERSTOOD, PERSONAL, OUT_OF_SCOPE -> false;
                };
    }

    /** What was remembered while the question was answered from figures: the memory has its own queue. */
    private static Remembered outcome(FutureTask<Remembered> remembered) throws InterruptedException {
        try {
            return remembered.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the memory did not answer", e.getCause());
        }
    }

    private List<KnowledgeModel.Told> steps(Answer answer) {
        List<String> arguments = AnswerPage.arguments(answer, texts);
        List<KnowledgeModel.Told> steps = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            Step step = answer.steps().get(i);
            boolean solution = step.kind() == Step.Kind.ANSWERED;
            steps.add(new KnowledgeModel.Told(arguments.get(i), solution ? List.of() : step.guides()));
        }
        return steps;
    }

    private Remembered remember(String question, MerchantId merchant) throws InterruptedException {
        MemorySide memory = desk.desk().memory();
        try {
            List<KnowledgeModel.Memo> memos =
                    memory.recall(Recall.of(question, merchant, desk.now(), MOST_REMEMBERED)).stream()
                            .map(this::memo)
                            .toList();
            long behind = memory.behind();
            return new Remembered(
                    memos, behind > MOST_BEHIND ? texts.say(KnowledgeWords.BEHIND, Figures.count(behind)) : "");
        } catch (StoreException e) {
            return new Remembered(List.of(), texts.say(KnowledgeWords.REMEMBERED_LATER));
        }
    }

    private KnowledgeModel.Memo memo(Recalled one) {
        Memory memory = one.memory();
        String kind = switch (memory.kind()) {
            case RECENT -> texts.say(KnowledgeWords.KIND_RECENT);
            case EPISODE -> texts.say(KnowledgeWords.KIND_EPISODE);
            case FACT -> texts.say(KnowledgeWords.KIND_FACT, Figures.count(memory.support()));
        };
        return new KnowledgeModel.Memo(
                memory.text(),
                kind,
                memory.trace().isContradicted() ? texts.say(KnowledgeWords.CONTRADICTED) : "",
                Figures.dayYearTime(Instant.ofEpochMilli(memory.atMs()), texts.language()),
                memory.kind() == MemoryKind.FACT ? "" : Decision.label(memory.id()));
    }

    /** The graph around nodes, or the busiest part where there are none, as it was known at the end of a day. */
    GraphModel graph(MerchantId merchant, List<Node> around, String question, long day) {
        LocalDate today = LocalDate.ofInstant(desk.now(), Clock.BOGOTA);
        LocalDate first = first(merchant, today);
        LocalDate wanted = LocalDate.ofEpochDay(Math.clamp(day, first.toEpochDay(), today.toEpochDay()));
        GraphReading.Wanted what = new GraphReading.Wanted(around, question, first, today, wanted);
        AsOf at = AsOf.known(what.recordedMs());
        Surroundings part = desk.desk().asks().graph(merchant, graph -> part(graph, around, at));
        return new GraphReading(texts).model(part, what);
    }

    private static Surroundings part(KnowledgeGraph graph, List<Node> around, AsOf at) {
        return around.isEmpty() ? Surroundings.busiest(graph, at) : Surroundings.of(graph, around, at);
    }

    private LocalDate first(MerchantId merchant, LocalDate today) {
        EventLog log = desk.desk().installation().store().log();
        return log.at(desk.desk().asks().firstPosition(merchant))
                .map(entry -> new EnvelopeCodec().decode(entry.event()).recordedAt())
                .map(at -> LocalDate.ofInstant(at, Clock.BOGOTA))
                .filter(day -> day.isBefore(today))
                .orElse(today);
    }

    /** One question of each kind; the one about a guide names one that there is. */
    private List<String> examples(Call call) throws InterruptedException {
        List<String> examples = new ArrayList<>();
        for (KnowledgeWords word : KnowledgeWords.EXAMPLES_OF_KINDS) {
            if (word != KnowledgeWords.EX_SIMILAR) {
                examples.add(texts.say(word));
            }
        }
        desk.reads().parcels().page(ParcelFilter.of(call.merchant()), Long.MAX_VALUE, 1).lines().stream()
                .map(line -> line.guide())
                .filter(guide -> !guide.isEmpty())
                .forEach(guide -> examples.add(texts.say(KnowledgeWords.EX_SIMILAR, guide)));
        return examples;
    }
}
