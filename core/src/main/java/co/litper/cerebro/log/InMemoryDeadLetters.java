package co.litper.cerebro.log;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Dead letters in memory, gone with the process. Thread-safe. Listing, counting and purging are O(n). */
public final class InMemoryDeadLetters implements DeadLetters {
    private final TreeMap<Long, DeadLetter> letters = new TreeMap<>();
    private final int capacity;
    private long newest;

    /** Room for {@link DeadLetters#CAPACITY} letters. */
    public InMemoryDeadLetters() {
        this(CAPACITY);
    }

    /** Room for {@code capacity} letters, at least 1. */
    public InMemoryDeadLetters(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity must be at least 1, is " + capacity);
        }
        this.capacity = capacity;
    }

    @Override
    public synchronized long addAll(List<Refusal> refusals) {
        makeRoom(letters.size() + refusals.size() - capacity);
        for (Refusal refusal : refusals) {
            newest++;
            letters.put(newest, refusal.letter(newest));
        }
        return newest;
    }

    private void makeRoom(int places) {
        List<Long> settled = letters.values().stream()
                .filter(letter -> letter.status() != Status.OPEN)
                .limit(Math.max(0, places))
                .map(DeadLetter::number)
                .toList();
        if (settled.size() < places) {
            throw new StoreException(
                    StoreException.Kind.FULL,
                    "all " + capacity + " dead letters are open. Maybe repair and replay them, or drop them.");
        }
        settled.forEach(letters::remove);
    }

    @Override
    public synchronized List<DeadLetter> list(Status status, int limit) {
        return letters.descendingMap().values().stream()
                .filter(letter -> letter.status() == status)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Optional<DeadLetter> find(long number) {
        return Optional.ofNullable(letters.get(number));
    }

    @Override
    public synchronized long count(Status status) {
        return letters.values().stream()
                .filter(letter -> letter.status() == status)
                .count();
    }

    @Override
    public synchronized void mark(long number, Status status) {
        letters.computeIfPresent(
                number,
                (_, letter) -> new DeadLetter(
                        number,
                        letter.at(),
                        letter.source(),
                        letter.line(),
                        letter.reason(),
                        letter.payload(),
                        status));
    }

    @Override
    public synchronized int purge(List<String> texts) {
        int before = letters.size();
        letters.values()
                .removeIf(letter -> texts.stream()
                        .anyMatch(text -> !text.isEmpty() && letter.payload().contains(text)));
        return before - letters.size();
    }

    @Override
    public void close() {
        // nothing is held but memory
    }
}
