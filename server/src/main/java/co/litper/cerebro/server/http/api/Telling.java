package co.litper.cerebro.server.http.api;

import co.litper.cerebro.Subjects;
import co.litper.cerebro.event.Event;
import co.litper.cerebro.event.EventType;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.server.LiveState;
import co.litper.cerebro.server.WayIn;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.world.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/**
 * Tells whoever decides about a parcel what a person did, and reads from the log what came of it: who else did the same shows there
 * and nowhere else, whichever process they came to. Thread-safe.
 *
 * <p>Cost: one look at the state where the loop runs here; on a cluster one every {@link #AGAIN_MS} to {@link #LONGEST_AGAIN_MS}
 * milliseconds, and the entries that were added meanwhile.
 */
final class Telling {
    /** Beyond it a shard is moving, or far behind; whoever asks is told that the answer is not known. */
    static final Duration WAIT = Duration.ofSeconds(3);

    /** A transaction of a shard takes some tens of milliseconds. */
    private static final long AGAIN_MS = 5;

    private static final long LONGEST_AGAIN_MS = 200;
    private static final String SOURCE = "/cerebro/host";

    private final WayIn in;
    private final Clock clock;
    private final EnvelopeCodec codec = new EnvelopeCodec();

    Telling(WayIn in, Clock clock) {
        this.in = in;
        this.clock = clock;
    }

    /**
     * What is told about.
     *
     * @param log of the parcel's merchant
     * @param state as that log has it
     * @param from the end of the log before it was seen that the matter is open: what closes it stands from there on
     * @param type of the events that may close it
     * @param about which of them do
     * @param isOpen whether none has yet
     */
    record Matter(
            EventLog log,
            LiveState state,
            long from,
            EventType type,
            Predicate<Event> about,
            LiveState.Question<Boolean> isOpen) {}

    /** An event about a parcel, by a person. */
    Envelope event(String id, MerchantId merchant, long homeKey, Event event) {
        return Envelope.own(id, SOURCE, merchant, Subjects.home(homeKey), clock.now(), event);
    }

    /**
     * Tells events, durably, and waits until the matter is closed by them or by others.
     *
     * @return the events about the matter that the log has since, oldest first; none if it is over by itself. Empty if it is
     *     still open after {@link #WAIT}, or the log cannot be read: the events are kept, what comes of them is not known
     */
    Optional<List<Envelope>> tell(List<Envelope> events, Matter matter)
            throws InterruptedException, ExecutionException {
        List<CompletableFuture<WayIn.Taken>> taken = new ArrayList<>(events.size());
        for (Envelope event : events) {
            taken.add(in.submit(event));
        }
        for (CompletableFuture<WayIn.Taken> each : taken) {
            each.get();
        }
        try {
            return await(matter);
        } catch (StoreException e) {
            return Optional.empty(); // what was told is durable; whoever follows the log tells of the trouble
        }
    }

    private Optional<List<Envelope>> await(Matter matter) throws InterruptedException {
        long deadline = System.nanoTime() + WAIT.toNanos();
        List<Envelope> found = new ArrayList<>();
        long next = matter.from();
        long again = AGAIN_MS;
        while (true) {
            boolean open = matter.state().ask(matter.isOpen()); // first: what closed it is read behind
            next = read(matter, next, found);
            if (!open) {
                return Optional.of(found);
            }
            if (System.nanoTime() >= deadline) {
                return Optional.empty();
            }
            LockSupport.parkNanos(Duration.ofMillis(again).toNanos());
            again = Math.min(LONGEST_AGAIN_MS, 2 * again);
        }
    }

    private long read(Matter matter, long from, List<Envelope> found) {
        byte[] type = Bytes.of('"' + matter.type().wire() + '"');
        long[] next = {from};
        matter.log().read(from, entry -> {
            if (Bytes.contain(entry.event(), type)) {
                Envelope envelope = codec.decode(entry.event());
                if (matter.about().test(envelope.event())) {
                    found.add(envelope);
                }
            }
            next[0] = entry.position() + 1;
            return true;
        });
        return next[0];
    }
}
