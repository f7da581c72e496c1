package co.litper.cerebro.learn;

import co.litper.cerebro.model.DeliveryModels;
import co.litper.cerebro.policy.RescuePolicy;
import co.litper.cerebro.policy.TellingTable;

/**
 * What the shard decides with: learned, immutable, numbered.
 *
 * @param version from 1; 0 without experience
 * @param models what to expect of a shipment
 * @param rescues what each step at a novedad is worth
 * @param telling what a message on the way is worth, read only
 */
public record BrainSnapshot(long version, DeliveryModels models, RescuePolicy rescues, TellingTable telling) {}
