package co.litper.cerebro.event;

import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The journey of a shipment (guía), its exceptions (novedades), and the carriers that run it. */
public sealed interface LogisticsEvent extends Event {

    /**
     * A waybill was made.
     *
     * @param guideNumber the carrier's number
     * @param orderId the merchant's order, or empty
     */
    record GuideCreated(String guideNumber, String orderId, ParcelFacts parcel) implements LogisticsEvent {
        @Override
        public EventType type() {
            return EventType.GUIDE_CREATED;
        }
    }

    /**
     * What a source now says of a guide as a whole: one row of an export. The shard compares it with what it knows.
     *
     * @param guideNumber the carrier's number, or empty while the order has none
     * @param orderId the merchant's order, or empty
     * @param rawStatus the status as written
     * @param state its canonical meaning, or null if no dictionary knows it
     * @param rawIssue the novedad as written, or empty
     * @param issue its canonical reason, or null where there is none
     * @param issueSolved true if the source says that the novedad was answered
     * @param createdAt when the guide was made, or null
     * @param movedAt the last movement, or null
     */
    record GuideUpdated(
            String guideNumber,
            String orderId,
            ParcelFacts parcel,
            String rawStatus,
            @Nullable ShipmentState state,
            String rawIssue,
            @Nullable IssueReason issue,
            boolean issueSolved,
            @Nullable Instant createdAt,
            @Nullable Instant movedAt)
            implements LogisticsEvent {
        @Override
        public EventType type() {
            return EventType.GUIDE_UPDATED;
        }
    }

    /**
     * A scan.
     *
     * @param rawStatus the status as the carrier writes it
     * @param state its canonical meaning, or null if no dictionary knows it
     * @param location where it was scanned
     */
    record TrackingUpdated(
            String guideNumber,
            Carrier carrier,
            String rawStatus,
            @Nullable ShipmentState state,
            CityCode location) implements LogisticsEvent {
        @Override
        public EventType type() {
            return EventType.TRACKING_UPDATED;
        }
    }

    /**
     * A shipment is late against its promise or has not moved.
     *
     * @param hoursLate hours past the promise or since the last movement, at least 0
     */
    record DelayDetected(String guideNumber, Carrier carrier, double hoursLate) implements LogisticsEvent {
        @Override
        public EventType type() {
            return EventType.DELAY_DETECTED;
        }
    }

    /**
     * The carrier reports that it could not deliver (novedad).
     *
     * @param rawReason as the carrier writes it
     * @param reason its canonical meaning
     * @param attempt which delivery attempt failed, from 1; 0 if not told
     */
    record IssueReported(String guideNumber, Carrier carrier, String rawReason, IssueReason reason, int attempt)
            implements LogisticsEvent {
        @Override
        public EventType type() {
            return EventType.ISSUE_REPORTED;
        }
    }

    /**
     * A novedad was answered, by whom ever.
     *
     * @param solution a short code or an action's wire name; never free text of a person
     */
    record IssueResolved(String guideNumber, String solution) implements LogisticsEvent {
        @Override
        public EventType type() {
            return EventType.ISSUE_RESOLVED;
        }
    }

    /**
     * What a carrier can take now.
     *
     * @param city where, or {@code UNKNOWN} for everywhere
     * @param parcelsPerDay capacity, at least 0; 0 means closed
     */
    record CarrierCapacity(Carrier carrier, CityCode city, int parcelsPerDay) implements LogisticsEvent {
        @Override
        public EventType type() {
            return EventType.CARRIER_CAPACITY;
        }
    }

    /**
     * A reading from a vehicle or a parcel.
     *
     * @param device the device's id
     * @param metric such as {@code latitude}, {@code temperature_c}, {@code engine_hours}
     * @param value the reading, finite
     */
    record Telemetry(String device, String metric, double value) implements LogisticsEvent {
        @Override
        public EventType type() {
            return EventType.TELEMETRY;
        }
    }
}
