package co.litper.cerebro.server.http.api;

import co.litper.cerebro.host.Answer;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.Intake;
import co.litper.cerebro.log.Problem;
import co.litper.cerebro.server.WayIn;
import co.litper.cerebro.server.http.observe.Meters;
import co.litper.cerebro.server.http.observe.Meters.Fate;
import co.litper.cerebro.server.http.observe.Trouble;
import co.litper.cerebro.server.http.route.ApiProblem;
import co.litper.cerebro.server.http.route.Code;
import co.litper.cerebro.server.http.trace.Traces;
import co.litper.cerebro.vault.Person;
import co.litper.cerebro.vault.Vault;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import co.litper.cerebro.world.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Takes events in: contract, people, log, answer. Thread-safe. */
final class EventDesk {
    /** How soon a caller who was turned away may find room again: a queue is a second of work. */
    private static final Duration COME_AGAIN = Duration.ofSeconds(1);

    private static final long LONGEST_WAIT_S = 20;

    private final WayIn in;
    private final Intake intake;
    private final PeopleDesk people;
    private final RecentAnswers recent = new RecentAnswers();
    private final Meters meters;
    private final Trouble trouble;
    private final Clock clock;

    /**
     * With what it works.
     *
     * @param in where events go
     * @param vault refers to the people of events
     * @param people puts what is told of them there
     */
    record Parts(WayIn in, Vault vault, PeopleDesk people, Meters meters, Trouble trouble, Clock clock) {}

    EventDesk(Parts parts) {
        this.in = parts.in();
        this.intake = new Intake(parts.vault()::refer);
        this.people = parts.people();
        this.meters = parts.meters();
        this.trouble = parts.trouble();
        this.clock = parts.clock();
    }

    /** An event on its way. */
    sealed interface Sent {}

    /** The answer is known already. */
    record Over(Told told) implements Sent {}

    /** The answer comes when the event is durable. */
    record Underway(Envelope envelope, List<Problem> warnings, CompletableFuture<WayIn.Taken> answer) implements Sent {}

    /**
     * Sends one event; a full queue ends the call.
     *
     * @param merchant whose it must be, or null for anyone's
     */
    Sent send(byte[] event, @Nullable MerchantId merchant) throws InterruptedException, ExecutionException {
        return switch (intake.read(event, clock.now(), false, merchant)) {
            case Intake.Refused(List<Problem> problems) -> new Over(new Told.Refused(problems));
            case Intake.Accepted accepted -> {
                keepPeople(accepted.people());
                CompletableFuture<WayIn.Taken> answer = in.offer(accepted.envelope());
                if (answer == null) {
                    throw turnedAway();
                }
                yield new Underway(accepted.envelope(), accepted.warnings(), answer);
            }
        };
    }

    /** Sends many events, their people put together, waiting for room. */
    List<Sent> sendAll(List<byte[]> events, @Nullable MerchantId merchant)
            throws InterruptedException, ExecutionException {
        List<Intake.Result> read = new ArrayList<>(events.size());
        Map<PersonRef, Person> met = new LinkedHashMap<>();
        for (byte[] event : events) {
            Intake.Result result = intake.read(event, clock.now(), false, merchant);
            read.add(result);
            if (result instanceof Intake.Accepted accepted) {
                accepted.people().forEach((ref, person) -> met.merge(ref, person, Person::updatedBy));
            }
        }
        keepPeople(met);
        List<Sent> sent = new ArrayList<>(events.size());
        for (Intake.Result result : read) {
            sent.add(
                    switch (result) {
                        case Intake.Refused(List<Problem> problems) -> new Over(new Told.Refused(problems));
                        case Intake.Accepted accepted ->
                            new Underway(accepted.envelope(), accepted.warnings(), in.submit(accepted.envelope()));
                    });
        }
        return sent;
    }

    private void keepPeople(Map<PersonRef, Person> met) throws InterruptedException, ExecutionException {
        Optional<ExecutionException> failure = Traces.step("keep people", () -> {
            try {
                people.put(met);
                return Optional.empty();
            } catch (ExecutionException e) {
                return Optional.of(e);
            }
        });
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    /** True if who asked to be answered before the decision is answered so anyway. */
    boolean answersBeforeDeciding() {
        return in.isDecidedElsewhere();
    }

    /** There is no room for another event. */
    ApiProblem turnedAway() {
        meters.events(Fate.TURNED_AWAY, 1);
        return ApiProblem.of(Code.BUSY, "More events wait than are decided in a second. Nothing of this one was taken.")
                .retryAfter(COME_AGAIN);
    }

    /** What became of an event, once that is durable. Counts it. */
    Told told(Sent sent) throws InterruptedException {
        Told told = switch (sent) {
            case Over(Told known) -> known;
            case Underway underway -> Traces.step("decide", () -> await(underway));
        };
        meters.events(told.fate(), 1);
        return told;
    }

    private Told await(Underway underway) throws InterruptedException {
        Envelope e = underway.envelope();
        try {
            return switch (underway.answer().get(LONGEST_WAIT_S, TimeUnit.SECONDS)) {
                case WayIn.Kept() -> {
                    trouble.isOver();
                    yield new Told.Kept(e.source(), e.id(), underway.warnings());
                }
                case WayIn.Met(Answer.Recorded r) -> {
                    Told.Recorded told = new Told.Recorded(
                            e.source(), e.id(), r.position(), r.decisions(), underway.warnings(), false);
                    recent.note(e, told);
                    trouble.isOver();
                    yield told;
                }
                case WayIn.Met(Answer.Duplicate()) ->
                    recent.find(e).<Told>map(Told.Recorded::again).orElseGet(() -> new Told.Known(e.source(), e.id()));
            };
        } catch (ExecutionException failed) {
            return new Told.Failed(
                    failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed));
        } catch (TimeoutException late) {
            return new Told.Failed(ApiProblem.of(
                            Code.TOO_LATE, "The event waits to be written. Send it again: it is recognised.", late)
                    .retryAfter(COME_AGAIN));
        }
    }
}
