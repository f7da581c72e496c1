package co.litper.cerebro.server.cli;

import co.litper.cerebro.Home;
import co.litper.cerebro.Subjects;
import co.litper.cerebro.act.EffectState;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.Fact;
import co.litper.cerebro.decision.FactsCodec;
import co.litper.cerebro.decision.PlannedEffect;
import co.litper.cerebro.event.SystemEvent.ApprovalGiven;
import co.litper.cerebro.host.Answer;
import co.litper.cerebro.host.EmbeddedHost;
import co.litper.cerebro.log.Entry;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.server.Installation;
import co.litper.cerebro.server.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Answers a proposal: the first answer counts, and whoever comes second is told. */
abstract class AnswerCommand implements Callable<Integer> {
    private static final Duration LONGEST_FOR_A_CHANNEL = Duration.ofSeconds(5);

    private final CliContext context;
    private final boolean approves;

    @Parameters(paramLabel = "DECISION", description = "As the worklist shows it: D1042 or D77.3.")
    private String decision = "";

    @Option(names = "--by", paramLabel = "NAME", defaultValue = "operator", description = "Who says so.")
    private String by = "operator";

    AnswerCommand(CliContext context, boolean approves) {
        this.context = context;
        this.approves = approves;
    }

    /** {@code approve}. */
    @Command(name = "approve", description = "Say yes to what a decision proposes.")
    static final class Approve extends AnswerCommand {
        Approve(CliContext context) {
            super(context, true);
        }
    }

    /** {@code reject}. */
    @Command(name = "reject", description = "Say no to what a decision proposes.")
    static final class Reject extends AnswerCommand {
        Reject(CliContext context) {
            super(context, false);
        }
    }

    /**
     * What may be answered.
     *
     * @param answered the answer that came first, if nothing waits and there was one
     */
    private record Waiting(long homeKey, List<Integer> choices, Optional<Told> answered) {}

    /** An answer in the log. */
    private record Told(ApprovalGiven answer, Instant at) {}

    private String told(Told first) {
        String by = first.answer().by();
        boolean yes = first.answer().approved();
        return context.say(
                ": " + by + " respondió antes: " + (yes ? "aprobada" : "rechazada") + ", " + first.at()
                        + ". No cambia nada.",
                ": " + by + " answered first: " + (yes ? "approved" : "rejected") + ", " + first.at()
                        + ". Nothing changes.");
    }

    private String nothingWaits() {
        return context.say(
                ": nada espera respuesta. Tal vez venció, el envío cambió, o la acción no pide aprobación.",
                ": nothing waits for an answer. Maybe it is over, the parcel moved on, or the action asks for none.");
    }

    @Override
    public Integer call() throws InterruptedException {
        long id = DecisionId.parse(decision)
                .orElseThrow(() -> CommandFailure.usage(context.say(
                        "«" + decision + "» no es una decisión. Tal vez D1042, como en la lista de trabajo.",
                        "'" + decision + "' is not a decision. Maybe D1042, as in the worklist.")));
        Waiting waiting = waiting(id);
        if (waiting.choices().isEmpty()) {
            throw CommandFailure.failed(
                    decision + waiting.answered().map(this::told).orElseGet(this::nothingWaits));
        }
        int answered = answer(id, waiting);
        if (answered == 0) {
            throw CommandFailure.failed(
                    context.say(decision + ": otra persona respondió antes.", decision + ": somebody answered first."));
        }
        context.audit(approves ? "decision.approve" : "decision.reject", decision.strip());
        context.out()
                .println(decision
                        + (approves
                                ? context.say(": aprobada", ": approved")
                                : context.say(": rechazada", ": rejected")));
        return CommandLineFace.DONE;
    }

    private Waiting waiting(long id) {
        try (Reading reading = context.read()) {
            Optional<Entry> entry = reading.store().log().at(Decision.positionOf(id));
            for (Fact fact : entry.map(e -> FactsCodec.decode(e.facts())).orElse(List.of())) {
                if (fact instanceof Decision found && found.id() == id) {
                    List<Integer> choices = reading.view()
                            .state()
                            .home(found.key())
                            .map(home -> choices(home, id))
                            .orElse(List.of());
                    return new Waiting(
                            found.key(), choices, choices.isEmpty() ? firstAnswer(reading, id) : Optional.empty());
                }
            }
        }
        throw CommandFailure.failed(
                context.say("No hay decisión " + decision + ".", "There is no decision " + decision + "."));
    }

    /** Reads the log from the decision on: a few seconds for a million entries, and only to tell who was first. */
    private static Optional<Told> firstAnswer(Reading reading, long id) {
        List<Told> found = new ArrayList<>(1);
        reading.store().log().read(Decision.positionOf(id) + 1, entry -> {
            Envelope envelope = reading.codec().decode(entry.event());
            if (envelope.event() instanceof ApprovalGiven given && given.decisionId() == id) {
                found.add(new Told(given, envelope.recordedAt()));
            }
            return found.isEmpty();
        });
        return found.stream().findFirst();
    }

    private static List<Integer> choices(Home home, long id) {
        List<Integer> choices = new ArrayList<>();
        for (EffectState effect : home.outbox().all()) {
            long effectId = effect.plan().id();
            if (effect.waitsForApproval()
                    && PlannedEffect.decisionOf(effectId) == id
                    && effect.status().isOpen()) {
                choices.add((int) (effectId - PlannedEffect.idOf(id, 0)));
            }
        }
        return choices;
    }

    private int answer(long id, Waiting waiting) throws InterruptedException {
        int answered = 0;
        try (Installation installation = context.open()) {
            for (int choice : waiting.choices()) {
                String eventId = "answer-" + id + "-" + choice + "-"
                        + context.clock().now().toEpochMilli();
                Answer answer = installation
                        .submitOwn(
                                eventId, Subjects.home(waiting.homeKey()), new ApprovalGiven(id, choice, approves, by))
                        .get();
                answered += answer instanceof Answer.Recorded ? 1 : 0;
            }
            installation.tick();
            if (approves) {
                awaitChannel(installation.host(), id, waiting.choices());
            }
        } catch (ExecutionException e) {
            throw CliContext.asStoreException(e);
        }
        return answered;
    }

    /** What was approved is sent before the command ends, unless its channel is away. */
    private void awaitChannel(EmbeddedHost host, long id, List<Integer> choices)
            throws InterruptedException, ExecutionException {
        CompletableFuture<?>[] ends = choices.stream()
                .map(choice -> host.end(PlannedEffect.idOf(id, choice)))
                .toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(ends).get(LONGEST_FOR_A_CHANNEL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            context.err()
                    .println(
                            context.say(
                                    "El canal aún no recibe la acción: saldrá con `cerebro serve` o el próximo comando.",
                                    "The channel has not taken the action yet: it leaves with `cerebro serve` or the next command."));
        }
    }
}
