package co.litper.cerebro.server.http.api;

import co.litper.cerebro.vault.Person;
import co.litper.cerebro.vault.Vault;
import co.litper.cerebro.vocabulary.PersonRef;
import co.litper.cerebro.world.Hash64;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * Puts people into the vault, those of many calls at once: each put waits for the disk, and the next ones gather meanwhile.
 * Thread-safe.
 */
final class PeopleDesk implements AutoCloseable {
    /** Calls that wait; as many as are served at a time. */
    private static final int CAPACITY = 4_096;

    /** People whose last words are remembered by a hash, about 150 bytes each. */
    private static final int MOST_RECENT = 50_000;

    private static final long SEED = 0x70656F706C650001L;

    private final Vault vault;
    private final Map<PersonRef, Long> recent = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<PersonRef, Long> eldest) {
            return size() > MOST_RECENT;
        }
    };
    private final BlockingQueue<Entry> waiting = new ArrayBlockingQueue<>(CAPACITY);
    private final Thread writer;

    private record Entry(Map<PersonRef, Person> people, CompletableFuture<Void> done) {}

    PeopleDesk(Vault vault) {
        this.vault = vault;
        this.writer = Thread.ofPlatform().name("cerebro-people").daemon(true).start(this::write);
    }

    /** Keeps what is new of these people; durable on return. */
    void put(Map<PersonRef, Person> people) throws InterruptedException, ExecutionException {
        if (people.isEmpty() || isKnown(people)) {
            return;
        }
        Entry entry = new Entry(people, new CompletableFuture<>());
        waiting.put(entry);
        entry.done().get();
    }

    /** True if each was put as it is now by this process: what a busy source tells again and again need not be written. */
    private boolean isKnown(Map<PersonRef, Person> people) {
        synchronized (recent) {
            for (Map.Entry<PersonRef, Person> each : people.entrySet()) {
                Long before = recent.get(each.getKey());
                if (before == null || before != digest(each.getValue())) {
                    return false;
                }
            }
            return true;
        }
    }

    private void noteKnown(Map<PersonRef, Person> people) {
        synchronized (recent) {
            people.forEach((ref, person) -> recent.put(ref, digest(person)));
        }
    }

    private static long digest(Person p) {
        return Hash64.of(SEED, String.join("\n", p.name(), p.phone(), p.address(), p.email(), p.note()));
    }

    private void write() {
        List<Entry> batch = new ArrayList<>();
        try {
            while (true) {
                batch.add(waiting.take());
                waiting.drainTo(batch);
                put(batch);
                batch.clear();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void put(List<Entry> batch) {
        Map<PersonRef, Person> all = new LinkedHashMap<>();
        batch.forEach(entry -> entry.people().forEach((ref, person) -> all.merge(ref, person, Person::updatedBy)));
        try {
            vault.put(all);
            noteKnown(all);
            batch.forEach(entry -> entry.done().complete(null));
        } catch (RuntimeException e) {
            batch.forEach(entry -> entry.done().completeExceptionally(e));
        }
    }

    @Override
    public void close() {
        writer.interrupt();
    }
}
