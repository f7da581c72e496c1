/**
 * What another policy would have earned, for people and for programs.
 *
 * <p>In: {@link co.litper.cerebro.learn.replay.PolicyWorth}, a question each. Out: lines for a terminal, or JSON.
 */
@NullMarked
package co.litper.cerebro.server.replay;

import org.jspecify.annotations.NullMarked;
