package co.litper.cerebro.event;

/** The catalogue: the wire name, current schema version and record of each event. The first sixteen are the specification's. */
public enum EventType {
    ORDER_CREATED("order.created", LifecycleEvent.OrderCreated.class),
    ORDER_SHIPPED("order.shipped", LifecycleEvent.OrderShipped.class),
    ORDER_DELIVERED("order.delivered", LifecycleEvent.OrderDelivered.class),
    GUIDE_CREATED("guide.created", LogisticsEvent.GuideCreated.class),
    GUIDE_UPDATED("guide.updated", LogisticsEvent.GuideUpdated.class),
    TRACKING_UPDATED("tracking.updated", LogisticsEvent.TrackingUpdated.class),
    DELAY_DETECTED("delay.detected", LogisticsEvent.DelayDetected.class),
    ISSUE_REPORTED("issue.reported", LogisticsEvent.IssueReported.class),
    CUSTOMER_INQUIRY("customer.inquiry", CustomerEvent.CustomerInquiry.class),
    CUSTOMER_FEEDBACK("customer.feedback", CustomerEvent.CustomerFeedback.class),
    MODEL_TRAINED("model.trained", SystemEvent.ModelTrained.class),
    MODEL_DEPLOYED("model.deployed", SystemEvent.ModelDeployed.class),
    ANOMALY_DETECTED("anomaly.detected", SystemEvent.AnomalyDetected.class),
    ACTION_EXECUTED("action.executed", SystemEvent.ActionExecuted.class),
    FEEDBACK_RECEIVED("feedback.received", LearningEvent.FeedbackReceived.class),
    LEARNING_COMPLETED("learning.completed", LearningEvent.LearningCompleted.class),
    ORDER_CONFIRMED("order.confirmed", LifecycleEvent.OrderConfirmed.class),
    ORDER_CANCELLED("order.cancelled", LifecycleEvent.OrderCancelled.class),
    ISSUE_RESOLVED("issue.resolved", LogisticsEvent.IssueResolved.class),
    CUSTOMER_REPLIED("customer.replied", CustomerEvent.CustomerReplied.class),
    CARRIER_CAPACITY("carrier.capacity", LogisticsEvent.CarrierCapacity.class),
    TELEMETRY("telemetry", LogisticsEvent.Telemetry.class),
    TICK("tick", SystemEvent.Tick.class),
    SNAPSHOT_PUBLISHED("snapshot.published", SystemEvent.SnapshotPublished.class),
    APPROVAL_GIVEN("approval.given", SystemEvent.ApprovalGiven.class),
    CONFIGURATION_CHANGED("configuration.changed", SystemEvent.ConfigurationChanged.class);

    private final String wire;
    private final Class<? extends Event> record;

    EventType(String wire, Class<? extends Event> record) {
        this.wire = wire;
        this.record = record;
    }

    /** The CloudEvents {@code type}. */
    public String wire() {
        return wire;
    }

    /** The record that holds it. */
    public Class<? extends Event> record() {
        return record;
    }
}
