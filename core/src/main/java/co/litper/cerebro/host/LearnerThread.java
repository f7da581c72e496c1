package co.litper.cerebro.host;

import co.litper.cerebro.Subjects;
import co.litper.cerebro.event.SystemEvent.SnapshotPublished;
import co.litper.cerebro.learn.BrainSnapshot;
import co.litper.cerebro.learn.Learner;
import co.litper.cerebro.learn.Teacher;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.log.Snapshot;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.world.Clock;
import co.litper.cerebro.world.Hash64;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Takes matured outcomes to the learner in the order of the log, and publishes what was learned as snapshots through the
 * log. The learner is apart from the shard: it may lag, never block it for longer than its queue is full.
 */
public final class LearnerThread {
    /** Lists of lessons that wait, one a batch. Beyond that the commit thread waits: learning is not skipped. */
    private static final int CAPACITY = 256;

    /** Open decisions kept at hand, about 400 bytes each; older ones are read from the log. */
    private static final int MOST_BASES = 60_000;

    private static final String SOURCE = "/cerebro/learn";

    private final Learner learner;
    private final EventLog log;
    private final Clock clock;
    private final MerchantId installation;
    private final BlockingQueue<Handover> handovers = new ArrayBlockingQueue<>(CAPACITY);
    private final Teacher teacher;
    private final ConcurrentMap<Long, BrainSnapshot> published = new ConcurrentHashMap<>();
    private volatile BrainSnapshot caughtUp;
    private volatile boolean running = true;

    /** What the thread is given: lessons; or the question whether all is learned, which publishes the news; or the end. */
    private record Handover(
            List<Batch.Lesson> lessons, boolean isAsked, boolean last, CompletableFuture<Void> learned) {}

    /**
     * @param learner restored from the newest snapshot
     * @param installation the merchant under whose name the brain's own events stand
     */
    public LearnerThread(Learner learner, EventLog log, Clock clock, MerchantId installation) {
        this.learner = learner;
        this.log = log;
        this.teacher = new Teacher(learner, log::at, MOST_BASES);
        this.clock = clock;
        this.installation = installation;
        this.caughtUp = learner.current();
    }

    /**
     * The snapshot published under {@code version}, which the shard takes where the log says so. After a restart that one may
     * not be kept: then what the learner knows once it has caught up.
     */
    public BrainSnapshot snapshot(long version) {
        BrainSnapshot found = published.get(version);
        published.keySet().removeIf(older -> older < version);
        return found == null ? caughtUp : found;
    }

    /** Learns again what the restored learner does not know: for a start. Cost: one read of the log's tail. */
    void catchUp() {
        log.read(Math.max(EventLog.FIRST, learner.learnedThrough()), entry -> {
            teacher.teach(entry);
            return true;
        });
        caughtUp = learner.current();
    }

    /** Lets no version be given twice: the log names {@code published} as the last. */
    void numberAbove(long published) {
        learner.numberAbove(published);
        caughtUp = learner.current();
    }

    void take(List<Batch.Lesson> more) throws InterruptedException {
        if (more.isEmpty()) {
            return;
        }
        if (running) {
            handovers.put(new Handover(more, false, false, new CompletableFuture<>()));
        }
    }

    void run(EmbeddedHost host) {
        try {
            while (true) {
                Handover next = handovers.take();
                for (Batch.Lesson lesson : next.lessons()) {
                    Optional<Publication> made = learnAndPublish(lesson);
                    // Offered, not waited for: the commit thread may wait to hand lessons to this very thread.
                    made.ifPresent(p -> host.offer(envelope(p), p.snapshot()));
                }
                if (next.isAsked() || next.last()) {
                    (next.last() ? publishAll() : publishNews()).ifPresent(p -> host.offer(envelope(p), p.snapshot()));
                }
                next.learned().complete(null);
                if (next.last()) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            running = false;
            dropWaiting();
        }
    }

    /** Nobody will learn any more: whoever waits is let go. */
    private void dropWaiting() {
        Handover waiting = handovers.poll();
        while (waiting != null) {
            waiting.learned().complete(null);
            waiting = handovers.poll();
        }
    }

    /** Waits until everything taken before is learned and its news offered to the log, or learning has ended. */
    void awaitTaken() throws InterruptedException {
        if (!running) {
            return;
        }
        Handover marker = new Handover(List.of(), true, false, new CompletableFuture<>());
        handovers.put(marker);
        if (!running) {
            dropWaiting();
        }
        marker.learned().join();
    }

    /** A snapshot on its way into the log; its bytes are kept now and then, the rest is learned again from the log. */
    record Publication(SnapshotPublished event, @Nullable Snapshot snapshot) {}

    /** The event that tells of a publication, as of now. */
    Envelope envelope(Publication p) {
        Instant now = clock.now();
        return Envelope.own("snapshot-" + p.event().version(), SOURCE, installation, Subjects.SYSTEM, now, p.event());
    }

    /** Learns from a lesson, and makes a snapshot if it is time for one. */
    Optional<Publication> learnAndPublish(Batch.Lesson lesson) {
        teacher.teach(lesson.position(), lesson.fact());
        return learner.wantsToPublish() ? Optional.of(publish()) : Optional.empty();
    }

    /** A snapshot of what was learned since the last one, if anything was. */
    Optional<Publication> publishNews() {
        return learner.hasNews() ? Optional.of(publish()) : Optional.empty();
    }

    /** A snapshot of all that was learned, to be kept, if anything was since the last one kept: for a clean stop. */
    Optional<Publication> publishAll() {
        return learner.keepNext() ? Optional.of(publish()) : Optional.empty();
    }

    private Publication publish() {
        Learner.Published made = learner.publish();
        this.published.put(made.snapshot().version(), made.snapshot());
        long version = made.snapshot().version();
        long digest = made.bytes().length == 0 ? 0 : Hash64.of(version, made.bytes());
        SnapshotPublished event = new SnapshotPublished(version, digest, learner.learnedThrough());
        Snapshot kept = made.bytes().length == 0 ? null : new Snapshot(version, made.bytes());
        return new Publication(event, kept);
    }

    /** Lets {@link #run} return when what waits is learned. */
    void stop() throws InterruptedException {
        handovers.put(new Handover(List.of(), false, true, new CompletableFuture<>()));
    }
}
