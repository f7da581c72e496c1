/**
 * What another policy would have earned, told from the log: nothing is decided again for real, nothing is sent.
 *
 * <p>In: the log. {@link co.litper.cerebro.learn.replay.ChoiceLog} joins choices with what came of them;
 * {@link co.litper.cerebro.learn.replay.Replay} judges a {@link co.litper.cerebro.learn.replay.ReplayPolicy} on them. Out: a
 * {@link co.litper.cerebro.learn.replay.PolicyWorth}, and of the {@link co.litper.cerebro.learn.replay.Gate} a yes or no.
 */
@NullMarked
package co.litper.cerebro.learn.replay;

import org.jspecify.annotations.NullMarked;
