/**
 * One process that runs the loop: takes events in, gives each its place in the log, commits in groups, and only then lets
 * answers, effects and lessons out.
 *
 * <p>In: envelopes from any thread. Out: {@link co.litper.cerebro.host.Answer}s when durable. The shard step itself is
 * {@link co.litper.cerebro.Brain}; another host may run it on other machinery.
 */
@NullMarked
package co.litper.cerebro.host;

import org.jspecify.annotations.NullMarked;
