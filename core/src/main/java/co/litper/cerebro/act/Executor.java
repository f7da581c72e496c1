package co.litper.cerebro.act;

import co.litper.cerebro.event.EffectStatus;
import co.litper.cerebro.event.SystemEvent.ActionExecuted;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.world.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Hands effects to their channels and reports how they fared. One thread calls {@link #run}; another may {@link #offer}.
 *
 * <p>A channel that deduplicates is tried with growing pauses until it answers or the deadline passes. For one that does
 * not, {@code attempting} is durable before the only attempt, so that a crash leaves a trace and never a second message. A
 * report that the log refuses is made again until it is taken; the attempt itself is not repeated for it. At most
 * {@link #CAPACITY} effects wait here; the rest stay in the outbox of their parcel and come again with a later tick.
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
    /** Of those in flight whose end somebody waits for. */
    private final Map<Long, CompletableFuture<Void>> ends = new HashMap<>();

    private long order;
    private boolean stopped;

    /** Takes what happened into the log. */
    public interface Reporter {
        /**
         * Appends an event about an effect of the parcel {@code subject} and returns when it is durable.
         *
         * @throws RuntimeException if it could not be made durable; it is reported again later
         */
        void report(Dispatch dispatch, ActionExecuted executed) throws InterruptedException;
    }

    /**
     * What to do next with an effect.
     *
     * @param tries attempts and refused reports so far, which set the pause
     * @param announced true if the attempt is recorded, where it must be
     * @param fate what became of it and is yet to be recorded, or null while it is yet to be sent
     */
    private record Attempt(
            long atMs,
            long order,
            int tries,
            boolean announced,
            @Nullable EffectStatus fate,
            Dispatch dispatch) implements Comparable<Attempt> {
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
        waiting.add(new Attempt(0, order++, 0, false, null, dispatch));
        notifyAll();
        return true;
    }

    /** Gives up an effect that was taken in and is not being sent at this moment. */
    public synchronized void withdraw(long effectId) {
        if (waiting.removeIf(a -> a.dispatch().effectId() == effectId && a.fate() == null && !a.announced())) {
            ended(effectId);
        }
    }

    /** True while an effect that was taken in has not come to its end here. */
    public synchronized boolean holds(long effectId) {
        return inFlight.contains(effectId);
    }

    /** Works until stopped; the attempt under way is finished, and reports that are owed are made once more. */
    public void run() {
        try {
            Attempt next = take();
            while (next != null) {
                attempt(next);
                next = take();
            }
            for (Attempt owed : takeOwed()) {
                attempt(owed);
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

    /** Done when this no longer {@link #holds} the effect. */
    public synchronized CompletableFuture<Void> end(long effectId) {
        return inFlight.contains(effectId)
                ? ends.computeIfAbsent(effectId, _ -> new CompletableFuture<>())
                : CompletableFuture.completedFuture(null);
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

    private synchronized List<Attempt> takeOwed() {
        List<Attempt> owed = waiting.stream().filter(a -> a.fate() != null).toList();
        waiting.removeAll(owed);
        return owed;
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
        boolean announced = attempt.announced();
        EffectStatus fate = attempt.fate();
        try {
            if (fate == null && clock.now().toEpochMilli() > dispatch.deadlineMs()) {
                fate = EffectStatus.EXPIRED;
            }
            if (fate == null && !announced && !channel.deduplicates()) {
                reporter.report(dispatch, executed(dispatch, channel, EffectStatus.ATTEMPTING));
                announced = true;
            }
            if (fate == null) {
                Channel.Result answer = answer(channel, dispatch);
                if (answer == Channel.Result.LEFT_TO_PEOPLE) {
                    forget(dispatch);
                    return;
                }
                fate = fate(answer, channel);
            }
            if (fate != null) {
                reporter.report(dispatch, executed(dispatch, channel, fate));
                forget(dispatch);
                return;
            }
        } catch (RuntimeException e) {
            // The log took no report. What is sent is not sent again: only the report is still owed.
        }
        again(attempt, announced, fate);
    }

    /** What became of it. Null if it is to be sent again, or if people will tell. */
    private static @Nullable EffectStatus fate(Channel.Result answer, Channel channel) {
        return switch (answer) {
            case DONE -> EffectStatus.DONE;
            case FAILED -> EffectStatus.FAILED;
            case RETRY, LEFT_TO_PEOPLE -> null;
            case UNCLEAR -> channel.deduplicates() ? null : EffectStatus.UNKNOWN;
        };
    }

    private static Channel.Result answer(Channel channel, Dispatch dispatch) {
        try {
            return channel.send(dispatch);
        } catch (RuntimeException e) {
            // A bug of the channel: nobody knows how far it came.
            return Channel.Result.UNCLEAR;
        }
    }

    private synchronized void again(Attempt attempt, boolean announced, @Nullable EffectStatus fate) {
        long pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS << Math.min(attempt.tries(), 16));
        long atMs = clock.now().toEpochMilli() + pause;
        waiting.add(new Attempt(atMs, order++, attempt.tries() + 1, announced, fate, attempt.dispatch()));
    }

    private synchronized void forget(Dispatch dispatch) {
        ended(dispatch.effectId());
    }

    private void ended(long effectId) {
        inFlight.remove(effectId);
        CompletableFuture<Void> awaited = ends.remove(effectId);
        if (awaited != null) {
            awaited.complete(null);
        }
    }

    private static ActionExecuted executed(Dispatch dispatch, Channel channel, EffectStatus status) {
        return new ActionExecuted(dispatch.effectId(), dispatch.action(), channel.name(), status);
    }
}
