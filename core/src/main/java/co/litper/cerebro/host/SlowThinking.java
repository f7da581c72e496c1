package co.litper.cerebro.host;

import co.litper.cerebro.Subjects;
import co.litper.cerebro.decision.Dilemma;
import co.litper.cerebro.decision.Reasoner;
import co.litper.cerebro.decision.Thought;
import co.litper.cerebro.event.ThoughtEnd;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.world.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Puts dilemmas to the reasoner in threads of its own and takes what comes of them into the log. Whoever offers never waits:
 * at most {@value #CAPACITY} dilemmas wait, and what finds no room ends at once.
 *
 * <p>What waits or is thought about when the process ends is not asked again: what was decided stands.
 */
public final class SlowThinking implements AutoCloseable {
    /** Dilemmas that wait: at some seconds a thought, minutes; older advice would come too late. */
    static final int CAPACITY = 64;

    /** Thoughts at a time: a service limits them, and the budget does. */
    private static final int THREADS = 4;

    private static final String SOURCE = "/cerebro/reasoner";

    private final Reasoner reasoner;
    private final Clock clock;
    private final Log log;
    private final BlockingQueue<Dilemma> waiting = new ArrayBlockingQueue<>(CAPACITY);
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopped;

    /** Takes events in. */
    @FunctionalInterface
    public interface Log {
        /** Takes an event in without waiting for room; false if there is none. */
        boolean offer(Envelope envelope);
    }

    private SlowThinking(Reasoner reasoner, Clock clock, Log log) {
        this.reasoner = reasoner;
        this.clock = clock;
        this.log = log;
    }

    /** Starts to think. */
    public static SlowThinking start(Reasoner reasoner, Clock clock, Log log) {
        SlowThinking thinking = new SlowThinking(reasoner, clock, log);
        for (int i = 0; i < THREADS; i++) {
            thinking.threads.add(Thread.ofPlatform()
                    .name("cerebro-reasoner-" + i)
                    .daemon(true)
                    .start(thinking::run));
        }
        return thinking;
    }

    /** Puts a dilemma to the reasoner if there is room. Returns at once. */
    public void offer(Dilemma dilemma) {
        if (!waiting.offer(dilemma)) {
            tell(dilemma, Thought.unsent(ThoughtEnd.NO_ROOM));
        }
    }

    private void run() {
        try {
            while (!stopped) {
                Dilemma dilemma = waiting.take();
                Thought thought = think(reasoner, dilemma);
                if (!stopped) {
                    tell(dilemma, thought);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Thinks; a bug of the reasoner is one more way not to be reached. */
    static Thought think(Reasoner reasoner, Dilemma dilemma) {
        try {
            return reasoner.think(dilemma);
        } catch (RuntimeException bug) {
            return Thought.unsent(ThoughtEnd.UNREACHABLE);
        }
    }

    /** An answer that the log has no room for is lost, as one that came too late: what was decided stands. */
    private void tell(Dilemma dilemma, Thought thought) {
        try {
            log.offer(envelope(dilemma, thought, clock.now()));
        } catch (StoreException stopping) {
            stopped = true;
        }
    }

    static Envelope envelope(Dilemma dilemma, Thought thought, Instant now) {
        return Envelope.own(
                "thought-" + Long.toHexString(dilemma.decisionId()),
                SOURCE,
                dilemma.merchant(),
                Subjects.home(dilemma.homeKey()),
                now,
                thought.toEvent(dilemma.decisionId()));
    }

    /** Ends the threads; what is being thought is given up. */
    @Override
    public void close() {
        stopped = true;
        threads.forEach(Thread::interrupt);
        reasoner.close();
    }
}
