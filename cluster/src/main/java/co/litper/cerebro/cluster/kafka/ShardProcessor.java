package co.litper.cerebro.cluster.kafka;

import co.litper.cerebro.Brain;
import co.litper.cerebro.ShardState;
import co.litper.cerebro.Step;
import co.litper.cerebro.Subjects;
import co.litper.cerebro.act.Dispatch;
import co.litper.cerebro.decision.Dilemma;
import co.litper.cerebro.event.SystemEvent.ActionExecuted;
import co.litper.cerebro.event.SystemEvent.Tick;
import co.litper.cerebro.host.StepChain;
import co.litper.cerebro.log.Entry;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.MalformedEventException;
import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.world.WireException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * The shard step as a processor of Kafka Streams. One instance a task, owned by its thread.
 *
 * <p>Implementation notes. What an event changes is put into the task's stores before the next is met, and what it brings
 * about is forwarded then: both become true together, in the transaction that also moves the offset. Memory never is ahead of
 * the stores but within a step; when the brain throws there, state is read from the stores again and the event becomes a dead
 * letter. A task that moves or is revived begins from its stores.
 */
final class ShardProcessor implements Processor<byte[], byte[], Placed, byte[]> {
    static final String ROWS = "rows";
    static final String MEMORY = "memory";
    static final String TO_JOURNAL = "to-journal";
    static final String TO_OUTBOX = "to-outbox";
    static final String TO_DEAD_LETTERS = "to-dead-letters";
    static final String TO_DILEMMAS = "to-dilemmas";
    static final String TO_EVENTS = "to-events";

    /** Why a record became a dead letter, in words for a person. */
    static final String REASON = "cerebro-reason";

    /** Events between looks whether memory holds too many keys. */
    private static final int EVICT_EVERY = 10_000;

    private final ClusterNode.Setup setup;
    private final SnapshotLoader snapshots;
    private final EnvelopeCodec codec = new EnvelopeCodec();
    private final StepChain chain = new StepChain(codec);
    private @Nullable Task task;

    ShardProcessor(ClusterNode.Setup setup, SnapshotLoader snapshots) {
        this.setup = setup;
        this.snapshots = snapshots;
    }

    /** What an entry brings about. */
    private record Met(Entry entry, Step step, @Nullable ActionExecuted executed) {}

    @Override
    public void init(ProcessorContext<Placed, byte[]> context) {
        task = new Task(context);
        if (!setup.tickEvery().isZero()) {
            context.schedule(setup.tickEvery(), PunctuationType.WALL_CLOCK_TIME, now -> task().tick());
        }
    }

    @Override
    public void process(Record<byte[], byte[]> event) {
        task().meet(event);
    }

    private Task task() {
        return Objects.requireNonNull(task, "init comes first");
    }

    @Override
    public void close() {
        task = null;
    }

    /** The shard in one life of its task. */
    private final class Task {
        private final ProcessorContext<Placed, byte[]> context;
        private final int shard;
        private final ShardMemory memory;
        private final RowStore rows;
        private Brain brain;
        private int sinceEvicted;

        Task(ProcessorContext<Placed, byte[]> context) {
            this.context = context;
            this.shard = context.taskId().partition();
            this.memory = new ShardMemory(context.getStateStore(MEMORY), shard);
            this.rows = new RowStore(context.getStateStore(ROWS), setup.format(), memory);
            this.brain = load();
        }

        private Brain load() {
            ShardState state = new ShardState(rows, setup.maxCachedKeys(), memory::remind);
            return setup.brains().brain(state, snapshots);
        }

        void meet(Record<byte[], byte[]> event) {
            Envelope envelope;
            try {
                envelope = codec.decode(event.value() == null ? new byte[0] : event.value());
            } catch (MalformedEventException e) {
                refuse(event, String.valueOf(e.getMessage()));
                return;
            }
            int home = Shards.of(envelope.merchant(), setup.topics().shards());
            if (home != shard && !Shards.concernsAll(envelope)) {
                refuse(
                        event,
                        "merchant " + envelope.merchant().value() + " belongs to partition " + home + ", not " + shard
                                + ". Maybe the record's key is not its merchant.");
                return;
            }
            step(event, envelope);
        }

        private void step(Record<byte[], byte[]> event, Envelope envelope) {
            List<Met> met = new ArrayList<>(1);
            try {
                chain.run(
                        brain,
                        envelope,
                        codec.encode(envelope),
                        memory.next(),
                        (entry, step) -> met.add(new Met(entry, step, executed(envelope, entry, step))));
            } catch (StoreException | KafkaException e) {
                throw e;
            } catch (WireException e) {
                brain = load();
                if (e.isNewer()) {
                    throw new StoreException(
                            StoreException.Kind.TOO_NEW,
                            "shard " + shard + " cannot be read by this node: " + e.getMessage(),
                            e);
                }
                refuse(event, "the brain could not decide: " + e);
                return;
            } catch (RuntimeException bug) {
                brain = load();
                refuse(event, "the brain could not decide: " + bug);
                return;
            }
            if (!met.isEmpty()) {
                record(met, event.timestamp());
            }
        }

        /** How an effect fared, if that is what an entry tells. */
        private @Nullable ActionExecuted executed(Envelope cause, Entry entry, Step step) {
            boolean isCause = entry.position() == memory.next();
            Envelope told = isCause ? cause : codec.decode(entry.event());
            return told.event() instanceof ActionExecuted executed ? executed : null;
        }

        private void record(List<Met> met, long timestamp) {
            for (Met one : met) {
                Record<Placed, byte[]> journalled =
                        new Record<>(place(Placed.NO_KEY), one.entry().event(), timestamp);
                context.forward(journalled.withHeaders(JournalRecord.headers(one.entry())), TO_JOURNAL);
                for (Dispatch dispatch : one.step().dispatches()) {
                    memory.noteHandedOver(dispatch.effectId());
                    tell(new OutboxRecord.Dispatched(dispatch), timestamp);
                }
                for (long withdrawn : one.step().withdrawals()) {
                    tell(new OutboxRecord.Withdrawn(withdrawn), timestamp);
                }
                for (Dilemma dilemma : one.step().dilemmas()) {
                    ask(dilemma, timestamp);
                }
                if (one.executed() != null) {
                    memory.note(one.executed());
                }
            }
            keep(met.getLast().entry().position());
        }

        private void keep(long position) {
            ShardState state = brain.state();
            if (state.beginCheckpoint()) {
                state.encodePending(Integer.MAX_VALUE);
                rows.checkpoint(position, state.takeEncoded());
            } else {
                memory.moveTo(position + 1);
            }
            if (++sinceEvicted >= EVICT_EVERY) {
                sinceEvicted = 0;
                state.evict();
            }
        }

        private void tell(OutboxRecord what, long timestamp) {
            Record<Placed, byte[]> told =
                    new Record<>(place(JournalRecord.bytes(what.effectId())), what.toBytes(), timestamp);
            context.forward(told.withHeaders(new RecordHeaders(JournalRecord.cloudEvent())), TO_OUTBOX);
        }

        /** All shards ask in one partition: one thinks for all. */
        private void ask(Dilemma dilemma, long timestamp) {
            Placed place = new Placed(0, JournalRecord.bytes(dilemma.decisionId()));
            Record<Placed, byte[]> asked = new Record<>(place, DilemmaRecord.toBytes(dilemma), timestamp);
            context.forward(asked.withHeaders(new RecordHeaders(JournalRecord.cloudEvent())), TO_DILEMMAS);
        }

        private void refuse(Record<byte[], byte[]> event, String reason) {
            Headers headers = new RecordHeaders(event.headers());
            headers.add(new RecordHeader(REASON, reason.getBytes(StandardCharsets.UTF_8)));
            byte[] key = event.key() == null ? Placed.NO_KEY : event.key();
            context.forward(new Record<>(place(key), event.value(), event.timestamp(), headers), TO_DEAD_LETTERS);
        }

        private Placed place(byte[] key) {
            return new Placed(shard, key);
        }

        /** Lets the clock be known through the log, like everything else. */
        void tick() {
            Instant now = setup.clock().now();
            Envelope tick = Envelope.own(
                    "tick-" + shard + "-" + now.toEpochMilli(),
                    "/cerebro/host",
                    MerchantId.INSTALLATION,
                    Subjects.SYSTEM,
                    now,
                    new Tick(now));
            byte[] key = Shards.key(MerchantId.INSTALLATION);
            Record<Placed, byte[]> told = new Record<>(place(key), codec.encode(tick), now.toEpochMilli());
            context.forward(told.withHeaders(new RecordHeaders(JournalRecord.cloudEvent())), TO_EVENTS);
        }
    }
}
