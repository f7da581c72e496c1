package co.litper.cerebro.log;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What broke its contract, kept with reason and source line until someone repairs or drops it. The payload may hold
 * personal data: a durable implementation keeps it encrypted. Thread-safe.
 */
public interface DeadLetters extends AutoCloseable {
    /** How many are kept; beyond that the oldest replayed or dropped ones go first, and adding fails when all are open. */
    int CAPACITY = 1_000_000;

    /**
     * Keeps letters together, wholly or not at all, and returns the number of the last; they are numbered one after another.
     * Durable on return.
     *
     * @param refusals at least one
     * @throws StoreException if there is no room, since too many letters are open; nothing was added
     */
    long addAll(List<Refusal> refusals);

    /** Keeps a letter and returns its number. Durable on return; many at once are quicker by {@link #addAll}. */
    default long add(Instant at, String source, long line, String reason, String payload) {
        return addAll(List.of(new Refusal(at, source, line, reason, payload)));
    }

    /** The newest {@code limit} letters of {@code status}, newest first. */
    List<DeadLetter> list(Status status, int limit);

    /** One letter. */
    Optional<DeadLetter> find(long number);

    /** How many stand at {@code status}. */
    long count(Status status);

    /** Marks what became of a letter. */
    void mark(long number, Status status);

    /** Removes every letter whose payload contains one of {@code texts}, and returns how many went. */
    int purge(List<String> texts);

    @Override
    void close();

    /** What became of a letter. */
    enum Status {
        OPEN,
        REPLAYED,
        DROPPED
    }

    /**
     * What is refused, before it is a letter.
     *
     * @param at when it was refused
     * @param source file name or feed
     * @param line line in the source, or 0
     * @param reason why, in words for a person
     * @param payload what came in, as text
     */
    record Refusal(Instant at, String source, long line, String reason, String payload) {
        /** The letter of this number, open. */
        public DeadLetter letter(long number) {
            return new DeadLetter(number, at, source, line, reason, payload, Status.OPEN);
        }
    }

    /**
     * One letter.
     *
     * @param number from 1
     * @param at when it was refused
     * @param source file name or feed
     * @param line line in the source, or 0
     * @param reason why, in words for a person
     * @param payload what came in, as text
     */
    record DeadLetter(
            long number, Instant at, String source, long line, String reason, String payload, Status status) {}
}
