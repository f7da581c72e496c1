/**
 * What a customer will still buy, without a contract that would tell when one has left.
 *
 * <p>In: purchases, or a {@link co.litper.cerebro.learners.lifetime.CustomerSummary} of each customer. Out: a
 * {@link co.litper.cerebro.learners.lifetime.LifetimeModel} with the probability of being active and the purchases to expect, and
 * {@link co.litper.cerebro.learners.lifetime.GammaGamma} with what one is worth. {@link
 * co.litper.cerebro.learners.lifetime.LifetimeFit} is the entry.
 */
@NullMarked
package co.litper.cerebro.learners.lifetime;

import org.jspecify.annotations.NullMarked;
