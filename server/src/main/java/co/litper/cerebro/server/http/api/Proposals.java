package co.litper.cerebro.server.http.api;

import co.litper.cerebro.Home;
import co.litper.cerebro.Subjects;
import co.litper.cerebro.act.EffectState;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.PlannedEffect;
import co.litper.cerebro.event.EffectStatus;
import co.litper.cerebro.event.SystemEvent.ApprovalGiven;
import co.litper.cerebro.host.Answer;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.server.receipt.Receipts;
import co.litper.cerebro.vocabulary.MerchantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/** Proposals that wait for a person's answer. The first answer counts, whoever asks at the same time. Thread-safe. */
public final class Proposals {
    private static final byte[] ANSWER = Bytes.of("\"approval.given\"");

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

    /**
     * What waits for a person's yes or no.
     *
     * @param key the parcel's home key
     */
    public record Waiting(long key, String guide, String order, EffectState effect) {}

    /** All that waits of a merchant's, the earliest deadline first. O(parcels that want attention). */
    public List<Waiting> waiting(MerchantId merchant) throws InterruptedException {
        return desk.view().ask(view -> {
            Stream.Builder<Waiting> found = Stream.builder();
            view.eachThatWantsAttention((key, home) -> {
                if (home.merchant().equals(merchant)) {
                    home.outbox().all().stream()
                            .filter(Proposals::waits)
                            .forEach(e -> found.add(new Waiting(
                                    key,
                                    home.parcel().guideNumber(),
                                    home.parcel().orderId(),
                                    e)));
                }
            });
            return found.build()
                    .sorted(Comparator.comparingLong(
                                    (Waiting w) -> w.effect().plan().deadlineMs())
                            .thenComparingLong(w -> w.effect().plan().id()))
                    .toList();
        });
    }

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
        return first(decisionId).<Result>map(TooLate::new).orElseGet(NothingWaits::new);
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

    /** Who answered first. Looks through the log from the decision on, only to tell the second one. */
    private Optional<Given> first(long decisionId) {
        EnvelopeCodec codec = new EnvelopeCodec();
        List<Given> found = new ArrayList<>(1);
        long from = Decision.positionOf(decisionId) + 1;
        desk.installation().store().log().read(from, entry -> {
            if (Bytes.contain(entry.event(), ANSWER)) {
                Envelope e = codec.decode(entry.event());
                if (e.event() instanceof ApprovalGiven given && given.decisionId() == decisionId) {
                    found.add(new Given(given.by(), given.approved(), e.recordedAt()));
                }
            }
            return found.isEmpty() && entry.position() - from < Receipts.MOST_SEARCHED;
        });
        return found.stream().findFirst();
    }
}
