package co.litper.cerebro.simulator.player;

import co.litper.cerebro.event.CustomerEvent.CustomerReplied;
import co.litper.cerebro.event.LifecycleEvent.OrderCancelled;
import co.litper.cerebro.event.LifecycleEvent.OrderCreated;
import co.litper.cerebro.event.LifecycleEvent.OrderDelivered;
import co.litper.cerebro.event.LogisticsEvent.GuideCreated;
import co.litper.cerebro.event.LogisticsEvent.IssueReported;
import co.litper.cerebro.event.LogisticsEvent.IssueResolved;
import co.litper.cerebro.event.LogisticsEvent.TrackingUpdated;
import co.litper.cerebro.event.SystemEvent.Tick;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.logistics.AnswerDeadlines;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/**
 * The parcels under way as the feed tells of them. Repeats are dropped, what is garbled or unknown is ignored, what has
 * ended is forgotten.
 */
final class Caseload {
    /** Ids remembered against repeats; a feed repeats within days. */
    private static final int MOST_IDS = 50_000;

    private static final News NOTHING = new News.Nothing();

    private final AnswerDeadlines deadlines;
    private final Map<String, Tracked> byOrder = new LinkedHashMap<>();
    private final Map<String, Tracked> byGuide = new LinkedHashMap<>();
    private final Map<String, Tracked> troubled = new LinkedHashMap<>();
    private final SequencedSet<String> seen = new LinkedHashSet<>();

    Caseload(AnswerDeadlines deadlines) {
        this.deadlines = deadlines;
    }

    /** Guides with an open novedad, in the order in which they were reported. */
    Collection<Tracked> troubled() {
        troubled.values().removeIf(parcel -> !parcel.troubled);
        return troubled.values();
    }

    /** Takes an event in and says what is new. */
    News meet(Envelope e) {
        if (!isNew(e.source() + e.id())) {
            return NOTHING;
        }
        Instant now = e.recordedAt();
        return switch (e.event()) {
            case OrderCreated o -> ordered(new Tracked(e.merchant(), o.orderId(), o.parcel()));
            case OrderCancelled o -> ended(byOrder.get(o.orderId()));
            case OrderDelivered o -> ended(byOrder.get(o.orderId()));
            case GuideCreated g -> guided(g);
            case TrackingUpdated t -> moved(byGuide.get(t.guideNumber()), t.state());
            case IssueReported i -> reported(byGuide.get(i.guideNumber()), i, now);
            case IssueResolved i -> resolved(byGuide.get(i.guideNumber()));
            case CustomerReplied r -> replied(byGuide.get(r.guideNumber()), r.intent());
            case Tick tick -> new News.Passed(now);
            default -> NOTHING;
        };
    }

    private boolean isNew(String id) {
        if (seen.size() >= MOST_IDS) {
            seen.removeFirst();
        }
        return seen.add(id);
    }

    private News ordered(Tracked parcel) {
        if (byOrder.putIfAbsent(parcel.orderId, parcel) != null
                || !parcel.facts.carrier().equals(Carrier.UNKNOWN)) {
            return NOTHING;
        }
        return new News.Ordered(parcel);
    }

    private News guided(GuideCreated g) {
        Tracked parcel = byOrder.get(g.orderId());
        if (parcel != null) {
            parcel.guideNumber = g.guideNumber();
            byGuide.put(g.guideNumber(), parcel);
        }
        return NOTHING;
    }

    private News moved(@Nullable Tracked parcel, @Nullable ShipmentState state) {
        if (parcel == null || state == null || state == parcel.state) {
            return NOTHING;
        }
        if (state.isEnd()) {
            return ended(parcel);
        }
        if (state == ShipmentState.ISSUE) {
            return NOTHING;
        }
        parcel.state = state;
        parcel.closeIssue();
        return new News.Moved(parcel);
    }

    private News reported(@Nullable Tracked parcel, IssueReported issue, Instant now) {
        if (parcel == null) {
            return NOTHING;
        }
        parcel.openIssue(issue.reason(), now, deadlines.answerBy(issue.carrier(), now));
        troubled.put(parcel.guideNumber, parcel);
        return new News.Troubled(parcel);
    }

    private static News resolved(@Nullable Tracked parcel) {
        if (parcel != null) {
            parcel.closeIssue();
        }
        return NOTHING;
    }

    private static News replied(@Nullable Tracked parcel, String intent) {
        return parcel == null || !parcel.troubled ? NOTHING : new News.Replied(parcel, intent);
    }

    private News ended(@Nullable Tracked parcel) {
        if (parcel != null) {
            parcel.closeIssue();
            byOrder.remove(parcel.orderId);
            byGuide.remove(parcel.guideNumber);
            troubled.remove(parcel.guideNumber);
        }
        return NOTHING;
    }
}
