package co.litper.cerebro.server;

import co.litper.cerebro.host.Answer;
import co.litper.cerebro.host.EmbeddedHost;
import co.litper.cerebro.log.Envelope;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Where events that kept their contract go in, wherever they are decided. Thread-safe. */
public interface WayIn {
    /** What is told of an event once it is durable. */
    sealed interface Taken {}

    /** The loop has met it: it is decided, or was known. */
    record Met(Answer answer) implements Taken {}

    /** It is kept and will be decided elsewhere; whether it was known is found out there. */
    record Kept() implements Taken {}

    /**
     * Takes an event in, or says at once that there is no room.
     *
     * @return null if there is no room; else an answer that comes when the event is durable, or fails with a {@code StoreException}
     */
    @Nullable
    CompletableFuture<Taken> offer(Envelope event);

    /** As {@link #offer}, but waits for room. */
    CompletableFuture<Taken> submit(Envelope event) throws InterruptedException;

    /** True if events are decided elsewhere, so that no answer waits for a decision. */
    boolean isDecidedElsewhere();

    /** The loop of this process. */
    static WayIn of(EmbeddedHost host) {
        return new ToHost(host);
    }
}
