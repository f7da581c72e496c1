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
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
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
 * thrown away and loaded again, and the host goes on.
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
    /** Held while a checkpoint is on its way to the store: state must not be loaded from a store that moves. */
    private final Semaphore storeMoves = new Semaphore(1);
    private final ConcurrentLinkedQueue<Dispatch> released = new ConcurrentLinkedQueue<>();
    private final Executor executor;
    private final LearnerThread learner;
    private final List<Thread> threads = new ArrayList<>();
    private final CountDownLatch shardDone = new CountDownLatch(1);
    private volatile boolean stopping;
    private volatile @Nullable StoreException failure;
    private volatile boolean checkpointStored;

    /** What the host is made of. */
    public record Parts(
            EventLog log,
            StateStore states,
            EnvelopeCodec codec,
            Function<ShardState, Brain> brains,
            LearnerThread learner,
            Function<EmbeddedHost, Executor> executor,
            int maxCachedKeys) {}

    /** Loads state, folds what the last checkpoint lacks, and starts. */
    public EmbeddedHost(Parts parts) {
        this.log = parts.log();
        this.states = parts.states();
        this.codec = parts.codec();
        this.learner = parts.learner();
        learner.catchUp();
        this.loop = new ShardLoop(log, states, parts.brains(), codec, parts.maxCachedKeys());
        this.executor = parts.executor().apply(this);
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
                recoverIfFailed();
                noteStoredCheckpoint();
                release();
                if (!requests.isEmpty()) {
                    commits.put(step(requests));
                }
            }
            commits.put(loop.drainCheckpoint());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            shardDone.countDown();
        }
    }

    private Batch step(List<Request> requests) {
        try {
            return loop.run(requests);
        } catch (RuntimeException e) {
            // A bug in a handler: nothing of this batch is recorded, and memory is ahead of the log.
            StoreException told = new StoreException(StoreException.Kind.IO, "the batch could not be decided: " + e, e);
            for (Request request : requests) {
                request.answer().completeExceptionally(told);
            }
            failure = told;
            return new Batch();
        }
    }

    private void noteStoredCheckpoint() {
        if (checkpointStored) {
            checkpointStored = false;
            loop.checkpointStored();
        }
    }

    private void recoverIfFailed() throws InterruptedException {
        if (failure == null) {
            return;
        }
        CompletableFuture<Void> drained = new CompletableFuture<>();
        Batch marker = new Batch();
        marker.onReached(() -> drained.complete(null));
        commits.put(marker);
        drained.join();
        storeMoves.acquire();
        try {
            loop.reload(log, states);
            failure = null;
        } finally {
            storeMoves.release();
        }
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
        if (failed != null) {
            batch.fail(failed);
            batch.reached();
            return;
        }
        try {
            if (!batch.entries().isEmpty()) {
                log.append(batch.entries(), batch.snapshots());
            }
        } catch (StoreException e) {
            failure = e;
            batch.fail(e);
            batch.reached();
            return;
        }
        batch.succeed();
        for (Dispatch dispatch : batch.dispatches()) {
            if (!executor.offer(dispatch)) {
                released.add(dispatch);
            }
        }
        learner.take(batch.lessons());
        if (!batch.checkpoint().isEmpty()) {
            storeMoves.acquire();
            checkpoints.put(batch);
        }
        batch.reached();
    }

    private void runCheckpoint() {
        try {
            while (true) {
                Batch batch = checkpoints.take();
                if (!batch.checkpoint().isEmpty()) {
                    try {
                        store(batch);
                    } finally {
                        storeMoves.release();
                    }
                }
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
        } catch (StoreException e) {
            // Without this checkpoint memory and store disagree on what is clean: load everything again.
            failure = e;
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
            executor.stop();
            threads.get(EFFECTS).join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
            learner.stop();
            threads.get(LEARN).join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
            stopping = true;
            if (!shardDone.await(STOP_SECONDS, TimeUnit.SECONDS)) {
                throw new StoreException(
                        StoreException.Kind.IO, "the shard did not finish within " + STOP_SECONDS + " s");
            }
            Batch last = failure == null ? loop.checkpointAll() : new Batch();
            last.markLast();
            commits.put(last);
            Batch lastCheckpoint = new Batch();
            lastCheckpoint.markLast();
            threads.get(COMMIT).join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
            checkpoints.put(lastCheckpoint);
            threads.get(CHECKPOINT).join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
