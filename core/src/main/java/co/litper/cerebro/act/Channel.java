package co.litper.cerebro.act;

/**
 * A way into the world. Called from the executor's thread only, one effect at a time.
 *
 * <p>A channel that deduplicates by {@link Dispatch#idempotencyKey()} is tried until it answers: at least once here, once
 * at the receiver. One that cannot is tried once: the attempt is recorded first, and what a crash leaves open is shown to
 * a person.
 */
public interface Channel extends AutoCloseable {
    /** Its name in configuration and events. */
    String name();

    /** True if the receiver recognises a repeat by its key. */
    boolean deduplicates();

    /** Hands the effect over. Must return or fail within a bounded time. */
    Result send(Dispatch dispatch);

    @Override
    default void close() {}

    /** How a hand-over went. */
    enum Result {
        /** Taken. */
        DONE,
        /** Refused for good; trying again is of no use. */
        FAILED,
        /** Could not be reached and surely did not take it; may be tried again. */
        RETRY,
        /** No answer came: it may or may not have been taken. */
        UNCLEAR,
        /**
         * It waits for a person, who tells later how it went; until then, or until its deadline, the effect stays planned. Only
         * from channels that deduplicate: the next process hands it over again.
         */
        LEFT_TO_PEOPLE
    }
}
