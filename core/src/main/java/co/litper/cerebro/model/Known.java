package co.litper.cerebro.model;

import co.litper.cerebro.feature.FeatureRow;
import co.litper.cerebro.feature.ShipmentContext;

/**
 * What was known of a shipment when a decision about it was made.
 *
 * @param row its features
 * @param context what they were made of
 */
public record Known(FeatureRow row, ShipmentContext context) {}
