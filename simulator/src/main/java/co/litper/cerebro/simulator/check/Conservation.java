package co.litper.cerebro.simulator.check;

import co.litper.cerebro.event.LifecycleEvent.OrderCreated;
import co.litper.cerebro.event.LifecycleEvent.OrderDelivered;
import co.litper.cerebro.event.LogisticsEvent.GuideCreated;
import co.litper.cerebro.event.LogisticsEvent.IssueReported;
import co.litper.cerebro.event.LogisticsEvent.TrackingUpdated;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.simulator.Ending;
import co.litper.cerebro.simulator.ParcelStory;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Parcels are conserved: every order has one story, every guide one order, and nothing happens to a parcel after its end. */
final class Conservation extends Checker {
    private final Set<String> orders = new LinkedHashSet<>();
    private final Set<String> told = new HashSet<>();
    private final Set<String> events = new HashSet<>();
    private final Map<String, String> orderOfGuide = new HashMap<>();
    private final Map<String, Instant> endOfGuide = new HashMap<>();

    @Override
    void told(Envelope e) {
        if (!events.add(e.source() + " " + e.id())) {
            return;
        }
        switch (e.event()) {
            case OrderCreated o -> {
                if (!orders.add(o.orderId())) {
                    violated("order:" + o.orderId(), e.recordedAt(), "was created twice");
                }
            }
            case GuideCreated g -> guided(g, e.recordedAt());
            case TrackingUpdated t -> moved(t.guideNumber(), e);
            case IssueReported i -> moved(i.guideNumber(), e);
            case OrderDelivered o -> moved(o.guideNumber(), e);
            default -> {}
        }
    }

    private void guided(GuideCreated g, Instant at) {
        String other = orderOfGuide.put(g.guideNumber(), g.orderId());
        if (other != null && !other.equals(g.orderId())) {
            violated("guide:" + g.guideNumber(), at, "belongs to orders " + other + " and " + g.orderId());
        }
        if (!orders.contains(g.orderId())) {
            violated("guide:" + g.guideNumber(), at, "was made for order " + g.orderId() + " that nobody placed");
        }
    }

    private void moved(String guide, Envelope e) {
        Instant end = endOfGuide.get(guide);
        if (end != null && e.validAt().isAfter(end)) {
            violated(
                    "guide:" + guide,
                    e.recordedAt(),
                    "met " + e.event().type().wire() + " of " + e.validAt() + " after its end at " + end);
        }
    }

    @Override
    void ended(ParcelStory story) {
        if (!told.add(story.orderId())) {
            violated("order:" + story.orderId(), story.orderedAt(), "has two stories");
        }
        if (story.ending() == Ending.OPEN) {
            return;
        }
        Instant end = story.endedAt();
        if (end == null || end.isBefore(story.orderedAt())) {
            violated("order:" + story.orderId(), story.orderedAt(), "ended " + story.ending() + " at " + end);
        } else if (!story.guideNumber().isEmpty()) {
            endOfGuide.put(story.guideNumber(), end);
        }
    }

    @Override
    void over(Instant now) {
        for (String order : orders) {
            if (!told.contains(order)) {
                violated("order:" + order, now, "has no story: neither ended nor open");
            }
        }
        for (String order : told) {
            if (!orders.contains(order)) {
                violated("order:" + order, now, "has a story and was never told of");
            }
        }
    }
}
