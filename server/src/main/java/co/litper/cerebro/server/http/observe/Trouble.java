package co.litper.cerebro.server.http.observe;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** What keeps the service from taking events, if anything does; {@code /health/ready} tells it. Thread-safe. */
public final class Trouble {
    private final AtomicReference<String> reason = new AtomicReference<>("");

    /** The store failed. */
    public void met(String why) {
        reason.set(why);
    }

    /** The store took an event: whatever was, is over. */
    public void isOver() {
        reason.set("");
    }

    /** What it is, in a word. */
    public Optional<String> now() {
        return Optional.of(reason.get()).filter(why -> !why.isEmpty());
    }
}
