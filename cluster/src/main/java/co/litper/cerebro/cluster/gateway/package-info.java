/**
 * HTTP in front of a cluster: takes events for the shards and answers questions about what they decided.
 *
 * <p>In: calls, and the journal of every shard. Out: events on the topic of events, read tables in PostgreSQL, answers. A gateway
 * decides nothing and holds nothing that cannot be made again but its keys; any number may run side by side.
 */
@NullMarked
package co.litper.cerebro.cluster.gateway;

import org.jspecify.annotations.NullMarked;
