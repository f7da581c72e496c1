package co.litper.cerebro.host;

import co.litper.cerebro.Subjects;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.Fact;
import co.litper.cerebro.decision.FactsCodec;
import co.litper.cerebro.decision.Settled;
import co.litper.cerebro.event.SystemEvent.SnapshotPublished;
import co.litper.cerebro.learn.BrainSnapshot;
import co.litper.cerebro.learn.Learner;
import co.litper.cerebro.log.Entry;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.log.Snapshot;
import co.litper.cerebro.log.Standing;
import co.litper.cerebro.log.TimePrecision;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.Priority;
import co.litper.cerebro.world.Clock;
import co.litper.cerebro.world.Hash64;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Takes matured outcomes to the learner in the order of the log, and publishes what was learned as snapshots through the
 * log. The learner is apart from the shard: it may lag, never block it for longer than its queue is full.
 */
public final class LearnerThread {
    /** Lists of lessons that wait, one a batch. Beyond that the commit thread waits: learning is not skipped. */
    private static final int CAPACITY = 256;

    private static final String SOURCE = "/cerebro/learn";
    private static final List<Batch.Lesson> STOP = List.of();

    private final Learner learner;
    private final EventLog log;
    private final Clock clock;
    private final MerchantId installation;
    private final BlockingQueue<List<Batch.Lesson>> lessons = new ArrayBlockingQueue<>(CAPACITY);
    private final AtomicReference<BrainSnapshot> latest;
    private volatile boolean running = true;

    /**
     * @param learner restored from the newest snapshot
     * @param installation the merchant under whose name the brain's own events stand
     */
    public LearnerThread(Learner learner, EventLog log, Clock clock, MerchantId installation) {
        this.learner = learner;
        this.log = log;
        this.clock = clock;
        this.installation = installation;
        this.latest = new AtomicReference<>(learner.current());
    }

    /** The snapshot of this version: the one published last, or one from the store. */
    public BrainSnapshot snapshot(long version) {
        BrainSnapshot newest = latest.get();
        if (newest.version() == version) {
            return newest;
        }
        return log.snapshot(version).map(Learner::snapshotOf).orElse(newest);
    }

    /** Learns again what was learned after the snapshot in force was made: for a start after a crash. */
    public void catchUp(long learnedThrough) {
        log.read(learnedThrough + 1, entry -> {
            for (Fact fact : FactsCodec.decode(entry.facts())) {
                if (fact instanceof Settled settled) {
                    learn(new Batch.Lesson(entry.position(), settled));
                }
            }
            return true;
        });
    }

    void take(List<Batch.Lesson> more) throws InterruptedException {
        if (more.isEmpty()) {
            return;
        }
        if (running) {
            lessons.put(more);
        }
    }

    void run(EmbeddedHost host) {
        try {
            while (true) {
                List<Batch.Lesson> batch = lessons.take();
                if (batch.equals(STOP)) {
                    return;
                }
                for (Batch.Lesson lesson : batch) {
                    Optional<Publication> made = learnAndPublish(lesson);
                    // Offered, not waited for: the commit thread may wait to hand lessons to this very thread.
                    made.ifPresent(p -> host.offer(p.envelope(), p.snapshot()));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            running = false;
            lessons.clear();
        }
    }

    private void learn(Batch.Lesson lesson) {
        long decisionId = lesson.settled().decisionId();
        Optional<Entry> entry = log.at(Decision.positionOf(decisionId));
        if (entry.isEmpty()) {
            return;
        }
        for (Fact fact : FactsCodec.decode(entry.get().facts())) {
            if (fact instanceof Decision decision && decision.id() == decisionId) {
                learner.observe(decision, lesson.settled());
            }
        }
    }

    /** A snapshot on its way into the log. */
    record Publication(Envelope envelope, Snapshot snapshot) {}

    /** Learns from a lesson, and makes a snapshot if it is time for one. */
    Optional<Publication> learnAndPublish(Batch.Lesson lesson) {
        learn(lesson);
        return learner.wantsToPublish() ? Optional.of(publish(lesson.position())) : Optional.empty();
    }

    private Publication publish(long learnedThrough) {
        Learner.Published published = learner.publish();
        latest.set(published.snapshot());
        Instant now = clock.now();
        long version = published.snapshot().version();
        SnapshotPublished event = new SnapshotPublished(version, Hash64.of(version, published.bytes()), learnedThrough);
        Envelope envelope = new Envelope(
                "snapshot-" + version,
                SOURCE,
                installation,
                Subjects.SYSTEM,
                now,
                TimePrecision.SECOND,
                now,
                "",
                "",
                Priority.NORMAL,
                Standing.LIVE,
                false,
                0,
                event);
        return new Publication(envelope, new Snapshot(version, published.bytes()));
    }

    /** Lets {@link #run} return when what waits is learned. */
    void stop() throws InterruptedException {
        lessons.put(STOP);
    }
}
