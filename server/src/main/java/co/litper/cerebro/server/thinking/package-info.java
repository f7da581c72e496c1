/**
 * Slow thinking in an installation: the reasoner of a configuration, what it may look up, and what it cost and earned.
 *
 * <p>In: configuration, the key in the environment, the log. Out: a {@link co.litper.cerebro.decision.Reasoner} or none, and
 * the report for terminal and programs.
 */
@NullMarked
package co.litper.cerebro.server.thinking;

import org.jspecify.annotations.NullMarked;
