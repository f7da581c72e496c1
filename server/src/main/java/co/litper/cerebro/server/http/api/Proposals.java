package co.litper.cerebro.server.http.api;

import co.litper.cerebro.Home;
import co.litper.cerebro.Subjects;
import co.litper.cerebro.act.EffectState;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.PlannedEffect;
import co.litper.cerebro.event.EffectStatus;
import co.litper.cerebro.event.SystemEvent.ApprovalGiven;
import co.litper.cerebro.host.Answer;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.server.read.ReadSide;
import co.litper.cerebro.vocabulary.MerchantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/** Proposals that wait for a person's answer. The first answer counts, whoever asks at the same time. Thread-safe. */
public final class Proposals {
    private static final byte[] ANSWER = Bytes.of("\"approval.given\"");

    /** Entries about one parcel that are looked through. */
    private static final int MOST_LOOKED = 1_000;

    private final Desk desk;

    public Proposals(Desk desk) {
        this.desk = desk;
    }

    /** An answer in the log. */
    public record Given(String by, boolean approved, Instant at) {}

    /** What became of an answer. */
    public sealed interface Result {}

    /** It counts. */
    public record Counts(int choices) implements Result {}

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
        Optional<Long> key = homeKey(decisionId, merchant);
        if (key.isEmpty()) {
            return new Unknown();
        }
        int counted = 0;
        for (int choice : waiting(key.get(), decisionId)) {
            String eventId = "answer-" + decisionId + "-" + choice + "-" + callId;
            Answer answer = desk.installation()
                    .submitOwn(eventId, Subjects.home(key.get()), new ApprovalGiven(decisionId, choice, approved, by))
                    .get();
            counted += answer instanceof Answer.Recorded ? 1 : 0;
        }
        if (counted > 0) {
            return new Counts(counted);
        }
        return first(decisionId, key.get()).<Result>map(TooLate::new).orElseGet(NothingWaits::new);
    }

    private Optional<Long> homeKey(long decisionId, MerchantId merchant) throws InterruptedException {
        Optional<Decision> found = desk.installation().store().log().at(Decision.positionOf(decisionId)).stream()
                .flatMap(entry -> DecisionLog.decisions(entry).stream())
                .filter(d -> d.id() == decisionId)
                .findFirst();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        boolean own = desk.view().ask(view -> DecisionRoutes.isOf(merchant, found.get(), view));
        return own ? Optional.of(found.get().key()) : Optional.empty();
    }

    private List<Integer> waiting(long homeKey, long decisionId) throws InterruptedException {
        return desk.view().ask(view -> {
            List<Integer> choices = new ArrayList<>();
            Optional<Home> home = view.state().home(homeKey);
            for (EffectState effect : home.map(h -> h.outbox().all()).orElse(List.of())) {
                long effectId = effect.plan().id();
                if (waits(effect) && PlannedEffect.decisionOf(effectId) == decisionId) {
                    choices.add((int) (effectId - PlannedEffect.idOf(decisionId, 0)));
                }
            }
            return choices;
        });
    }

    /** Who answered first, to tell the second one: what the log says of the parcel, from the decision on. */
    private Optional<Given> first(long decisionId, long homeKey) throws InterruptedException {
        EnvelopeCodec codec = new EnvelopeCodec();
        EventLog log = desk.installation().store().log();
        ReadSide reads = Fresh.reads(desk);
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
                .map(e -> {
                    ApprovalGiven given = (ApprovalGiven) e.event();
                    return new Given(given.by(), given.approved(), e.recordedAt());
                });
    }
}
