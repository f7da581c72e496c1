package co.litper.cerebro.event;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The catalogue: the wire name, current schema version and record of each event. The first sixteen are the specification's. */
public enum EventType {
    ORDER_CREATED("order.created", 1, LifecycleEvent.OrderCreated.class),
    ORDER_SHIPPED("order.shipped", 1, LifecycleEvent.OrderShipped.class),
    ORDER_DELIVERED("order.delivered", 1, LifecycleEvent.OrderDelivered.class),
    GUIDE_CREATED("guide.created", 1, LogisticsEvent.GuideCreated.class),
    GUIDE_UPDATED("guide.updated", 2, LogisticsEvent.GuideUpdated.class),
    TRACKING_UPDATED("tracking.updated", 2, LogisticsEvent.TrackingUpdated.class),
    DELAY_DETECTED("delay.detected", 1, LogisticsEvent.DelayDetected.class),
    ISSUE_REPORTED("issue.reported", 1, LogisticsEvent.IssueReported.class),
    CUSTOMER_INQUIRY("customer.inquiry", 1, CustomerEvent.CustomerInquiry.class),
    CUSTOMER_FEEDBACK("customer.feedback", 1, CustomerEvent.CustomerFeedback.class),
    MODEL_TRAINED("model.trained", 1, SystemEvent.ModelTrained.class),
    MODEL_DEPLOYED("model.deployed", 1, SystemEvent.ModelDeployed.class),
    ANOMALY_DETECTED("anomaly.detected", 1, SystemEvent.AnomalyDetected.class),
    ACTION_EXECUTED("action.executed", 1, SystemEvent.ActionExecuted.class),
    FEEDBACK_RECEIVED("feedback.received", 1, LearningEvent.FeedbackReceived.class),
    LEARNING_COMPLETED("learning.completed", 1, LearningEvent.LearningCompleted.class),
    ORDER_CONFIRMED("order.confirmed", 1, LifecycleEvent.OrderConfirmed.class),
    ORDER_CANCELLED("order.cancelled", 1, LifecycleEvent.OrderCancelled.class),
    ISSUE_RESOLVED("issue.resolved", 1, LogisticsEvent.IssueResolved.class),
    CUSTOMER_REPLIED("customer.replied", 1, CustomerEvent.CustomerReplied.class),
    CARRIER_CAPACITY("carrier.capacity", 1, LogisticsEvent.CarrierCapacity.class),
    TELEMETRY("telemetry", 1, LogisticsEvent.Telemetry.class),
    TICK("tick", 1, SystemEvent.Tick.class),
    SNAPSHOT_PUBLISHED("snapshot.published", 1, SystemEvent.SnapshotPublished.class),
    APPROVAL_GIVEN("approval.given", 1, SystemEvent.ApprovalGiven.class),
    CONFIGURATION_CHANGED("configuration.changed", 1, SystemEvent.ConfigurationChanged.class),
    THOUGHT_RETURNED("thought.returned", 1, SystemEvent.ThoughtReturned.class);

    private final String wire;
    private final int version;
    private final Class<? extends Event> record;

    private static final Map<String, EventType> BY_WIRE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventType::wire, type -> type));

    EventType(String wire, int version, Class<? extends Event> record) {
        this.wire = wire;
        this.version = version;
        this.record = record;
    }

    /** The CloudEvents {@code type}. */
    public String wire() {
        return wire;
    }

    /** The version of its data that is written today, from 1; older ones are brought up by {@link Upcasters}. */
    public int version() {
        return version;
    }

    /** The type with this wire name, or empty if the catalogue has none. O(1). */
    public static Optional<EventType> ofWire(String wire) {
        return Optional.ofNullable(BY_WIRE.get(wire));
    }

    /** The record that holds it. */
    public Class<? extends Event> record() {
        return record;
    }
}
