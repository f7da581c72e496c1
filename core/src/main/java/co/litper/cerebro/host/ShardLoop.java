package co.litper.cerebro.host;

import co.litper.cerebro.Brain;
import co.litper.cerebro.ShardState;
import co.litper.cerebro.Step;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.Fact;
import co.litper.cerebro.learn.Learner;
import co.litper.cerebro.log.Entry;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.log.Snapshot;
import co.litper.cerebro.log.StateStore;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Runs the brain over groups of events and keeps its place in the log. Owned by one thread; knows of no other.
 *
 * <p>A checkpoint begins {@link #CHECKPOINT_EVERY} positions after the last one began and is encoded a few keys a batch.
 */
final class ShardLoop {
    /** Positions between checkpoints. At 150,000 folds a second a restart folds this many in well under a second. */
    static final int CHECKPOINT_EVERY = 100_000;

    /** Changed keys beyond which a checkpoint begins early, so that memory stays bounded. */
    static final int CHECKPOINT_KEYS = 100_000;

    /** Keys encoded for each event of a batch, and at least, while a checkpoint runs. */
    private static final int ENCODE_PER_EVENT = 2;

    private static final int ENCODE_AT_LEAST = 64;

    private final Function<ShardState, Brain> brains;
    private final EnvelopeCodec codec;
    private final StepChain chain;
    private final int maxCached;
    private Brain brain;
    private long next;
    private long checkpointBegan;
    private boolean checkpointOutstanding;

    ShardLoop(EventLog log, StateStore states, Function<ShardState, Brain> brains, EnvelopeCodec codec, int maxCached) {
        this.brains = brains;
        this.codec = codec;
        this.chain = new StepChain(codec);
        this.maxCached = maxCached;
        this.brain = reload(log, states);
    }

    /** Loads the last checkpoint and folds what came after it. */
    Brain reload(EventLog log, StateStore states) {
        if (states.position() >= log.end()) {
            // The log lost its tail, or the folder was mixed up: only the log is true.
            states.clear();
        }
        long from = states.position() + 1;
        ShardState state = new ShardState(states, maxCached);
        Brain fresh = brains.apply(state);
        log.read(from, entry -> {
            fresh.refold(entry, codec);
            return true;
        });
        fresh.resume();
        brain = fresh;
        next = log.end();
        checkpointBegan = from - 1;
        checkpointOutstanding = false;
        return fresh;
    }

    Brain brain() {
        return brain;
    }

    /** The position that the next event gets. */
    long next() {
        return next;
    }

    /** Steps through {@code requests} and what follows from them. Whatever throws leaves the state unfit: {@link #reload}. */
    Batch run(List<Request> requests) {
        Batch batch = new Batch();
        for (Request request : requests) {
            long position = next;
            Step step = chain.run(
                    brain, request.envelope(), request.bytes(), next, (entry, met) -> meet(entry, met, batch));
            if (step.isDuplicate()) {
                batch.reply(request.answer(), new Answer.Duplicate());
                continue;
            }
            Snapshot snapshot = request.snapshot();
            if (snapshot != null) {
                batch.snapshot(snapshot);
            }
            List<Decision> decisions = step.decisions();
            batch.reply(request.answer(), new Answer.Recorded(position, decisions));
        }
        checkpoint(batch);
        return batch;
    }

    private void meet(Entry entry, Step step, Batch batch) {
        batch.entry(entry);
        batch.dispatches(step.dispatches());
        batch.withdrawals(step.withdrawals());
        batch.dilemmas(step.dilemmas());
        for (Fact fact : step.facts()) {
            if (Learner.wants(fact)) {
                batch.lesson(new Batch.Lesson(entry.position(), fact));
            }
        }
        next = entry.position() + 1;
    }

    private void checkpoint(Batch batch) {
        ShardState state = brain.state();
        if (!checkpointOutstanding
                && (next - checkpointBegan >= CHECKPOINT_EVERY || state.changedKeys() >= CHECKPOINT_KEYS)) {
            beginCheckpoint();
        }
        if (state.isCheckpointing()) {
            int count = Math.max(ENCODE_AT_LEAST, batch.entries().size() * ENCODE_PER_EVENT);
            finishCheckpoint(batch, count);
        }
    }

    private void beginCheckpoint() {
        if (brain.state().beginCheckpoint()) {
            checkpointBegan = next - 1;
            checkpointOutstanding = true;
        }
    }

    private void finishCheckpoint(Batch batch, int count) {
        if (brain.state().encodePending(count)) {
            batch.checkpoint(checkpointBegan, brain.state().takeEncoded());
        }
    }

    /** The last checkpoint is in the store: what was not used since may leave memory. */
    void checkpointStored() {
        checkpointOutstanding = false;
        brain.state().evict();
    }

    /** A checkpoint of everything, at once: for a clean stop. */
    Batch checkpointAll() {
        Batch batch = new Batch();
        if (brain.state().isCheckpointing()) {
            throw new IllegalStateException("a checkpoint is running");
        }
        beginCheckpoint();
        finishCheckpoint(batch, Integer.MAX_VALUE);
        return batch;
    }

    /** Encodes the rest of a running checkpoint, if there is one. */
    Batch drainCheckpoint() {
        Batch batch = new Batch();
        if (brain.state().isCheckpointing()) {
            finishCheckpoint(batch, Integer.MAX_VALUE);
        }
        return batch;
    }

    /** A request for an envelope. */
    Request request(Envelope envelope) {
        return new Request(envelope, codec.encode(envelope), null, new CompletableFuture<>());
    }
}
