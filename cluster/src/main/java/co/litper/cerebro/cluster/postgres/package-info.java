/**
 * PostgreSQL as the read side, the long-term memory and the graph of an installation of many machines.
 *
 * <p>In: the log and the state behind it. Out: the ports of {@code server.read}, {@code search} and {@code knowledge} on tables
 * that Flyway makes. All of it is derived: it can be dropped and made again. Each shard has a schema of its own, whose one writer
 * holds an advisory lock; where that writer is gone, the lock goes with its connection, and another takes over.
 */
@NullMarked
package co.litper.cerebro.cluster.postgres;

import org.jspecify.annotations.NullMarked;
