package co.litper.cerebro.host;

import co.litper.cerebro.Brain;
import co.litper.cerebro.ShardState;
import co.litper.cerebro.act.Dispatch;
import co.litper.cerebro.act.Executor;
import co.litper.cerebro.decision.Dilemma;
import co.litper.cerebro.decision.Reasoner;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.log.StateStore;
import co.litper.cerebro.world.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The loop in the caller's thread: each event is decided, recorded, acted on and learned from before the call returns. For
 * tests, simulations and tools, where equal input must give equal bytes. Not thread-safe.
 */
public final class InlineHost implements AutoCloseable {
    private final EventLog log;
    private final StateStore states;
    private final EnvelopeCodec codec;
    private final ShardLoop loop;
    private final LearnerThread learner;
    private final Executor executor;
    private @Nullable LearningBeside beside;
    private final @Nullable Reasoner reasoner;
    private final Clock clock;
    private final Deque<Request> own = new ArrayDeque<>();
    private boolean busy;

    /** A host where nobody thinks. */
    public InlineHost(
            EventLog log,
            StateStore states,
            EnvelopeCodec codec,
            Function<ShardState, Brain> brains,
            LearnerThread learner,
            Function<InlineHost, Executor> executor,
            int maxCachedKeys) {
        this(log, states, codec, brains, learner, executor, maxCachedKeys, null, () -> Instant.EPOCH);
    }

    /**
     * Loads state and folds what the last checkpoint lacks.
     *
     * @param reasoner thinks in the caller's thread, its answer being the next event; null where nobody does
     * @param clock tells when an answer came
     */
    public InlineHost(
            EventLog log,
            StateStore states,
            EnvelopeCodec codec,
            Function<ShardState, Brain> brains,
            LearnerThread learner,
            Function<InlineHost, Executor> executor,
            int maxCachedKeys,
            @Nullable Reasoner reasoner,
            Clock clock) {
        this.log = log;
        this.states = states;
        this.codec = codec;
        this.learner = learner;
        this.reasoner = reasoner;
        this.clock = clock;
        learner.catchUp();
        this.loop = new ShardLoop(log, states, brains, codec, maxCachedKeys);
        learner.numberAbove(loop.brain().state().control().snapshot());
        loop.brain().resume();
        this.executor = executor.apply(this);
    }

    /**
     * From now on learns in a thread of its own, some thousand positions behind: the same bytes each time, but other ones than
     * without. The log must bear to be read by that thread. To be called before the first event.
     */
    public InlineHost learningBeside() {
        beside = new LearningBeside(learner);
        return this;
    }

    /** Takes an event all the way through. Called from within a channel's report it is queued until the event at hand is done. */
    public Answer submit(Envelope envelope) {
        Request request = new Request(envelope, codec.encode(envelope), null, new CompletableFuture<>());
        own.add(request);
        if (busy) {
            return new Answer.Duplicate();
        }
        busy = true;
        try {
            while (!own.isEmpty()) {
                run(own.remove());
            }
        } finally {
            busy = false;
        }
        return request.answer().join();
    }

    private void run(Request request) {
        Batch batch;
        try {
            batch = loop.run(List.of(request));
        } catch (RuntimeException e) {
            loop.reload(log, states);
            throw e;
        }
        if (!batch.entries().isEmpty()) {
            log.append(batch.entries(), batch.snapshots());
        }
        batch.succeed();
        if (!batch.checkpoint().isEmpty()) {
            states.checkpoint(batch.checkpointPosition(), batch.checkpoint());
            loop.checkpointStored();
        }
        learn(batch.lessons());
        for (Dispatch dispatch : batch.dispatches()) {
            executor.offer(dispatch);
        }
        batch.withdrawals().forEach(executor::withdraw);
        think(batch.dilemmas());
        try {
            executor.runReady();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void learn(List<Batch.Lesson> lessons) {
        if (beside == null) {
            lessons.forEach(lesson -> learner.learnAndPublish(lesson).ifPresent(this::publish));
        } else {
            beside.take(lessons, loop.next()).forEach(this::publish);
        }
    }

    private void publish(LearnerThread.Publication p) {
        Envelope e = learner.envelope(p);
        own.add(new Request(e, codec.encode(e), p.snapshot(), new CompletableFuture<>()));
    }

    private void think(List<Dilemma> dilemmas) {
        Reasoner thinks = reasoner;
        if (thinks != null) {
            for (Dilemma dilemma : dilemmas) {
                Envelope e = SlowThinking.envelope(dilemma, SlowThinking.think(thinks, dilemma), clock.now());
                own.add(new Request(e, codec.encode(e), null, new CompletableFuture<>()));
            }
        }
    }

    /** The loop's brain. */
    public Brain brain() {
        return loop.brain();
    }

    /** Checkpoints everything. */
    @Override
    public void close() {
        if (beside != null) {
            beside.close();
        }
        Batch rest = loop.drainCheckpoint();
        if (!rest.checkpoint().isEmpty()) {
            states.checkpoint(rest.checkpointPosition(), rest.checkpoint());
        }
        Batch all = loop.checkpointAll();
        if (!all.checkpoint().isEmpty()) {
            states.checkpoint(all.checkpointPosition(), all.checkpoint());
        }
    }
}
