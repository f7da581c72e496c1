package co.litper.cerebro.server.webhook;

import co.litper.cerebro.log.Intake;
import co.litper.cerebro.logistics.CityDirectory;
import co.litper.cerebro.server.webhook.ReplayMemory.Mark;
import co.litper.cerebro.server.webhook.Verdict.Reason;
import co.litper.cerebro.server.webhook.Verdict.Receipt;
import co.litper.cerebro.server.webhook.Verdict.Refused;
import co.litper.cerebro.server.webhook.Verdict.Repeated;
import co.litper.cerebro.server.webhook.Verdict.Taken;
import co.litper.cerebro.world.Clock;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The gate for webhooks: proves who sent, refuses what is stale, forged or played again, and maps the rest. Keeps nothing but
 * the memory of what was taken; {@link WebhookDesk} gives events to the loop. Thread-safe. O(bytes).
 */
public final class Webhooks {
    /** Bytes of one body; the largest honest one holds some hundred orders. */
    public static final int MOST_BYTES = 1024 * 1024;

    private final Map<String, WebhookSource> sources = new LinkedHashMap<>();
    private final Map<String, ReplayMemory> memories = new LinkedHashMap<>();
    private final Duration window;
    private final Clock clock;
    private final Bodies bodies;

    /**
     * A gate.
     *
     * @param sources who may send
     * @param window how far a signed time may lie from our clock, on either side
     * @param referrer makes references of phones, as {@code vault::refer} does
     */
    public Webhooks(List<WebhookSource> sources, Duration window, Intake.Referrer referrer, Clock clock) {
        for (WebhookSource source : sources) {
            this.sources.put(source.name(), source);
            memories.put(
                    source.name(), new ReplayMemory(source.mapping().signature().isTimed()));
        }
        this.window = window;
        this.clock = clock;
        this.bodies = new Bodies(CityDirectory::packaged, referrer, clock);
    }

    /** The names of those who may send. */
    public Set<String> sources() {
        return Set.copyOf(sources.keySet());
    }

    /** What is to become of a delivery. What is taken is remembered at once, so that of two equal ones one is. */
    public Verdict receive(Delivery delivery) {
        WebhookSource source = sources.get(delivery.source());
        if (source == null) {
            return new Refused(Reason.UNKNOWN_SOURCE, "there is no such source. Maybe its secret is not configured.");
        }
        if (delivery.body().length > MOST_BYTES) {
            return new Refused(
                    Reason.TOO_LARGE, "has " + delivery.body().length + " bytes, at most " + MOST_BYTES + " are taken");
        }
        Signature signature = source.mapping().signature();
        Optional<String> shown = delivery.header().apply(signature.header());
        Optional<String> told = signature.isTimed() ? delivery.header().apply(signature.timeHeader()) : Optional.of("");
        Instant now = clock.now();
        Optional<Instant> signedAt = signature.isTimed() ? told.flatMap(Signature::moment) : Optional.of(now);
        if (shown.isEmpty() || told.isEmpty() || signedAt.isEmpty()) {
            return new Refused(Reason.UNSIGNED, unsigned(signature));
        }
        byte[] code = signature.match(source.secrets(), told.get(), delivery.body(), signature.read(shown.get()));
        if (code == null) {
            return new Refused(
                    Reason.FORGED,
                    "the signature is not that of this body. Maybe the secret differs, or a proxy changed the body.");
        }
        Duration off = Duration.between(signedAt.get(), now);
        if (off.abs().compareTo(window) > 0) {
            return new Refused(Reason.STALE, stale(off));
        }
        return judged(source, delivery, code, signedAt.get(), now);
    }

    private Verdict judged(WebhookSource source, Delivery delivery, byte[] code, Instant signedAt, Instant now) {
        ReplayMemory memory = memory(source.name());
        boolean timed = source.mapping().signature().isTimed();
        ByteBuffer halves = ByteBuffer.wrap(code);
        Mark mark = new Mark(halves.getLong(), halves.getLong(), signedAt.getEpochSecond());
        if (timed) {
            memory.forgetBefore(now.minus(window).getEpochSecond());
        }
        return switch (memory.take(mark)) {
            case SEEN ->
                timed
                        ? new Refused(Reason.REPLAYED, "was taken before. Maybe sign each attempt anew.")
                        : new Repeated();
            case TOO_OLD ->
                new Refused(Reason.STALE, "is older than what is remembered. Maybe sign it anew and send it again.");
            case NEW -> new Taken(bodies.items(source, delivery, code), new Receipt(source.name(), mark));
        };
    }

    private ReplayMemory memory(String source) {
        ReplayMemory memory = memories.get(source);
        if (memory == null) {
            throw new IllegalStateException("every source has a memory");
        }
        return memory;
    }

    /** Forgets that a delivery was taken: its events could not be kept, and the sender shall repeat it. */
    public void forget(Receipt receipt) {
        memory(receipt.source()).forget(receipt.mark());
    }

    private static String unsigned(Signature signature) {
        return "must have the header " + signature.header()
                + (signature.isTimed() ? " and " + signature.timeHeader() + " with the time in epoch seconds" : "")
                + ". Maybe signing is not switched on at the sender.";
    }

    private String stale(Duration off) {
        return "was signed " + off.abs().toSeconds() + " s " + (off.isNegative() ? "ahead of" : "behind")
                + " our clock, at most " + window.toSeconds() + " s are taken. Maybe one of the clocks is wrong.";
    }
}
