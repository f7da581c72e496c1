package co.litper.cerebro.host;

import co.litper.cerebro.Brain;
import co.litper.cerebro.ShardState;
import co.litper.cerebro.Subjects;
import co.litper.cerebro.act.Dispatch;
import co.litper.cerebro.act.Executor;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.log.Snapshot;
import co.litper.cerebro.log.StateStore;
import co.litper.cerebro.log.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The loop in one process, with nothing to install.
 *
 * <p>Implementation notes. Three threads pass batches on: <em>shard</em> steps events in memory, <em>commit</em> makes a batch
 * durable and lets its answers, effects and lessons out, <em>checkpoint</em> writes state beside it. While one batch is being
 * committed the next is stepped, and it grows with the load: that is the group commit. Effects and learning have threads of
 * their own. If a commit fails, the state is ahead of the log: everything in flight is answered with the failure, state is
 * thrown away and loaded again, and the host goes on; while that fails too it answers with the failure and tries again.
 *
 * <p>An event at which the brain throws is answered with an {@link UndecidableEventException} and leaves no trace; the others
 * of its batch are run again one by one, so that they meet no more than a delay. Its id is remembered, since sources repeat
 * what they were not thanked for, and each such event costs a reload.
 *
 * <p>Every queue is bounded. {@link #offer} tells that there is no room, {@link #submit} waits.
 */
public final class EmbeddedHost implements AutoCloseable {
    /** Events of one batch at most: at 100,000 rows a second such a commit takes 10 to 20 ms. */
    static final int MAX_BATCH = 1_000;

    /** Events that wait for the shard: under a second of work. */
    static final int MAX_QUEUED = 8_192;

    private static final int COMMIT = 1;
    private static final int CHECKPOINT = 2;
    private static final int EFFECTS = 3;
    private static final int LEARN = 4;
    private static final long IDLE_MS = 50;
    private static final long STOP_SECONDS = 60;

    private final EventLog log;
    private final StateStore states;
    private final EnvelopeCodec codec;
    private final ShardLoop loop;
    private final IngressQueue ingress = new IngressQueue(MAX_QUEUED);
    private final BlockingQueue<Batch> commits = new ArrayBlockingQueue<>(1);
    private final BlockingQueue<Batch> checkpoints = new ArrayBlockingQueue<>(1);
    private final ConcurrentLinkedQueue<Dispatch> released = new ConcurrentLinkedQueue<>();
    private final Executor executor;
    private final LearnerThread learner;
    private final @Nullable SlowThinking thinking;
    private final List<Thread> threads = new ArrayList<>();
    private final CountDownLatch shardDone = new CountDownLatch(1);
    private final UndecidableEvents undecidable = new UndecidableEvents();

    /** True if a step was broken off, so that memory is ahead of the log. Owned by the shard's thread. */
    private boolean unfit;

    private volatile boolean stopping;
    private volatile @Nullable StoreException failure;
    private volatile boolean checkpointStored;

    /**
     * What the host is made of.
     *
     * @param thinking starts slow thinking, or null where nobody thinks
     */
    public record Parts(
            EventLog log,
            StateStore states,
            EnvelopeCodec codec,
            Function<ShardState, Brain> brains,
            LearnerThread learner,
            Function<EmbeddedHost, Executor> executor,
            int maxCachedKeys,
            @Nullable Function<EmbeddedHost, SlowThinking> thinking) {}

    /** Loads state, folds what the last checkpoint lacks, and starts. */
    public EmbeddedHost(Parts parts) {
        this.log = parts.log();
        this.states = parts.states();
        this.codec = parts.codec();
        this.learner = parts.learner();
        learner.catchUp();
        this.loop = new ShardLoop(log, states, parts.brains(), codec, parts.maxCachedKeys());
        learner.numberAbove(loop.brain().state().control().snapshot());
        loop.brain().resume();
        this.executor = parts.executor().apply(this);
        this.thinking = parts.thinking() == null ? null : parts.thinking().apply(this);
        start("cerebro-shard", this::runShard);
        start("cerebro-commit", this::runCommit);
        start("cerebro-checkpoint", this::runCheckpoint);
        start("cerebro-effects", executor::run);
        start("cerebro-learn", () -> learner.run(this));
    }

    private void start(String name, Runnable body) {
        Thread thread = Thread.ofPlatform().name(name).daemon(true).start(body);
        threads.add(thread);
    }

    /** Takes an event in, waiting for room. The answer comes when it is durable. */
    public CompletableFuture<Answer> submit(Envelope envelope) throws InterruptedException {
        Request request = request(envelope, null);
        ingress.put(request);
        return request.answer();
    }

    @Nullable
    CompletableFuture<Answer> offer(Envelope envelope, @Nullable Snapshot snapshot) {
        Request request = request(envelope, snapshot);
        return ingress.offer(request) ? request.answer() : null;
    }

    /** Takes an event in if there is room; null if not. */
    public @Nullable CompletableFuture<Answer> offer(Envelope envelope) {
        Request request = request(envelope, null);
        return ingress.offer(request) ? request.answer() : null;
    }

    private Request request(Envelope envelope, @Nullable Snapshot snapshot) {
        if (stopping) {
            throw new StoreException(StoreException.Kind.IO, "the host is stopping and takes no more events");
        }
        return new Request(envelope, codec.encode(envelope), snapshot, new CompletableFuture<>());
    }

    private void runShard() {
        List<Request> requests = new ArrayList<>(MAX_BATCH);
        try {
            while (!stopping || !ingress.isEmpty()) {
                requests.clear();
                ingress.drain(requests, MAX_BATCH, IDLE_MS);
                if (!fit()) {
                    failAll(requests, failure);
                    continue;
                }
                noteStoredCheckpoint();
                release();
                if (!requests.isEmpty()) {
                    step(requests);
                }
            }
            if (fit()) {
                commits.put(loop.drainCheckpoint());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            shardDone.countDown();
        }
    }

    /** Steps a group of events. Should one of them make the brain throw, each is stepped by itself. */
    private void step(List<Request> requests) throws InterruptedException {
        List<Request> decidable = undecidable.refuseKnown(requests);
        try {
            commits.put(loop.run(decidable));
        } catch (StoreException e) {
            unfit = true;
            failAll(decidable, e);
        } catch (RuntimeException e) {
            unfit = true;
            stepOneByOne(decidable);
        }
    }

    private void stepOneByOne(List<Request> requests) throws InterruptedException {
        for (Request request : requests) {
            if (!fit()) {
                failAll(List.of(request), failure);
                continue;
            }
            try {
                commits.put(loop.run(List.of(request)));
            } catch (StoreException e) {
                unfit = true;
                failAll(List.of(request), e);
            } catch (RuntimeException e) {
                unfit = true;
                undecidable.refuse(request, e);
            }
        }
    }

    private static StoreException told(RuntimeException e) {
        return new StoreException(StoreException.Kind.IO, "state is being loaded again after " + e, e);
    }

    private static void failAll(List<Request> requests, @Nullable StoreException failed) {
        Throwable told = Objects.requireNonNull(failed);
        for (Request request : requests) {
            request.answer().completeExceptionally(told);
        }
    }

    private void noteStoredCheckpoint() {
        if (checkpointStored) {
            checkpointStored = false;
            loop.checkpointStored();
        }
    }

    /**
     * True if memory is as the log will be. If it is not, state is loaded again when nothing is on its way to log or
     * checkpoints any more: else a checkpoint could arrive in the midst and be folded twice. False if that failed too.
     */
    private boolean fit() throws InterruptedException {
        if (failure == null && !unfit) {
            return true;
        }
        CompletableFuture<Void> drained = new CompletableFuture<>();
        Batch marker = new Batch();
        marker.onReached(() -> drained.complete(null));
        commits.put(marker);
        drained.join();
        try {
            loop.reload(log, states);
        } catch (RuntimeException e) {
            failure = told(e);
            return false;
        }
        checkpointStored = false;
        unfit = false;
        failure = null;
        return true;
    }

    private void release() {
        Dispatch dispatch = released.poll();
        while (dispatch != null) {
            loop.brain().release(Subjects.homeKey(dispatch.subject()), dispatch.effectId());
            dispatch = released.poll();
        }
    }

    private void runCommit() {
        try {
            while (true) {
                Batch batch = commits.take();
                commit(batch);
                if (batch.isLast()) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void commit(Batch batch) throws InterruptedException {
        StoreException failed = failure;
        if (failed == null) {
            failed = append(batch);
        }
        if (failed == null) {
            letOut(batch);
        } else {
            batch.fail(failed);
        }
        if (failed == null && !batch.checkpoint().isEmpty() || batch.isMarker()) {
            checkpoints.put(batch);
        }
    }

    private @Nullable StoreException append(Batch batch) {
        try {
            if (!batch.entries().isEmpty()) {
                log.append(batch.entries(), batch.snapshots());
            }
            return null;
        } catch (RuntimeException e) {
            StoreException told = e instanceof StoreException known ? known : told(e);
            failure = told;
            return told;
        }
    }

    /** The batch is durable: effects, lessons and answers may leave. */
    private void letOut(Batch batch) throws InterruptedException {
        for (Dispatch dispatch : batch.dispatches()) {
            if (!executor.offer(dispatch)) {
                released.add(dispatch);
            }
        }
        batch.withdrawals().forEach(executor::withdraw);
        if (thinking != null) {
            batch.dilemmas().forEach(thinking::offer);
        }
        batch.succeed();
        learner.take(batch.lessons());
    }

    private void runCheckpoint() {
        try {
            while (true) {
                Batch batch = checkpoints.take();
                if (!batch.checkpoint().isEmpty()) {
                    store(batch);
                }
                batch.reached();
                if (batch.isLast()) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void store(Batch batch) {
        try {
            states.checkpoint(batch.checkpointPosition(), batch.checkpoint());
            checkpointStored = true;
        } catch (RuntimeException e) {
            // Without this checkpoint memory and store disagree on what is clean: load everything again.
            failure = e instanceof StoreException known ? known : told(e);
        }
    }

    /** Waits until the outcomes of every event answered so far have been learned from. */
    public void awaitLearned() throws InterruptedException {
        CompletableFuture<Void> committed = new CompletableFuture<>();
        Batch marker = new Batch();
        marker.onReached(() -> committed.complete(null));
        commits.put(marker);
        committed.join();
        learner.awaitTaken();
    }

    /**
     * True if every effect that was let out has been handed to its channel and its fate recorded. What an answered event lets
     * out counts from before its answer, so that a caller who has the answer and sees true knows that nothing is under way.
     */
    public boolean effectsAreOut() {
        return executor.isIdle();
    }

    /** Done when an effect that an answered event let out is at its end, or waits for its hour in the outbox; never fails. */
    public CompletableFuture<Void> end(long effectId) {
        return executor.end(effectId);
    }

    /** What the loop knows now. Only for tests and tools that have stopped submitting: the shard's thread owns it. */
    public Brain brain() {
        return loop.brain();
    }

    /** Stops taking events, finishes those taken, checkpoints, and ends the threads. */
    @Override
    public void close() {
        if (stopping) {
            return;
        }
        try {
            if (thinking != null) {
                thinking.close();
            }
            executor.stop();
            threads.get(EFFECTS).join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
            learner.stop();
            threads.get(LEARN).join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
            stopping = true;
            if (!shardDone.await(STOP_SECONDS, TimeUnit.SECONDS)) {
                throw new StoreException(
                        StoreException.Kind.IO, "the shard did not finish within " + STOP_SECONDS + " s");
            }
            refuseLate();
            Batch last = failure == null && !unfit ? loop.checkpointAll() : new Batch();
            last.markLast();
            commits.put(last);
            threads.get(COMMIT).join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
            threads.get(CHECKPOINT).join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Answers what slipped in while the shard's thread came to its end. */
    private void refuseLate() throws InterruptedException {
        List<Request> late = new ArrayList<>();
        ingress.drain(late, MAX_QUEUED, 1);
        failAll(late, new StoreException(StoreException.Kind.IO, "the host has stopped"));
    }
}
