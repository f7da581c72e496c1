/**
 * What is known of a shipment as numbers: decayed statistics of carriers, cities, lanes and merchants, and the feature row
 * that models are scored on.
 *
 * <p>In: {@link co.litper.cerebro.feature.ShipmentContext} and what came of earlier shipments. Out:
 * {@link co.litper.cerebro.feature.FeatureRow}, whose columns {@link co.litper.cerebro.feature.Feature} defines.
 */
@NullMarked
package co.litper.cerebro.feature;

import org.jspecify.annotations.NullMarked;
