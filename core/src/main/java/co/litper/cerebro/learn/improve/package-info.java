/**
 * Self-improvement: what the log says of how well things go, where they go badly, and which settings would do better; what was
 * changed, what came of it, and what is taken back.
 *
 * <p>In: the log. {@link co.litper.cerebro.learn.improve.EvidenceReader} reads it once, entry by entry;
 * {@link co.litper.cerebro.learn.improve.Improver} judges. Out: an
 * {@link co.litper.cerebro.learn.improve.ImprovementReport}, and {@code configuration.changed} events to append.
 */
@NullMarked
package co.litper.cerebro.learn.improve;

import org.jspecify.annotations.NullMarked;
