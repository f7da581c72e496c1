package co.litper.cerebro.server.webhook;

import co.litper.cerebro.log.DeadLetters;
import co.litper.cerebro.log.Intake;
import co.litper.cerebro.server.WayIn;
import co.litper.cerebro.server.webhook.Verdict.Item;
import co.litper.cerebro.server.webhook.Verdict.Refused;
import co.litper.cerebro.server.webhook.Verdict.Repeated;
import co.litper.cerebro.server.webhook.Verdict.Taken;
import co.litper.cerebro.vault.Person;
import co.litper.cerebro.vault.Vault;
import co.litper.cerebro.vocabulary.PersonRef;
import co.litper.cerebro.world.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * Takes deliveries in: people into the vault, then events to the loop, breaches to the dead letters; all durable when it
 * answers. Thread-safe.
 */
public final class WebhookDesk {
    private final Webhooks gate;
    private final WayIn in;
    private final Vault vault;
    private final DeadLetters letters;
    private final Clock clock;

    public WebhookDesk(Webhooks gate, WayIn in, Vault vault, DeadLetters letters, Clock clock) {
        this.gate = gate;
        this.in = in;
        this.vault = vault;
        this.letters = letters;
        this.clock = clock;
    }

    /** What became of a delivery. */
    public sealed interface Outcome {}

    /**
     * It is in.
     *
     * @param answers of its events that kept their contract, in order
     * @param letters the numbers of the dead letters of those that did not
     * @param ignored how many were of no interest
     */
    public record Kept(List<WayIn.Taken> answers, List<Long> letters, int ignored) implements Outcome {
        public Kept {
            answers = List.copyOf(answers);
            letters = List.copyOf(letters);
        }
    }

    /** It was taken before; nothing changed. */
    public record Known() implements Outcome {}

    /** It is not taken. */
    public record Rejected(Verdict.Reason reason, String message) implements Outcome {}

    /** There is no room now: the sender shall repeat it. */
    public record Busy() implements Outcome {}

    /**
     * Takes a delivery in.
     *
     * @throws co.litper.cerebro.log.StoreException if it could not be kept; the sender shall repeat it
     */
    public Outcome take(Delivery delivery) throws InterruptedException {
        return switch (gate.receive(delivery)) {
            case Refused(Verdict.Reason reason, String message) -> new Rejected(reason, message);
            case Repeated() -> new Known();
            case Taken taken -> kept(delivery.source(), taken);
        };
    }

    private Outcome kept(String source, Taken taken) throws InterruptedException {
        boolean done = false;
        try {
            Map<PersonRef, Person> people = new LinkedHashMap<>();
            for (Item item : taken.items()) {
                if (item instanceof Item.Told(Intake.Accepted accepted)) {
                    accepted.people().forEach((ref, person) -> people.merge(ref, person, Person::updatedBy));
                }
            }
            if (!people.isEmpty()) {
                vault.put(people);
            }
            Outcome outcome = submitted(source, taken);
            done = outcome instanceof Kept;
            return outcome;
        } finally {
            if (!done) {
                gate.forget(taken.receipt());
            }
        }
    }

    private Outcome submitted(String source, Taken taken) throws InterruptedException {
        List<CompletableFuture<WayIn.Taken>> waiting = new ArrayList<>();
        boolean full = false;
        int ignored = 0;
        for (Item item : taken.items()) {
            if (item instanceof Item.Told(Intake.Accepted accepted) && !full) {
                CompletableFuture<WayIn.Taken> answer = in.offer(accepted.envelope());
                if (answer == null) {
                    full = true;
                } else {
                    waiting.add(answer);
                }
            }
            ignored += item instanceof Item.Ignored ? 1 : 0;
        }
        List<WayIn.Taken> answers = awaited(waiting);
        // What was taken in part is recognised by its ids when the sender repeats the whole.
        return full ? new Busy() : new Kept(answers, breaches(source, taken), ignored);
    }

    private static List<WayIn.Taken> awaited(List<CompletableFuture<WayIn.Taken>> waiting) throws InterruptedException {
        List<WayIn.Taken> answers = new ArrayList<>(waiting.size());
        for (CompletableFuture<WayIn.Taken> each : waiting) {
            try {
                answers.add(each.get());
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
            }
        }
        return answers;
    }

    private List<Long> breaches(String source, Taken taken) {
        List<Long> numbers = new ArrayList<>();
        for (Item item : taken.items()) {
            if (item instanceof Item.Breach(String reason, String payload)) {
                numbers.add(letters.add(clock.now(), "webhook:" + source, 0, reason, payload));
            }
        }
        return numbers;
    }
}
