/**
 * Predictors: how likely a delay, a novedad and a return are, when the parcel comes, and why.
 *
 * <p>In: {@link co.litper.cerebro.feature.ShipmentContext} to predict, {@link co.litper.cerebro.model.DeliveryOutcome} to
 * learn. Out: {@link co.litper.cerebro.decision.Forecast} and reasons. {@link co.litper.cerebro.model.DeliveryLearner}
 * learns; {@link co.litper.cerebro.model.DeliveryModels} is what it publishes.
 */
@NullMarked
package co.litper.cerebro.model;

import org.jspecify.annotations.NullMarked;
