package co.litper.cerebro.server.http.api;

import co.litper.cerebro.Home;
import co.litper.cerebro.StateView;
import co.litper.cerebro.act.EffectState;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.PlannedEffect;
import co.litper.cerebro.event.EffectStatus;
import co.litper.cerebro.event.EventType;
import co.litper.cerebro.event.SystemEvent.ApprovalGiven;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.server.WayIn;
import co.litper.cerebro.server.read.Archive;
import co.litper.cerebro.server.read.Archives;
import co.litper.cerebro.server.read.ReadSide;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.world.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/**
 * Proposals that wait for a person's answer. The first answer counts, whoever asks at the same time, through whichever process.
 * Thread-safe.
 */
public final class Proposals {
    private static final byte[] ANSWER = Bytes.of("\"approval.given\"");

    /** Entries about one parcel that are looked through. */
    private static final int MOST_LOOKED = 1_000;

    private final Archives archives;
    private final Telling telling;

    /**
     * With what it needs.
     *
     * @param in where answers go
     */
    public Proposals(Archives archives, WayIn in, Clock clock) {
        this.archives = archives;
        this.telling = new Telling(in, clock);
    }

    /** An answer in the log. */
    public record Given(String by, boolean approved, Instant at) {}

    /** What became of an answer. */
    public sealed interface Result {}

    /** It counts. */
    public record Counts(int choices) implements Result {}

    /** It is kept and will be met; which answer is the first is not known yet. */
    public record Kept() implements Result {}

    /** Another one came first. */
    public record TooLate(Given first) implements Result {}

    /** There is nothing to answer: over, moved on, or never asked. */
    public record NothingWaits() implements Result {}

    /** No decision of the merchant has this id. */
    public record Unknown() implements Result {}

    /** True if the effect waits for an answer. */
    static boolean waits(EffectState effect) {
        return effect.waitsForApproval() && effect.status() == EffectStatus.PLANNED;
    }

    /** Answers every choice of a decision that waits. Durable on return. */
    public Result answer(long decisionId, MerchantId merchant, boolean approved, String by, String callId)
            throws InterruptedException, ExecutionException {
        Archive archive = archives.of(merchant);
        Optional<Long> key = homeKey(archive, decisionId, merchant);
        if (key.isEmpty()) {
            return new Unknown();
        }
        long home = key.get();
        long from = archive.log().end();
        List<Integer> choices = archive.state().ask(view -> waiting(view, home, decisionId));
        if (choices.isEmpty()) {
            return first(archive, decisionId, home).<Result>map(TooLate::new).orElseGet(NothingWaits::new);
        }
        List<Envelope> answers = choices.stream()
                .map(choice -> telling.event(
                        "answer-" + decisionId + "-" + choice + "-" + callId,
                        merchant,
                        home,
                        new ApprovalGiven(decisionId, choice, approved, by)))
                .toList();
        Telling.Matter matter = new Telling.Matter(
                archive.log(),
                archive.state(),
                from,
                EventType.APPROVAL_GIVEN,
                e -> e instanceof ApprovalGiven given && given.decisionId() == decisionId,
                view -> !waiting(view, home, decisionId).isEmpty());
        return telling.tell(answers, matter).map(met -> result(answers, met)).orElseGet(Kept::new);
    }

    /** Of answers to the same choice the log has the first one only. */
    private static Result result(List<Envelope> answers, List<Envelope> met) {
        int counted = (int) answers.stream()
                .filter(ours -> met.stream().anyMatch(e -> isSame(ours, e)))
                .count();
        if (counted > 0) {
            return new Counts(counted);
        }
        return met.stream().findFirst().<Result>map(e -> new TooLate(given(e))).orElseGet(NothingWaits::new);
    }

    private static boolean isSame(Envelope ours, Envelope met) {
        return ours.id().equals(met.id()) && ours.event().equals(met.event());
    }

    private static Given given(Envelope e) {
        ApprovalGiven given = (ApprovalGiven) e.event();
        return new Given(given.by(), given.approved(), e.recordedAt());
    }

    private static Optional<Long> homeKey(Archive archive, long decisionId, MerchantId merchant)
            throws InterruptedException {
        Optional<Decision> found = archive.log().at(Decision.positionOf(decisionId)).stream()
                .flatMap(entry -> DecisionLog.decisions(entry).stream())
                .filter(d -> d.id() == decisionId)
                .findFirst();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        boolean own = archive.state().ask(view -> DecisionRoutes.isOf(merchant, found.get(), view));
        return own ? Optional.of(found.get().key()) : Optional.empty();
    }

    private static List<Integer> waiting(StateView view, long homeKey, long decisionId) {
        List<Integer> choices = new ArrayList<>();
        Optional<Home> home = view.state().home(homeKey);
        for (EffectState effect : home.map(h -> h.outbox().all()).orElse(List.of())) {
            long effectId = effect.plan().id();
            if (waits(effect) && PlannedEffect.decisionOf(effectId) == decisionId) {
                choices.add((int) (effectId - PlannedEffect.idOf(decisionId, 0)));
            }
        }
        return choices;
    }

    /** Who answered first, to tell the second one: what the log says of the parcel, from the decision on. */
    private static Optional<Given> first(Archive archive, long decisionId, long homeKey) throws InterruptedException {
        EnvelopeCodec codec = new EnvelopeCodec();
        EventLog log = archive.log();
        ReadSide reads = Fresh.reads(archive.reads());
        return reads.parcels().withKey(homeKey).stream()
                .flatMap(line ->
                        reads
                                .timeline()
                                .positions(line.id(), Decision.positionOf(decisionId) + 1, MOST_LOOKED)
                                .stream())
                .flatMap(position -> log.at(position).stream())
                .filter(entry -> Bytes.contain(entry.event(), ANSWER))
                .map(entry -> codec.decode(entry.event()))
                .filter(e -> e.event() instanceof ApprovalGiven given && given.decisionId() == decisionId)
                .findFirst()
                .map(Proposals::given);
    }
}
