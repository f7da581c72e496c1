package co.litper.cerebro.host;

import co.litper.cerebro.event.CustomerEvent;
import co.litper.cerebro.event.LifecycleEvent;
import co.litper.cerebro.event.LogisticsEvent;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.vocabulary.Priority;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Events on their way to the shard: high priority first, each level in order, and no event ever overtakes one that names the
 * same order, guide or customer. Bounded; thread-safe.
 */
final class IngressQueue {
    private final int capacity;
    private final Deque<Request> high = new ArrayDeque<>();
    private final Deque<Request> normal = new ArrayDeque<>();
    /** How many events that name a key wait in {@link #normal}; those are not to be overtaken. */
    private final Map<String, Integer> waitingNormally = new HashMap<>();

    IngressQueue(int capacity) {
        this.capacity = capacity;
    }

    synchronized void put(Request request) throws InterruptedException {
        while (!hasRoom()) {
            wait();
        }
        add(request);
    }

    synchronized boolean offer(Request request) {
        if (!hasRoom()) {
            return false;
        }
        add(request);
        return true;
    }

    synchronized boolean isEmpty() {
        return high.isEmpty() && normal.isEmpty();
    }

    /** Moves up to {@code most} requests, waiting up to {@code waitMs} for the first. */
    synchronized void drain(List<Request> into, int most, long waitMs) throws InterruptedException {
        if (isEmpty()) {
            TimeUnit.MILLISECONDS.timedWait(this, waitMs);
        }
        boolean wasFull = !hasRoom();
        while (into.size() < most && !isEmpty()) {
            Request next = high.poll();
            if (next == null) {
                next = normal.remove();
                forget(next.envelope());
            }
            into.add(next);
        }
        if (wasFull) {
            notifyAll();
        }
    }

    private boolean hasRoom() {
        return high.size() + normal.size() < capacity;
    }

    private void add(Request request) {
        boolean wasEmpty = isEmpty();
        Envelope e = request.envelope();
        if (e.priority() == Priority.HIGH && !followsAnother(e)) {
            high.add(request);
        } else {
            normal.add(request);
            for (String key : keys(e)) {
                waitingNormally.merge(key, 1, Integer::sum);
            }
        }
        if (wasEmpty) {
            notifyAll();
        }
    }

    private boolean followsAnother(Envelope e) {
        for (String key : keys(e)) {
            if (waitingNormally.containsKey(key)) {
                return true;
            }
        }
        return false;
    }

    private void forget(Envelope e) {
        for (String key : keys(e)) {
            waitingNormally.computeIfPresent(key, (k, n) -> n == 1 ? null : n - 1);
        }
    }

    private static List<String> keys(Envelope e) {
        String m = e.merchant().value();
        return switch (e.event()) {
            case LifecycleEvent.OrderShipped o -> keys(m + "/o", o.orderId(), m + "/g", o.guideNumber());
            case LifecycleEvent.OrderDelivered o -> keys(m + "/o", o.orderId(), m + "/g", o.guideNumber());
            case LifecycleEvent o -> List.of(m + "/o" + o.orderId());
            case LogisticsEvent.GuideCreated g -> keys(m + "/o", g.orderId(), m + "/g", g.guideNumber());
            case LogisticsEvent.GuideUpdated g -> keys(m + "/o", g.orderId(), m + "/g", g.guideNumber());
            case LogisticsEvent.TrackingUpdated t -> List.of(m + "/g" + t.guideNumber());
            case LogisticsEvent.DelayDetected d -> List.of(m + "/g" + d.guideNumber());
            case LogisticsEvent.IssueReported i -> List.of(m + "/g" + i.guideNumber());
            case LogisticsEvent.IssueResolved i -> List.of(m + "/g" + i.guideNumber());
            case CustomerEvent.CustomerInquiry c -> keys(m + "/c", c.customer().value(), m + "/g", c.guideNumber());
            case CustomerEvent.CustomerReplied c -> keys(m + "/c", c.customer().value(), m + "/g", c.guideNumber());
            case CustomerEvent.CustomerFeedback c -> keys(m + "/c", c.customer().value(), m + "/g", c.guideNumber());
            default -> List.of(m + "/s" + e.subject());
        };
    }

    /** A number that was not told ties nothing together. */
    private static List<String> keys(String kind, String value, String otherKind, String otherValue) {
        if (value.isEmpty()) {
            return otherValue.isEmpty() ? List.of() : List.of(otherKind + otherValue);
        }
        return otherValue.isEmpty() ? List.of(kind + value) : List.of(kind + value, otherKind + otherValue);
    }
}
