package co.litper.cerebro.cluster.debezium;

import java.util.List;

/** Where changes go. Called by one thread, in the order of the shop's database. */
@FunctionalInterface
public interface ChangeSink {
    /**
     * Takes changes in; returns when all of them are durable. Some may have been told before.
     *
     * @throws RuntimeException if that could not be: they are told again
     */
    void take(List<Change> changes) throws InterruptedException;
}
