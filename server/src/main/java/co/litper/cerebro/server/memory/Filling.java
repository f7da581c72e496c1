package co.litper.cerebro.server.memory;

import co.litper.cerebro.memory.Memories;
import co.litper.cerebro.vocabulary.PersonRef;
import java.time.Duration;

/** A memory that this process fills, and when it is made durable. One thread at a time, but for questions to the memory. */
final class Filling {
    /** Entries of the log after which what was remembered is made durable: that many are read again after a crash. */
    private static final long MOST_UNCOMMITTED = 50_000;

    /** What is not yet durable is made so after this time at the latest, while the log grows or not. */
    private static final long COMMIT_NS = Duration.ofSeconds(30).toNanos();

    /** The same where others read what is durable. The counts of patterns are written each time, a megabyte at the most. */
    private static final long SHARED_COMMIT_NS = Duration.ofSeconds(2).toNanos();

    private final MemoryPlace place;
    private final Memories memories;
    private final MemoryProjector projector;
    private long committed;
    private long committedNs = System.nanoTime();

    Filling(MemoryPlace place, Memories memories, MemoryProjector projector) {
        this.place = place;
        this.memories = memories;
        this.projector = projector;
        this.committed = projector.position();
    }

    Memories memories() {
        return memories;
    }

    MemoryProjector projector() {
        return projector;
    }

    /** Makes durable what was remembered. */
    void commit() {
        if (projector.position() > committed) {
            projector.commit();
            committed = projector.position();
        }
        committedNs = System.nanoTime();
    }

    /** Commits if it is time, and then erases whom others want erased. */
    void commitIfDue() {
        long every = place.isShared() ? SHARED_COMMIT_NS : COMMIT_NS;
        if (projector.position() - committed >= MOST_UNCOMMITTED || System.nanoTime() - committedNs >= every) {
            commit();
            for (PersonRef person : place.toErase()) {
                place.erased(person, memories.erase(person));
            }
        }
    }

    /** Erases a customer, durably; returns how many memories went. */
    int erase(PersonRef person) {
        commit();
        return memories.erase(person);
    }
}
