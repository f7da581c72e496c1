package co.litper.cerebro;

import co.litper.cerebro.event.LifecycleEvent;
import co.litper.cerebro.event.LogisticsEvent;
import co.litper.cerebro.event.ParcelFacts;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.Standing;
import co.litper.cerebro.log.StateRow;
import co.litper.cerebro.logistics.Change;
import co.litper.cerebro.logistics.CustomerState;
import co.litper.cerebro.logistics.ParcelState;
import co.litper.cerebro.logistics.Subject;
import co.litper.cerebro.logistics.SubjectState;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Folds what happens to a parcel: finds its home by order or guide, applies the claim, tells customer, carrier, city, lane
 * and merchant.
 */
final class ParcelFold {
    private static final double MS_PER_HOUR = 3_600_000.0;

    private final ShardState state;

    ParcelFold(ShardState state) {
        this.state = state;
    }

    Fold.Folded lifecycle(Envelope e, LifecycleEvent event) {
        return switch (event) {
            case LifecycleEvent.OrderCreated o -> at(e, o.orderId(), "", h -> opened(h, e, o.parcel(), ms(e)));
            case LifecycleEvent.OrderConfirmed o ->
                at(e, o.orderId(), "", h -> {
                    historical(h, e);
                    h.parcel().confirm();
                    return h.parcel().unmoved(true);
                });
            case LifecycleEvent.OrderCancelled o ->
                at(e, o.orderId(), "", h -> move(h, e, ShipmentState.CANCELLED, "", ms(e)));
            case LifecycleEvent.OrderShipped o ->
                at(e, o.orderId(), o.guideNumber(), h -> {
                    h.parcel().assignCarrier(o.carrier());
                    return move(h, e, ShipmentState.SHIPPED, "", ms(e));
                });
            case LifecycleEvent.OrderDelivered o ->
                at(e, o.orderId(), o.guideNumber(), h -> move(h, e, ShipmentState.DELIVERED, "", ms(e)));
        };
    }

    Fold.Folded logistics(Envelope e, LogisticsEvent event) {
        return switch (event) {
            case LogisticsEvent.GuideCreated g ->
                at(e, g.orderId(), g.guideNumber(), h -> opened(h, e, g.parcel(), ms(e)));
            case LogisticsEvent.GuideUpdated g -> at(e, g.orderId(), g.guideNumber(), h -> observed(h, e, g));
            case LogisticsEvent.TrackingUpdated t ->
                at(e, "", t.guideNumber(), h -> {
                    h.parcel().assignCarrier(t.carrier());
                    return move(h, e, t.state(), t.rawStatus(), ms(e));
                });
            case LogisticsEvent.IssueReported i ->
                at(e, "", i.guideNumber(), h -> {
                    h.parcel().assignCarrier(i.carrier());
                    h.parcel().noteFailedAttempt(i.attempt());
                    return h.parcel()
                            .moveTo(ShipmentState.ISSUE, i.reason(), i.rawReason(), ms(e), false, historical(h, e));
                });
            case LogisticsEvent.IssueResolved i ->
                at(e, "", i.guideNumber(), h -> {
                    historical(h, e);
                    Action done = Action.ofWire(i.solution());
                    if (done != null && h.parcel().hasOpenIssue()) {
                        h.progress().noteDone(done, e.recordedAt().toEpochMilli(), false);
                    }
                    return h.parcel().answerIssue();
                });
            case LogisticsEvent.DelayDetected d -> delayed(e, d);
            case LogisticsEvent.CarrierCapacity c -> Fold.Folded.NO_PARCEL;
            case LogisticsEvent.Telemetry t -> Fold.Folded.NO_PARCEL;
        };
    }

    /** Our own word on a delay names its home: a tick has no merchant of its own, so a guide would be looked for in vain. */
    private Fold.Folded delayed(Envelope e, LogisticsEvent.DelayDetected d) {
        long known = Subjects.isHome(e.subject())
                ? state.homeKey(Subjects.homeKey(e.subject()))
                : knownHome(e.merchant(), "", d.guideNumber());
        if (known == 0 && d.guideNumber().isEmpty()) {
            return Fold.Folded.NO_PARCEL;
        }
        return at(e, "", d.guideNumber(), known, h -> {
            historical(h, e);
            h.noteDelay();
            return h.parcel().unmoved(true);
        });
    }

    private Fold.Folded at(Envelope e, String orderId, String guide, Function<Home, Change> apply) {
        return at(e, orderId, guide, knownHome(e.merchant(), orderId, guide), apply);
    }

    private Fold.Folded at(Envelope e, String orderId, String guide, long known, Function<Home, Change> apply) {
        long seenHash = Keys.event(e.source(), e.id());
        MerchantId merchant =
                known == 0 ? e.merchant() : state.home(known).orElseThrow().merchant();
        if (known != 0 && state.home(known).orElseThrow().seen().contains(seenHash)) {
            return Fold.Folded.DUPLICATE;
        }
        long homeKey = settleHome(merchant, orderId, guide, known);
        Home home = state.editHome(homeKey, merchant);
        home.seen().add(seenHash);
        home.parcel().identify(orderId, guide);
        Change change = apply.apply(home);
        if (change.issueOpened()) {
            home.progress().open();
        }
        home.parcel().promiseIfNone(promise(home.parcel()));
        plan(home, e);
        tell(home, change);
        return new Fold.Folded(false, homeKey, change);
    }

    /** The guide's home if there is one, else the order's, else 0. */
    private long knownHome(MerchantId merchant, String orderId, String guide) {
        long byGuide = guide.isEmpty() ? 0 : state.homeKey(Keys.guide(merchant, guide));
        return byGuide != 0 || orderId.isEmpty() ? byGuide : state.homeKey(Keys.order(merchant, orderId));
    }

    /** Makes every number given lead to one home: the known one, or that of the first number. */
    private long settleHome(MerchantId merchant, String orderId, String guide, long known) {
        if (orderId.isEmpty() || guide.isEmpty()) {
            return known != 0 ? known : guide.isEmpty() ? Keys.order(merchant, orderId) : Keys.guide(merchant, guide);
        }
        long orderKey = Keys.order(merchant, orderId);
        long guideKey = Keys.guide(merchant, guide);
        long home = known != 0 ? known : orderKey;
        long byOrder = state.homeKey(orderKey);
        if (byOrder != home && orderKey != home) {
            if (byOrder != 0) {
                absorb(home, byOrder, merchant);
            }
            state.alias(orderKey, home);
        }
        if (guideKey != home && state.homeKey(guideKey) != home) {
            state.alias(guideKey, home);
        }
        return home;
    }

    /** Two numbers turn out to mean one parcel, each of which had a home: the guide's takes over the order's. */
    private void absorb(long home, long other, MerchantId merchant) {
        Home from = state.home(other).orElseThrow();
        Home into = state.editHome(home, merchant);
        into.absorb(from);
        state.alias(other, home);
    }

    private Change opened(Home home, Envelope e, ParcelFacts facts, long atMs) {
        boolean learned = home.parcel().learn(facts, atMs, isHistorical(e));
        if (home.parcel().isKnown()) {
            return home.parcel().unmoved(learned);
        }
        return home.parcel().moveTo(ShipmentState.CREATED, null, "", atMs, false, learned);
    }

    private Change observed(Home home, Envelope e, LogisticsEvent.GuideUpdated g) {
        ParcelState parcel = home.parcel();
        long createdMs =
                g.createdAt() == null ? ParcelState.NO_TIME : g.createdAt().toEpochMilli();
        boolean learned = parcel.learn(g.parcel(), createdMs, isHistorical(e));
        long atMs = g.movedAt() == null ? ms(e) : g.movedAt().toEpochMilli();
        if (g.state() == null) {
            return parcel.unmoved(learned);
        }
        Change change = parcel.moveTo(g.state(), g.issue(), g.rawStatus(), atMs, g.issueSolved(), learned);
        if (g.issue() != null && g.state() != ShipmentState.ISSUE) {
            parcel.notePastIssue();
        }
        return change;
    }

    private static Change move(Home home, Envelope e, @Nullable ShipmentState told, String raw, long atMs) {
        boolean learned = historical(home, e);
        return told == null
                ? home.parcel().unmoved(learned)
                : home.parcel().moveTo(told, null, raw, atMs, false, learned);
    }

    private static boolean historical(Home home, Envelope e) {
        return home.parcel().learn(ParcelFacts.NOTHING, ParcelState.NO_TIME, isHistorical(e));
    }

    private static boolean isHistorical(Envelope e) {
        return e.standing() == Standing.HISTORICAL;
    }

    private static long ms(Envelope e) {
        return e.validAt().toEpochMilli();
    }

    /** Until when the parcel should come where the source promises nothing: the tariff's days, else the setting's. */
    private @Nullable Instant promise(ParcelState parcel) {
        if (parcel.facts().promisedAt() != null || parcel.createdAtMs() == ParcelState.NO_TIME) {
            return null;
        }
        int days = state.tariffs(parcel.carrier())
                .find(parcel.destination())
                .map(t -> t.promisedDays())
                .filter(d -> d > 0)
                .orElse(state.control().settings().promiseDays());
        return Instant.ofEpochMilli(parcel.createdAtMs()).plus(Duration.ofDays(days));
    }

    /** A historical parcel that is still open is looked at on the next tick, when all of its file has been read. */
    private static void plan(Home home, Envelope e) {
        long recordedMs = e.recordedAt().toEpochMilli();
        if (home.parcel().state().isEnd()) {
            home.reviewAt(StateRow.NEVER);
        } else if (isHistorical(e)) {
            home.reviewAt(recordedMs);
        } else {
            home.reviewAt(Reviews.next(home.parcel(), recordedMs));
        }
    }

    private void tell(Home home, Change change) {
        ParcelState parcel = home.parcel();
        if (change.firstSeen() || change.issueOpened() || change.ended()) {
            for (Subject subject : subjects(home)) {
                tally(state.editSubject(subject), parcel, change);
            }
            if (parcel.customer().isKnown()) {
                tellCustomer(state.editCustomer(Keys.customer(home.merchant(), parcel.customer())), parcel, change);
            }
        }
    }

    private static List<Subject> subjects(Home home) {
        Carrier carrier = home.parcel().carrier();
        CityCode city = home.parcel().destination();
        return List.of(Subject.of(home.merchant()), Subject.of(carrier), Subject.of(city), Subject.lane(carrier, city));
    }

    private static void tellCustomer(CustomerState customer, ParcelState parcel, Change change) {
        if (change.firstSeen()) {
            customer.noteOrder();
        }
        if (change.issueOpened()) {
            customer.noteIssue();
        }
        if (change.ended() && parcel.state() != ShipmentState.CANCELLED) {
            customer.noteEnd(parcel.state() == ShipmentState.DELIVERED);
        }
    }

    private static void tally(SubjectState subject, ParcelState parcel, Change change) {
        if (change.firstSeen()) {
            subject.noteParcel();
        }
        if (change.issueOpened()) {
            subject.noteIssue();
        }
        if (change.ended()) {
            switch (parcel.state()) {
                case DELIVERED -> {
                    double hours = (parcel.endedAtMs() - parcel.createdAtMs()) / MS_PER_HOUR;
                    subject.noteDelivered(
                            parcel.isLate(parcel.endedAtMs()), parcel.issues() > 0, Math.max(0, Math.round(hours)));
                }
                case RETURNED -> subject.noteReturned();
                case CANCELLED -> subject.noteCancelled();
                case CREATED, PROCESSING, SHIPPED, IN_TRANSIT, OUT_FOR_DELIVERY, IN_OFFICE, ISSUE -> {}
            }
        }
    }
}
