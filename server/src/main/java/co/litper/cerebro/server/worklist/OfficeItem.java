package co.litper.cerebro.server.worklist;

import co.litper.cerebro.vocabulary.Carrier;
import java.time.Duration;
import java.time.Instant;

/**
 * A parcel that waits in the carrier's office for its customer and goes back soon.
 *
 * @param guideNumber the carrier's number; empty if not known
 * @param contact whom to remind
 * @param city where the office is, as people write it
 * @param fetchBy until when the customer must fetch it
 * @param timeLeft until then; negative once it has passed
 * @param riskCop what is lost if the parcel comes back, pesos
 * @param quiet true if messages and calls to the city are stopped
 */
public record OfficeItem(
        String guideNumber,
        Contact contact,
        String city,
        Carrier carrier,
        Instant fetchBy,
        Duration timeLeft,
        long riskCop,
        boolean quiet) {}
