package co.litper.cerebro.host;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Learns in a thread of its own while the loop goes on, and yet to the same bytes whatever the two threads' speed: what is
 * learned from a stretch of {@value #STRETCH} positions is taken in {@value #LAG} stretches later, for which the loop waits if it
 * must. Owned by the loop's thread.
 */
final class LearningBeside implements AutoCloseable {
    /** Positions handed over at once: handing over each event would wake the other thread fifty thousand times a second. */
    private static final int STRETCH = 256;

    /** Stretches under way; a policy is made in a tenth of a second, in which the loop gets some thousand events further. */
    private static final int LAG = 16;

    private final LearnerThread learner;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("cerebro-learn").daemon(true).factory());
    private final Deque<CompletableFuture<List<LearnerThread.Publication>>> underWay = new ArrayDeque<>();
    private List<Batch.Lesson> stretch = new ArrayList<>();
    private long end = STRETCH;

    LearningBeside(LearnerThread learner) {
        this.learner = learner;
    }

    /**
     * Takes lessons, and gives what is to be published before the event at {@code next}.
     *
     * @param next the position that the loop's next event gets
     */
    List<LearnerThread.Publication> take(List<Batch.Lesson> lessons, long next) {
        stretch.addAll(lessons);
        if (next < end) {
            return List.of();
        }
        List<Batch.Lesson> full = stretch;
        stretch = new ArrayList<>(full.size());
        end = (next / STRETCH + 1) * STRETCH;
        underWay.add(CompletableFuture.supplyAsync(() -> learn(full), thread));
        return underWay.size() > LAG ? underWay.remove().join() : List.of();
    }

    private List<LearnerThread.Publication> learn(List<Batch.Lesson> lessons) {
        List<LearnerThread.Publication> made = new ArrayList<>(1);
        lessons.forEach(lesson -> learner.learnAndPublish(lesson).ifPresent(made::add));
        return made;
    }

    /** Ends the thread; what is under way is not waited for. */
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
