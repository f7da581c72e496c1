package co.litper.cerebro.log;

import co.litper.cerebro.event.CustomerEvent;
import co.litper.cerebro.event.Event;
import co.litper.cerebro.event.LearningEvent;
import co.litper.cerebro.event.LearningEvent.FeedbackReceived;
import co.litper.cerebro.event.LearningEvent.LearningCompleted;
import co.litper.cerebro.event.LifecycleEvent;
import co.litper.cerebro.event.LogisticsEvent;
import co.litper.cerebro.event.LogisticsEvent.CarrierCapacity;
import co.litper.cerebro.event.LogisticsEvent.DelayDetected;
import co.litper.cerebro.event.LogisticsEvent.GuideCreated;
import co.litper.cerebro.event.LogisticsEvent.GuideUpdated;
import co.litper.cerebro.event.LogisticsEvent.IssueReported;
import co.litper.cerebro.event.LogisticsEvent.IssueResolved;
import co.litper.cerebro.event.LogisticsEvent.Telemetry;
import co.litper.cerebro.event.LogisticsEvent.TrackingUpdated;
import co.litper.cerebro.event.SystemEvent;
import co.litper.cerebro.event.SystemEvent.ActionExecuted;
import co.litper.cerebro.event.SystemEvent.AnomalyDetected;
import co.litper.cerebro.event.SystemEvent.ApprovalGiven;
import co.litper.cerebro.event.SystemEvent.ConfigurationChanged;
import co.litper.cerebro.event.SystemEvent.ModelDeployed;
import co.litper.cerebro.event.SystemEvent.ModelTrained;
import co.litper.cerebro.event.SystemEvent.SnapshotPublished;
import co.litper.cerebro.event.SystemEvent.ThoughtReturned;
import co.litper.cerebro.event.SystemEvent.Tick;

/** What an event is about, as the CloudEvents {@code subject} tells it. Stateless. */
public final class Subject {
    private static final String SYSTEM = "system";

    private Subject() {}

    /**
     * The subject that fits an event: {@code order:9}, {@code guide:123}, {@code customer:…}, {@code carrier:TCC}, {@code
     * device:…}, {@code effect:7}, {@code decision:5} or {@code system}. A guide's update without a guide number is about
     * its order; what a customer says is about the guide if one is named.
     */
    public static String of(Event event) {
        return switch (event) {
            case LifecycleEvent e -> "order:" + e.orderId();
            case LogisticsEvent e -> logistics(e);
            case CustomerEvent e -> customer(e);
            case SystemEvent e -> system(e);
            case LearningEvent e ->
                switch (e) {
                    case FeedbackReceived feedback -> "decision:" + feedback.decisionId();
                    case LearningCompleted _ -> SYSTEM;
                };
        };
    }

    private static String logistics(LogisticsEvent event) {
        return switch (event) {
            case GuideCreated e -> guide(e.guideNumber());
            case GuideUpdated e -> e.guideNumber().isEmpty() ? "order:" + e.orderId() : guide(e.guideNumber());
            case TrackingUpdated e -> guide(e.guideNumber());
            case DelayDetected e -> guide(e.guideNumber());
            case IssueReported e -> guide(e.guideNumber());
            case IssueResolved e -> guide(e.guideNumber());
            case CarrierCapacity e -> "carrier:" + e.carrier().code();
            case Telemetry e -> "device:" + e.device();
        };
    }

    private static String customer(CustomerEvent event) {
        String guideNumber = switch (event) {
            case CustomerEvent.CustomerInquiry e -> e.guideNumber();
            case CustomerEvent.CustomerFeedback e -> e.guideNumber();
            case CustomerEvent.CustomerReplied e -> e.guideNumber();
        };
        return guideNumber.isEmpty() ? "customer:" + event.customer().value() : guide(guideNumber);
    }

    private static String system(SystemEvent event) {
        return switch (event) {
            case ActionExecuted e -> "effect:" + e.effectId();
            case ApprovalGiven e -> "decision:" + e.decisionId();
            case ThoughtReturned e -> "decision:" + e.decisionId();
            case ModelTrained _, ModelDeployed _, AnomalyDetected _, Tick _, SnapshotPublished _ -> SYSTEM;
            case ConfigurationChanged _ -> SYSTEM;
        };
    }

    private static String guide(String guideNumber) {
        return "guide:" + guideNumber;
    }
}
