package co.litper.cerebro.decision;

/**
 * Thinks slowly about one decision at a time. Called from threads of its own, never from the shard's; thread-safe. It must
 * return within a bounded time, and tells every failure as an end of the thought, not as an exception.
 */
public interface Reasoner extends AutoCloseable {
    /** Thinks. An interrupt ends it early, as {@code TIMED_OUT}. */
    Thought think(Dilemma dilemma);

    @Override
    default void close() {}
}
