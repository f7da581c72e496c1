package co.litper.cerebro.act;

import co.litper.cerebro.event.EffectStatus;
import co.litper.cerebro.event.SystemEvent.ActionExecuted;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.world.Clock;
import java.util.HashSet;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Hands effects to their channels and reports how they fared. One thread calls {@link #run}; another may {@link #offer}.
 *
 * <p>A channel that deduplicates is tried with growing pauses until it answers or the deadline passes. For one that does
 * not, {@code attempting} is durable before the only attempt, so that a crash leaves a trace and never a second message. At
 * most {@link #CAPACITY} effects wait here; the rest stay in the outbox of their parcel and come again with a later tick.
 */
public final class Executor {
    /** Effects that wait or are tried again at a time; about a minute of work for a slow channel. */
    public static final int CAPACITY = 10_000;

    private static final long FIRST_PAUSE_MS = 500;
    private static final long LONGEST_PAUSE_MS = 60_000;

    private final Map<Action, Channel> channels;
    private final Channel fallback;
    private final Reporter reporter;
    private final Clock clock;
    private final PriorityQueue<Attempt> waiting = new PriorityQueue<>();
    private final Set<Long> inFlight = new HashSet<>();
    private long order;
    private boolean stopped;

    /** Takes what happened into the log. */
    public interface Reporter {
        /** Appends an event about an effect of the parcel {@code subject} and returns when it is durable. */
        void report(Dispatch dispatch, ActionExecuted executed) throws InterruptedException;
    }

    private record Attempt(long atMs, long order, int tries, Dispatch dispatch) implements Comparable<Attempt> {
        @Override
        public int compareTo(Attempt other) {
            int byTime = Long.compare(atMs, other.atMs);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    /**
     * @param channels which channel carries which action
     * @param fallback the channel of every other action
     */
    public Executor(Map<Action, Channel> channels, Channel fallback, Reporter reporter, Clock clock) {
        this.channels = Map.copyOf(channels);
        this.fallback = fallback;
        this.reporter = reporter;
        this.clock = clock;
    }

    /** Takes an effect in. False if there is no room; true if it is here already. */
    public synchronized boolean offer(Dispatch dispatch) {
        if (inFlight.contains(dispatch.effectId())) {
            return true;
        }
        if (inFlight.size() >= CAPACITY) {
            return false;
        }
        inFlight.add(dispatch.effectId());
        waiting.add(new Attempt(0, order++, 0, dispatch));
        notifyAll();
        return true;
    }

    /** Works until stopped; the attempt under way is finished. */
    public void run() {
        try {
            Attempt next = take();
            while (next != null) {
                attempt(next);
                next = take();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets {@link #run} return when the attempt under way is finished. What waits stays in the outboxes. */
    public synchronized void stop() {
        stopped = true;
        notifyAll();
    }

    /** True if nothing waits and nothing is tried. */
    public synchronized boolean isIdle() {
        return inFlight.isEmpty();
    }

    /** Tries everything that is ready now, in the caller's thread. For hosts without threads of their own. */
    public void runReady() throws InterruptedException {
        while (true) {
            Attempt next;
            synchronized (this) {
                Attempt first = waiting.peek();
                if (first == null || first.atMs() > clock.now().toEpochMilli()) {
                    return;
                }
                next = waiting.remove();
            }
            attempt(next);
        }
    }

    private synchronized @Nullable Attempt take() throws InterruptedException {
        while (!stopped) {
            Attempt first = waiting.peek();
            long now = clock.now().toEpochMilli();
            if (first == null) {
                wait();
            } else if (first.atMs() > now) {
                wait(Math.min(LONGEST_PAUSE_MS, first.atMs() - now));
            } else {
                return waiting.remove();
            }
        }
        return null;
    }

    private void attempt(Attempt attempt) throws InterruptedException {
        Dispatch dispatch = attempt.dispatch();
        Channel channel = channels.getOrDefault(dispatch.action(), fallback);
        if (clock.now().toEpochMilli() > dispatch.deadlineMs()) {
            settle(dispatch, channel, EffectStatus.EXPIRED);
            return;
        }
        if (!channel.deduplicates() && attempt.tries() == 0) {
            reporter.report(dispatch, executed(dispatch, channel, EffectStatus.ATTEMPTING));
        }
        switch (channel.send(dispatch)) {
            case DONE -> settle(dispatch, channel, EffectStatus.DONE);
            case FAILED -> settle(dispatch, channel, EffectStatus.FAILED);
            case RETRY -> again(attempt);
            case UNCLEAR -> {
                if (channel.deduplicates()) {
                    again(attempt);
                } else {
                    settle(dispatch, channel, EffectStatus.UNKNOWN);
                }
            }
        }
    }

    private synchronized void again(Attempt attempt) {
        long pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS << Math.min(attempt.tries(), 16));
        waiting.add(new Attempt(clock.now().toEpochMilli() + pause, order++, attempt.tries() + 1, attempt.dispatch()));
    }

    private void settle(Dispatch dispatch, Channel channel, EffectStatus status) throws InterruptedException {
        reporter.report(dispatch, executed(dispatch, channel, status));
        synchronized (this) {
            inFlight.remove(dispatch.effectId());
        }
    }

    private static ActionExecuted executed(Dispatch dispatch, Channel channel, EffectStatus status) {
        return new ActionExecuted(dispatch.effectId(), dispatch.action(), channel.name(), status);
    }
}
