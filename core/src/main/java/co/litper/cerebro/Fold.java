package co.litper.cerebro;

import co.litper.cerebro.decision.Autonomy;
import co.litper.cerebro.decision.Choice;
import co.litper.cerebro.decision.Considered;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.Fact;
import co.litper.cerebro.decision.FactsCodec;
import co.litper.cerebro.decision.Guardrail;
import co.litper.cerebro.decision.HandedOver;
import co.litper.cerebro.decision.PlannedEffect;
import co.litper.cerebro.decision.Question;
import co.litper.cerebro.decision.Settled;
import co.litper.cerebro.event.CustomerEvent;
import co.litper.cerebro.event.EffectStatus;
import co.litper.cerebro.event.Event;
import co.litper.cerebro.event.LearningEvent;
import co.litper.cerebro.event.LifecycleEvent;
import co.litper.cerebro.event.LogisticsEvent;
import co.litper.cerebro.event.ParcelFacts;
import co.litper.cerebro.event.SystemEvent;
import co.litper.cerebro.log.Entry;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.Standing;
import co.litper.cerebro.logistics.Change;
import co.litper.cerebro.logistics.IssueProgress;
import co.litper.cerebro.logistics.ParcelState;
import co.litper.cerebro.logistics.Subject;
import co.litper.cerebro.logistics.SubjectState;
import co.litper.cerebro.logistics.TariffState;
import co.litper.cerebro.think.Settings;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.Reply;
import co.litper.cerebro.vocabulary.Reward;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Folds facts into state, and nothing else: no decision is taken here, no clock is read, no chance drawn. Live and rebuild
 * run the same fold, so that a store restarted equals a store rebuilt.
 */
final class Fold {
    private static final String TARIFF = "tariff.";

    /** How long a customer gets to answer a message before the next step. */
    private static final long REPLY_MS = Duration.ofHours(4).toMillis();

    /** How long one who waits at a novedad waits before looking again. */
    private static final long WAIT_MS = Duration.ofHours(6).toMillis();

    private final ShardState state;
    private final ParcelFold parcels;
    private final ThoughtFold thoughts;

    Fold(ShardState state) {
        this.state = state;
        this.parcels = new ParcelFold(state);
        this.thoughts = new ThoughtFold(state);
    }

    /**
     * What an event did.
     *
     * @param duplicate true if the key has met this event before; nothing was changed
     * @param homeKey the home of the parcel concerned, or 0
     * @param change what changed there, or null if no parcel is concerned
     */
    record Folded(boolean duplicate, long homeKey, @Nullable Change change) {
        static final Folded DUPLICATE = new Folded(true, 0, null);
        static final Folded NO_PARCEL = new Folded(false, 0, null);
    }

    /** Folds an event. */
    Folded event(Envelope e) {
        Event event = e.event();
        return switch (event) {
            case LifecycleEvent l -> parcels.lifecycle(e, l);
            case LogisticsEvent.CarrierCapacity c -> capacity(e, c);
            case LogisticsEvent.Telemetry t -> Folded.NO_PARCEL;
            case LogisticsEvent l -> parcels.logistics(e, l);
            case CustomerEvent c -> customer(e, c);
            case SystemEvent s -> system(e, s);
            case LearningEvent l -> learning(e, l);
        };
    }

    /** Folds an entry of the log: its event and the facts recorded beside it. Returns the home keys concerned. */
    List<Long> entry(Entry entry, EnvelopeCodec codec) {
        Folded folded = event(codec.decode(entry.event()));
        List<Long> homes = new ArrayList<>(1);
        if (folded.homeKey() != 0) {
            homes.add(folded.homeKey());
        }
        for (Fact fact : FactsCodec.decode(entry.facts())) {
            fact(fact);
            if (fact instanceof Decision decision && decision.key() != folded.homeKey()) {
                homes.add(decision.key());
            }
        }
        return homes;
    }

    /** Folds what the brain added to an event. */
    void fact(Fact fact) {
        switch (fact) {
            case Decision d -> decided(d);
            case PlannedEffect p -> planned(p);
            case HandedOver h -> {}
            case Considered c -> thoughts.considered(c);
            case Settled t -> settled(t.homeKey(), t.decisionId(), t.reward(), t.complete());
        }
    }

    private void settled(long homeKey, long decisionId, Reward reward, boolean complete) {
        MerchantId merchant = state.home(homeKey).orElseThrow().merchant();
        state.editHome(state.homeKey(homeKey), merchant).ledger().settle(decisionId, complete);
        state.editSubject(Subject.of(merchant)).noteReward(Math.round(reward.points() * 1000), reward.cop());
    }

    private void decided(Decision d) {
        Home home =
                state.home(d.key()).orElseThrow(() -> new IllegalStateException("decision " + d.id() + " has no home"));
        home = state.editHome(d.key(), home.merchant());
        // A decision about a parcel that has ended looks back to when it set out, before any novedad.
        home.ledger().open(d, home.parcel().state().isEnd() ? 0 : home.parcel().issues());
        home.noteDecision(d.id(), d.first());
        for (Choice choice : d.choices()) {
            Action action = choice.winner().action();
            if (action == Action.NOTIFY_CUSTOMER) {
                home.noteNotified();
            } else if (action == Action.FLAG_FOR_MONITORING) {
                home.noteWatched();
            } else if (choice.question() == Question.ISSUE && !isHeldByPause(choice) && !d.keepsStanding()) {
                home.noteIssueDecided();
            }
        }
        home.reviewAt(Reviews.next(home.parcel(), d.atMs()));
        if (d.keepsStanding()) {
            home.outbox().hurry(home.progress().thoughtOf(), d.atMs());
            home.progress().noteThought();
        } else if (d.stage() != null) {
            home.outbox().supersede(ThoughtFold.overtaken(home, d));
            home.progress().noteDecided();
            planStep(home, d);
        }
        state.editControl().noteDecisions(1);
        state.editSubject(Subject.of(home.merchant())).noteDecision();
    }

    /** Who waits at a novedad looks again; who acts looks again when an answer could be there, see {@link #planned}. */
    private static void planStep(Home home, Decision d) {
        for (Choice choice : d.choices()) {
            boolean waits = choice.question() == Question.ISSUE
                    && choice.winner().action() == Action.NONE
                    && choice.autonomy() == Autonomy.ACT;
            if (waits && !d.observed()) {
                home.progress().stepAt(d.atMs() + WAIT_MS);
            }
        }
    }

    /** During a pause doing nothing is no answer to a novedad: it is asked again at the next review. */
    private static boolean isHeldByPause(Choice choice) {
        return choice.winner().action() == Action.NONE && choice.guardrails().contains(Guardrail.PAUSED);
    }

    private void planned(PlannedEffect p) {
        long homeKey = p.homeKey();
        Home known =
                state.home(homeKey).orElseThrow(() -> new IllegalStateException("effect " + p.id() + " has no home"));
        Home home = state.editHome(homeKey, known.merchant());
        home.outbox().plan(p);
        boolean granted = p.status() == EffectStatus.PLANNED;
        if (home.parcel().hasOpenIssue() && !p.needsApproval() && p.action().contactsCustomer()) {
            home.progress().stepAt(p.notBeforeMs() + (granted ? REPLY_MS : WAIT_MS));
            if (granted && p.action() != Action.NOTIFY_CUSTOMER) {
                home.progress().noteGranted();
            }
        }
        if (granted && p.action().contactsCustomer() && home.parcel().customer().isKnown()) {
            state.editCustomer(Keys.customer(home.merchant(), home.parcel().customer()))
                    .takeContact(ContactDay.of(p.notBeforeMs()));
        }
    }

    private Folded capacity(Envelope e, LogisticsEvent.CarrierCapacity c) {
        Subject subject =
                c.city().equals(CityCode.UNKNOWN) ? Subject.of(c.carrier()) : Subject.lane(c.carrier(), c.city());
        if (state.subject(subject).seen().contains(Keys.event(e.source(), e.id()))) {
            return Folded.DUPLICATE;
        }
        SubjectState edited = state.editSubject(subject);
        edited.seen().add(Keys.event(e.source(), e.id()));
        edited.setCapacity(c.parcelsPerDay());
        return Folded.NO_PARCEL;
    }

    private Folded customer(Envelope e, CustomerEvent c) {
        long key = Keys.customer(e.merchant(), c.customer());
        if (state.customer(key).seen().contains(Keys.event(e.source(), e.id()))) {
            return Folded.DUPLICATE;
        }
        var customer = state.editCustomer(key);
        customer.seen().add(Keys.event(e.source(), e.id()));
        Reply reply = Reply.NONE;
        String guide = switch (c) {
            case CustomerEvent.CustomerInquiry i -> {
                customer.noteWrote(e.validAt().toEpochMilli());
                // One who asks may answer what we asked: "estoy mañana después de las 3".
                reply = Reply.ofIntent(i.topic());
                yield i.guideNumber();
            }
            case CustomerEvent.CustomerReplied r -> {
                customer.noteWrote(e.validAt().toEpochMilli());
                reply = Reply.ofIntent(r.intent());
                yield r.guideNumber();
            }
            case CustomerEvent.CustomerFeedback f -> {
                customer.noteScore(f.score());
                yield f.guideNumber();
            }
        };
        long home = guide.isEmpty() ? 0 : state.homeKey(Keys.guide(e.merchant(), guide));
        if (home == 0) {
            return Folded.NO_PARCEL;
        }
        Home edited = state.editHome(home, e.merchant());
        ParcelState parcel = edited.parcel();
        parcel.learn(ParcelFacts.NOTHING, ParcelState.NO_TIME, e.standing() == Standing.HISTORICAL);
        if (parcel.hasOpenIssue() && reply != Reply.NONE && !parcel.isHistorical()) {
            edited.progress().note(reply);
            return new Folded(false, home, Change.step(parcel.state()));
        }
        return new Folded(false, home, parcel.unmoved(true));
    }

    private Folded system(Envelope e, SystemEvent s) {
        switch (s) {
            case SystemEvent.Tick t -> state.editControl().tick(t.at().toEpochMilli());
            case SystemEvent.SnapshotPublished p -> state.editControl().publish(p.version(), p.learnedThrough());
            case SystemEvent.ConfigurationChanged c -> configure(c);
            case SystemEvent.ActionExecuted a -> {
                return settle(e, a);
            }
            case SystemEvent.ApprovalGiven a -> {
                return answer(e, a);
            }
            case SystemEvent.ThoughtReturned t -> {
                return thoughts.returned(e, t);
            }
            case SystemEvent.ModelTrained m -> {}
            case SystemEvent.ModelDeployed m -> {}
            case SystemEvent.AnomalyDetected a -> {}
        }
        return Folded.NO_PARCEL;
    }

    private void configure(SystemEvent.ConfigurationChanged c) {
        if (c.key().startsWith(TARIFF)) {
            String[] parts = c.key().substring(TARIFF.length()).split("\\.", 2);
            state.editTariffs(new Carrier(parts[0]))
                    .set(new CityCode(parts[1]), TariffState.Tariff.ofSetting(c.value()));
        } else {
            state.editControl().set(c.key(), c.value());
        }
    }

    private Folded settle(Envelope e, SystemEvent.ActionExecuted a) {
        long key = state.homeKey(Subjects.homeKey(e.subject()));
        Home known = key == 0 ? null : state.home(key).orElse(null);
        if (known == null) {
            return Folded.NO_PARCEL;
        }
        Home home = state.editHome(key, known.merchant());
        boolean news = home.outbox().settle(a.effectId(), a.status());
        long atMs = e.recordedAt().toEpochMilli();
        boolean byHand = a.effectId() == SystemEvent.ActionExecuted.NO_EFFECT;
        if (byHand && a.status() == EffectStatus.DONE && a.action().contactsCustomer()) {
            // Nobody granted it: it counts for the day nevertheless.
            if (home.parcel().customer().isKnown()) {
                state.editCustomer(Keys.customer(home.merchant(), home.parcel().customer()))
                        .takeContact(ContactDay.of(atMs));
            }
        }
        Change change = news && home.parcel().hasOpenIssue() ? issueMoved(home, a, atMs) : null;
        if (a.status() == EffectStatus.DONE && a.action() == Action.CHOOSE_CARRIER) {
            home.outbox().find(a.effectId()).ifPresent(f -> {
                Carrier carrier = new Carrier(f.plan().target());
                home.parcel().assignCarrier(carrier);
                given(carrier, home.parcel().destination(), e);
            });
        }
        return new Folded(false, key, change);
    }

    private void given(Carrier carrier, CityCode city, Envelope e) {
        long day = ContactDay.of(e.recordedAt().toEpochMilli());
        state.editSubject(Subject.of(carrier)).noteGiven(day);
        state.editSubject(Subject.lane(carrier, city)).noteGiven(day);
    }

    /** What an effect did to an open novedad; null if nothing that wants a decision. */
    private static @Nullable Change issueMoved(Home home, SystemEvent.ActionExecuted a, long atMs) {
        switch (a.status()) {
            case DONE -> {
                home.progress().noteDone(a.action(), atMs, isGranted(home, a.effectId()));
                if (a.action().answersCarrier()) {
                    home.parcel().answerIssue();
                }
                if (!a.result().isEmpty()) {
                    home.progress().stepAt(atMs + REPLY_MS);
                }
                return null;
            }
            case FAILED -> {
                home.progress().noteFailed(a.action());
                return home.progress().steps() < IssueProgress.MOST_STEPS
                        ? Change.step(home.parcel().state())
                        : null;
            }
            default -> {
                return null;
            }
        }
    }

    /** What needed no yes was counted when it was planned. */
    private static boolean isGranted(Home home, long effectId) {
        return home.outbox()
                .find(effectId)
                .map(effect -> !effect.plan().needsApproval())
                .orElse(false);
    }

    private Folded answer(Envelope e, SystemEvent.ApprovalGiven a) {
        long key = state.homeKey(Subjects.homeKey(e.subject()));
        Home known = key == 0 ? null : state.home(key).orElse(null);
        if (known == null) {
            return Folded.NO_PARCEL;
        }
        boolean first = state.editHome(key, known.merchant())
                .outbox()
                .answer(PlannedEffect.idOf(a.decisionId(), a.choice()), a.approved());
        return first ? new Folded(false, key, null) : Folded.DUPLICATE;
    }

    private Folded learning(Envelope e, LearningEvent l) {
        return switch (l) {
            case LearningEvent.LearningCompleted c -> Folded.NO_PARCEL;
            case LearningEvent.FeedbackReceived f -> {
                long key = state.homeKey(Subjects.homeKey(e.subject()));
                if (key == 0) {
                    yield Folded.NO_PARCEL;
                }
                settled(key, f.decisionId(), f.reward(), f.complete());
                yield new Folded(false, key, null);
            }
        };
    }

    /** The settings in force. */
    Settings settings() {
        return state.control().settings();
    }
}
