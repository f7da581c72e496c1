package co.litper.cerebro.server.webhook;

import java.util.HashSet;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Remembers which deliveries of one source were taken. Of at most {@link #MOST} the one with the oldest signed time is
 * forgotten first, and from then on everything as old is refused: what is forgotten can never be taken for new, whatever the
 * clock does. Thread-safe. O(log n).
 *
 * <p>It does not outlive the process. A replay after a restart finds the ids of its events in the log, which takes none twice.
 */
final class ReplayMemory {
    /** Deliveries remembered; 600 a second over a window of five minutes. About 100 bytes each. */
    static final int MOST = 200_000;

    /**
     * A delivery.
     *
     * @param high first half of its authentic code
     * @param low second half
     * @param second its signed time, epoch seconds; for a source that signs none, when it came
     */
    record Mark(long high, long low, long second) implements Comparable<Mark> {
        @Override
        public int compareTo(Mark other) {
            return Long.compare(second, other.second);
        }
    }

    private record Code(long high, long low) {}

    /** What the memory says of a delivery. */
    enum Finding {
        NEW,
        SEEN,
        /** It is so old that it may have been forgotten. */
        TOO_OLD
    }

    private final int most;
    private final boolean timed;
    private final Set<Code> seen = new HashSet<>();
    private final PriorityQueue<Mark> byTime = new PriorityQueue<>();
    private long forgottenThrough = Long.MIN_VALUE;

    /** @param timed true if the source signs its time */
    ReplayMemory(boolean timed) {
        this(timed, MOST);
    }

    ReplayMemory(boolean timed, int most) {
        this.timed = timed;
        this.most = most;
    }

    /** Remembers a delivery if it is new. */
    synchronized Finding take(Mark mark) {
        Code code = new Code(mark.high(), mark.low());
        if (seen.contains(code)) {
            return Finding.SEEN;
        }
        if (timed && mark.second() <= forgottenThrough) {
            return Finding.TOO_OLD;
        }
        seen.add(code);
        byTime.add(mark);
        while (seen.size() > most) {
            forgetOldest();
        }
        return Finding.NEW;
    }

    /** Forgets what is older than {@code second}: it would be refused for its age. */
    synchronized void forgetBefore(long second) {
        while (!byTime.isEmpty() && byTime.peek().second() < second) {
            forgetOldest();
        }
    }

    private void forgetOldest() {
        Mark oldest = byTime.remove();
        seen.remove(new Code(oldest.high(), oldest.low()));
        forgottenThrough = Math.max(forgottenThrough, oldest.second());
    }

    /** Forgets one delivery that could not be kept, so that its sender may repeat it. O(n). */
    synchronized void forget(Mark mark) {
        if (byTime.remove(mark)) {
            seen.remove(new Code(mark.high(), mark.low()));
        }
    }

    synchronized int size() {
        return seen.size();
    }
}
