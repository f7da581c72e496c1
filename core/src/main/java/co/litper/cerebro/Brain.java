package co.litper.cerebro;

import co.litper.cerebro.act.EffectState;
import co.litper.cerebro.decision.Considered;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.Fact;
import co.litper.cerebro.decision.HandedOver;
import co.litper.cerebro.decision.PlannedEffect;
import co.litper.cerebro.decision.Question;
import co.litper.cerebro.decision.Situation;
import co.litper.cerebro.event.EffectStatus;
import co.litper.cerebro.event.Event;
import co.litper.cerebro.event.LogisticsEvent.DelayDetected;
import co.litper.cerebro.event.SystemEvent.ActionExecuted;
import co.litper.cerebro.event.SystemEvent.AnomalyDetected;
import co.litper.cerebro.event.SystemEvent.SnapshotPublished;
import co.litper.cerebro.event.SystemEvent.ThoughtReturned;
import co.litper.cerebro.event.SystemEvent.Tick;
import co.litper.cerebro.learn.BrainSnapshot;
import co.litper.cerebro.learn.OutcomeLedger;
import co.litper.cerebro.learn.Rewards;
import co.litper.cerebro.log.Entry;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.logistics.Change;
import co.litper.cerebro.logistics.CustomerState;
import co.litper.cerebro.logistics.ParcelState;
import co.litper.cerebro.policy.Economics;
import co.litper.cerebro.sense.Questions;
import co.litper.cerebro.sense.Senses;
import co.litper.cerebro.think.DecisionMaker;
import co.litper.cerebro.think.Router;
import co.litper.cerebro.think.Settings;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.ShipmentState;
import co.litper.cerebro.world.Draws;
import co.litper.cerebro.world.Hash64;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;

/**
 * The loop: Event → Situation → Decision → Effect, and Outcome → Reward when it comes. Read {@link #step} first.
 *
 * <p>A step folds an event into the state of its key, asks what there is to decide, decides, plans effects, joins outcomes.
 * It is a function of the state, the event and the snapshot in force; it reads no clock and does no I/O but to load a key.
 * Equal input gives equal facts. {@link #refold} runs the same fold over recorded facts and never decides. Owned by one
 * thread.
 */
public final class Brain {
    /** Keys that one tick serves; beyond that another tick follows, so that no batch grows without bound. */
    static final int DUE_PER_TICK = 512;

    private static final double MS_PER_HOUR = 3_600_000.0;

    private final ShardState state;
    private final Fold fold;
    private final DecisionMaker decisionMaker;
    private final EffectPlanner effects;
    private final Senses senses;
    private final LongFunction<BrainSnapshot> snapshots;
    private final long seed;
    private BrainSnapshot snapshot;

    /**
     * A brain over {@code state}.
     *
     * @param snapshots gives a published snapshot by its version; version 0 is the one without experience
     * @param seed the installation's seed for exploration
     */
    public Brain(
            ShardState state,
            DecisionMaker decisionMaker,
            EffectPlanner effects,
            Senses senses,
            LongFunction<BrainSnapshot> snapshots,
            long seed) {
        this.state = state;
        this.fold = new Fold(state);
        this.decisionMaker = decisionMaker;
        this.effects = effects;
        this.senses = senses;
        this.snapshots = snapshots;
        this.seed = seed;
        this.snapshot = snapshots.apply(state.control().snapshot());
    }

    /** Meets one event that will stand at {@code position}. */
    public Step step(Envelope e, long position) {
        Fold.Folded folded = fold.event(e);
        if (folded.duplicate()) {
            return Step.DUPLICATE;
        }
        Step step = new Step();
        switch (e.event()) {
            case Tick tick -> attendDue(e, tick.at().toEpochMilli(), position, step);
            case SnapshotPublished published -> snapshot = snapshots.apply(published.version());
            default -> {
                Change change = folded.change();
                if (change != null) {
                    react(e, folded.homeKey(), change, position, step);
                }
                if (folded.homeKey() != 0) {
                    moveEffects(e, folded.homeKey(), e.recordedAt().toEpochMilli(), step);
                    state.schedule(folded.homeKey());
                }
            }
        }
        return step;
    }

    /** Folds one entry of the log again: its event and the facts recorded beside it. Decides nothing. */
    public void refold(Entry entry, EnvelopeCodec codec) {
        for (long homeKey : fold.entry(entry, codec)) {
            state.schedule(homeKey);
        }
    }

    private void react(Envelope e, long homeKey, Change change, long position, Step step) {
        Home home = state.home(homeKey).orElseThrow();
        boolean observed = home.parcel().isHistorical();
        Set<Question> questions = Questions.asked(change, home.parcel(), home.isNotified(), observed);
        if (!questions.isEmpty()) {
            long nowMs = change.ended()
                    ? home.parcel().createdAtMs()
                    : e.recordedAt().toEpochMilli();
            long id = Decision.idOf(position, 0);
            long overtaken =
                    e.event() instanceof ThoughtReturned ? home.progress().thoughtOf() : 0;
            record(e, decided(e, homeKey, home, change, questions, nowMs, id), home, step);
            if (overtaken != 0) {
                withdraw(e, homeKey, home, overtaken, step);
            }
        }
        noteHandOver(home, change, step);
        if (change.ended()) {
            settleAll(homeKey, state.home(homeKey).orElseThrow(), step);
        }
    }

    private Decision decided(
            Envelope e, long homeKey, Home home, Change change, Set<Question> questions, long nowMs, long id) {
        Settings settings = state.control().settings();
        CustomerState customer =
                state.customer(Keys.customer(home.merchant(), home.parcel().customer()));
        // Learning about a shipment begins once it is known who carries it.
        boolean opens = home.openingDecision() == 0 && !questions.contains(Question.CARRIER);
        CarrierRoom room = new CarrierRoom(state, home.parcel().destination(), ContactDay.of(nowMs));
        Senses.Asked asked = new Senses.Asked(id, homeKey, nowMs, opens, change, questions);
        Situation situation = senses.situation(
                asked,
                home.merchant(),
                home.parcel(),
                home.progress(),
                customer,
                effects.mayContact(customer, nowMs, settings),
                snapshot.version(),
                snapshot.models(),
                questions.contains(Question.CARRIER) ? room.tariffs() : Map.of(),
                room);
        return e.event() instanceof ThoughtReturned thought
                ? decisionMaker.reconsider(
                        situation,
                        home.progress().standing(),
                        thought.action(),
                        settings,
                        snapshot.learned(),
                        draws(e, homeKey))
                : decisionMaker.decide(situation, settings, snapshot.learned(), draws(e, homeKey));
    }

    private Draws draws(Envelope e, long homeKey) {
        return new Draws(seed, Hash64.of(homeKey, e.id()));
    }

    /** What the decision that advice overtook had planned is over; the fold has marked it so already, if it was followed. */
    private static void withdraw(Envelope e, long homeKey, Home home, long overtaken, Step step) {
        for (EffectState effect : home.outbox().all()) {
            boolean theirs = PlannedEffect.decisionOf(effect.plan().id()) == overtaken;
            if (theirs && effect.status() == EffectStatus.EXPIRED) {
                settleEffect(e, homeKey, effect, EffectStatus.EXPIRED, step);
            }
        }
    }

    private void record(Envelope e, Decision decision, Home home, Step step) {
        record(decision, step);
        boolean asked = consider(e, decision, home, step);
        CustomerState customer =
                state.customer(Keys.customer(home.merchant(), home.parcel().customer()));
        Settings settings = state.control().settings();
        for (var planned : effects.plan(
                decision,
                home.parcel(),
                customer,
                home.outbox(),
                settings,
                asked ? settings.thinking().graceMs() : 0)) {
            record(planned, step);
        }
    }

    /** Asks the reasoner about a decision if that is worth it. What was decided stands meanwhile, and leaves a little later. */
    private boolean consider(Envelope e, Decision decision, Home home, Step step) {
        Settings settings = state.control().settings();
        ParcelState parcel = home.parcel();
        long stake = settings.economics().stakeCop(parcel.facts());
        Optional<Considered> considered = Router.consider(
                decision, stake, settings.thinking(), snapshot.learned().counsel(), draws(e, decision.key()));
        considered.ifPresent(c -> record(c, step));
        if (considered.isEmpty() || !considered.get().asked()) {
            return false;
        }
        CustomerState customer = state.customer(Keys.customer(home.merchant(), parcel.customer()));
        step.ask(Dilemmas.of(decision, home, customer, stake));
        return true;
    }

    private void record(Fact fact, Step step) {
        step.fact(fact);
        fold.fact(fact);
    }

    private void noteHandOver(Home home, Change change, Step step) {
        boolean left = change.before().rank() < ShipmentState.SHIPPED.rank()
                && change.after().rank() >= ShipmentState.SHIPPED.rank();
        if (left && change.moved() && home.openingDecision() != 0) {
            record(new HandedOver(home.openingDecision(), home.parcel().movedAtMs()), step);
        }
    }

    private void settleAll(long homeKey, Home home, Step step) {
        List<OutcomeLedger.Open> open = home.ledger().all();
        Economics economics = state.control().settings().economics();
        long last = open.stream()
                .filter(OutcomeLedger.Open::aboutIssue)
                .mapToLong(OutcomeLedger.Open::id)
                .max()
                .orElse(0);
        for (OutcomeLedger.Open o : open) {
            Action done = home.outbox().carriedOut(o.id());
            // What people did about a novedad counts for the decision that left it to them.
            done = done == Action.NONE && o.aboutIssue() && o.id() == last
                    ? home.progress().since()
                    : done;
            record(
                    Rewards.ended(
                            o, homeKey, home.parcel(), done, economics, open.size(), o.id() == home.firstDecision()),
                    step);
        }
    }

    private void attendDue(Envelope e, long nowMs, long position, Step step) {
        List<Long> due = state.takeDue(nowMs, DUE_PER_TICK);
        for (int i = 0; i < due.size(); i++) {
            long homeKey = due.get(i);
            attend(e, homeKey, nowMs, Decision.idOf(position, i), step);
            state.schedule(homeKey, nowMs + 1);
        }
        if (due.size() == DUE_PER_TICK) {
            step.noteMoreDue();
        }
    }

    private void attend(Envelope e, long homeKey, long nowMs, long decisionId, Step step) {
        Home home = state.home(homeKey).orElseThrow();
        ParcelState parcel = home.parcel();
        if (!parcel.state().isEnd() && home.reviewAtMs() <= nowMs) {
            Change nothing = parcel.hasOpenIssue() && home.issuesDecided() < parcel.issues()
                    ? Change.reviewWithIssue(parcel.state())
                    : Change.review(parcel.state());
            Set<Question> questions = Questions.asked(nothing, parcel, home.isNotified(), parcel.isHistorical());
            review(e, homeKey, home, nothing, questions, nowMs, decisionId, step);
        } else if (home.isStepDue(nowMs)) {
            Change next = Change.step(parcel.state());
            review(e, homeKey, home, next, EnumSet.of(Question.ISSUE), nowMs, decisionId, step);
        }
        for (OutcomeLedger.Open o : home.ledger().closing(nowMs)) {
            record(Rewards.silent(o, homeKey), step);
        }
        if (home.isDelayDue(nowMs)) {
            double hours = (nowMs - home.promisedMs()) / MS_PER_HOUR;
            Event delay = new DelayDetected(parcel.guideNumber(), parcel.carrier(), hours);
            step.derive(Derived.of(e, "delay", homeKey, homeKey, delay));
        }
        for (EffectState lost : home.outbox().interrupted()) {
            settleEffect(e, homeKey, lost, EffectStatus.UNKNOWN, step);
        }
        moveEffects(e, homeKey, nowMs, step);
    }

    /** Decides at a tick. A bug that one parcel brings to light must not stop all others that are due with it. */
    private void review(
            Envelope e,
            long homeKey,
            Home home,
            Change change,
            Set<Question> questions,
            long nowMs,
            long id,
            Step step) {
        Decision decision;
        try {
            decision = decided(e, homeKey, home, change, questions, nowMs, id);
        } catch (StoreException failed) {
            throw failed;
        } catch (RuntimeException bug) {
            step.derive(Derived.of(e, "undecided", id, homeKey, new AnomalyDetected("decision.failed", 1, 1)));
            return;
        }
        record(e, decision, home, step);
    }

    private static void settleEffect(Envelope e, long homeKey, EffectState effect, EffectStatus status, Step step) {
        long id = effect.plan().id();
        Event settled = new ActionExecuted(id, effect.plan().action(), "none", status);
        step.derive(Derived.of(e, status.name().toLowerCase(Locale.ROOT), id, homeKey, settled));
        step.withdraw(id);
    }

    private void moveEffects(Envelope e, long homeKey, long nowMs, Step step) {
        Home home = state.home(homeKey).orElseThrow();
        if (home.outbox().isEmpty()) {
            return;
        }
        for (EffectState over : home.outbox().overdue(home.parcel(), nowMs)) {
            settleEffect(e, homeKey, over, EffectStatus.EXPIRED, step);
        }
        Settings settings = state.control().settings();
        CityCode city = home.parcel().destination();
        for (EffectState ready :
                home.outbox().takeReady(home.parcel(), nowMs, action -> settings.isPaused(action, city))) {
            step.dispatch(Dispatches.of(ready.plan(), homeKey, home));
        }
    }

    /** The executor had no room for an effect: it may leave at a later tick. */
    public void release(long homeKey, long effectId) {
        state.home(homeKey).ifPresent(home -> {
            home.outbox().release(effectId);
            state.schedule(homeKey);
        });
    }

    /** The state that this brain owns. */
    public ShardState state() {
        return state;
    }

    /** The snapshot in force. */
    public BrainSnapshot snapshot() {
        return snapshot;
    }

    /** Takes the snapshot that the folded state names; call after the last {@link #refold}. */
    public void resume() {
        snapshot = snapshots.apply(state.control().snapshot());
    }
}
