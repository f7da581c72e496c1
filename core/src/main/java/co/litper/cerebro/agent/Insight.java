package co.litper.cerebro.agent;

import co.litper.cerebro.policy.Economics;
import co.litper.cerebro.policy.RescuePolicy;
import co.litper.cerebro.policy.TellingTable;

/**
 * What agents may know beside the situation: learned tables of the current snapshot, and settings.
 *
 * @param notifyThreshold calibrated probability of delay above which the customer is told
 * @param watchThreshold calibrated probability of a novedad above which the shipment is watched
 */
public record Insight(
        RescuePolicy rescues,
        TellingTable telling,
        Economics economics,
        double notifyThreshold,
        double watchThreshold) {}
