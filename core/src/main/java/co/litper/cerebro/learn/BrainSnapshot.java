package co.litper.cerebro.learn;

import co.litper.cerebro.model.DeliveryModels;
import co.litper.cerebro.think.Learned;

/**
 * What the shard decides with: learned, immutable, numbered.
 *
 * @param version from 1; 0 without experience
 * @param models what to expect of a shipment
 * @param learned what was learned about choices
 */
public record BrainSnapshot(long version, DeliveryModels models, Learned learned) {}
