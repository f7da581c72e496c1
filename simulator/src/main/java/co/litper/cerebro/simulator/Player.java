package co.litper.cerebro.simulator;

import co.litper.cerebro.log.Envelope;

/**
 * Whoever cares for the parcels of a simulated world: told what the product would be told and nothing else, acting through
 * the {@link Desk} and nothing else. Called from one thread.
 */
public interface Player extends AutoCloseable {
    /**
     * Meets an event as the feed brings it: {@code recordedAt} never goes back from call to call; what a faulty feed
     * repeats, delays or garbles is met as it is. Effects may be handed to the desk during the call.
     */
    void meet(Envelope event);

    @Override
    default void close() {}
}
