package co.litper.cerebro.learn;

import co.litper.cerebro.model.DeliveryModels;
import co.litper.cerebro.policy.RescueTable;

/**
 * What the shard decides with: learned, immutable, numbered.
 *
 * @param version from 1; 0 without experience
 * @param models what to expect of a shipment
 * @param rescues rescue rates of novedades, read only
 */
public record BrainSnapshot(long version, DeliveryModels models, RescueTable rescues) {}
