/**
 * Learning to act in short episodes: values of actions in tables, fitted to logs and in small networks, and a policy that learns
 * itself.
 *
 * <p>In: {@link co.litper.cerebro.learners.reinforce.Transition}s or whole
 * {@link co.litper.cerebro.learners.reinforce.Episode}s, with the actions that were allowed. Out:
 * {@link co.litper.cerebro.learners.reinforce.ActionValues}, from which a
 * {@link co.litper.cerebro.learners.bandit.Explorer} draws an action with its exact probability, and snapshots in versioned bytes.
 * {@link co.litper.cerebro.learners.reinforce.FittedQ} learns from a log at once and is immutable; the others learn step by step.
 */
@NullMarked
package co.litper.cerebro.learners.reinforce;

import org.jspecify.annotations.NullMarked;
