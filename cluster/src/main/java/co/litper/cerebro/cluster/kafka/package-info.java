/**
 * The same brain on many machines: Kafka is the log, Kafka Streams runs the shard step.
 *
 * <p>In: CloudEvents on the topic of events. Out: the journal (event and receipt, one place in the log each), the outbox of
 * effects, dead letters. A shard is a partition; it holds merchants whole.
 */
@NullMarked
package co.litper.cerebro.cluster.kafka;

import org.jspecify.annotations.NullMarked;
