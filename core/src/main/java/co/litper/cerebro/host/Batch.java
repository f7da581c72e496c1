package co.litper.cerebro.host;

import co.litper.cerebro.act.Dispatch;
import co.litper.cerebro.decision.Dilemma;
import co.litper.cerebro.decision.Fact;
import co.litper.cerebro.log.Entry;
import co.litper.cerebro.log.Snapshot;
import co.litper.cerebro.log.StateRow;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What a group of events adds to the log, and what may leave when that is durable. Filled by the shard's thread. */
final class Batch {
    private final List<Entry> entries = new ArrayList<>();
    private final List<Snapshot> snapshots = new ArrayList<>(0);
    private final List<Dispatch> dispatches = new ArrayList<>(0);
    private final List<Long> withdrawals = new ArrayList<>(0);
    private final List<Dilemma> dilemmas = new ArrayList<>(0);
    private final List<Lesson> lessons = new ArrayList<>();
    private final List<Reply> replies = new ArrayList<>();
    private @Nullable Runnable onReached;
    private boolean last;
    private List<StateRow> checkpoint = List.of();
    private long checkpointPosition;

    /** A fact for the learner, with its place in the log. */
    record Lesson(long position, Fact fact) {}

    /** An answer to give. */
    record Reply(CompletableFuture<Answer> to, Answer answer) {}

    void entry(Entry entry) {
        entries.add(entry);
    }

    void snapshot(Snapshot snapshot) {
        snapshots.add(snapshot);
    }

    void dispatches(List<Dispatch> more) {
        dispatches.addAll(more);
    }

    void withdrawals(List<Long> more) {
        withdrawals.addAll(more);
    }

    void dilemmas(List<Dilemma> more) {
        dilemmas.addAll(more);
    }

    List<Dilemma> dilemmas() {
        return dilemmas;
    }

    void lesson(Lesson lesson) {
        lessons.add(lesson);
    }

    void reply(CompletableFuture<Answer> to, Answer answer) {
        replies.add(new Reply(to, answer));
    }

    /** The rows of a finished checkpoint of the state after {@code position}, which lies in this batch or before. */
    void checkpoint(long position, List<StateRow> rows) {
        checkpointPosition = position;
        checkpoint = rows;
    }

    List<Entry> entries() {
        return entries;
    }

    List<Snapshot> snapshots() {
        return snapshots;
    }

    List<Dispatch> dispatches() {
        return dispatches;
    }

    List<Long> withdrawals() {
        return withdrawals;
    }

    List<Lesson> lessons() {
        return lessons;
    }

    List<StateRow> checkpoint() {
        return checkpoint;
    }

    long checkpointPosition() {
        return checkpointPosition;
    }

    /** What to do when every batch before this one is settled, its checkpoint included. */
    void onReached(Runnable action) {
        onReached = action;
    }

    void reached() {
        if (onReached != null) {
            onReached.run();
        }
    }

    /** Nothing follows this batch. */
    void markLast() {
        last = true;
    }

    /** True if it goes all the way to the checkpoints even if it carries nothing. */
    boolean isMarker() {
        return last || onReached != null;
    }

    boolean isLast() {
        return last;
    }

    void succeed() {
        for (Reply reply : replies) {
            reply.to().complete(reply.answer());
        }
    }

    void fail(Throwable cause) {
        for (Reply reply : replies) {
            reply.to().completeExceptionally(cause);
        }
    }
}
