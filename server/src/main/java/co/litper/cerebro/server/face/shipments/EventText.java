package co.litper.cerebro.server.face.shipments;

import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.event.CustomerEvent;
import co.litper.cerebro.event.EffectStatus;
import co.litper.cerebro.event.Event;
import co.litper.cerebro.event.LearningEvent;
import co.litper.cerebro.event.LifecycleEvent;
import co.litper.cerebro.event.LogisticsEvent;
import co.litper.cerebro.event.SystemEvent;
import co.litper.cerebro.event.ThoughtEnd;
import co.litper.cerebro.server.face.frame.FaceDesk;
import co.litper.cerebro.server.text.Figures;
import co.litper.cerebro.server.text.Said;
import co.litper.cerebro.server.text.Texts;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.ShipmentState;
import org.jspecify.annotations.Nullable;

/** What happened to a shipment, one event in one sentence. Immutable. */
final class EventText {
    private final FaceDesk desk;
    private final Texts texts;

    EventText(FaceDesk desk, Texts texts) {
        this.desk = desk;
        this.texts = texts;
    }

    String of(Event event) {
        return switch (event) {
            case LifecycleEvent e -> lifecycle(e);
            case LogisticsEvent e -> logistics(e);
            case CustomerEvent e -> customer(e);
            case SystemEvent e -> system(e);
            case LearningEvent e ->
                switch (e) {
                    case LearningEvent.FeedbackReceived f ->
                        say(ShipmentWords.SAID_OUTCOME, Decision.label(f.decisionId()));
                    case LearningEvent.LearningCompleted l ->
                        say(ShipmentWords.SAID_OTHER, l.type().wire());
                };
        };
    }

    private String say(Said said, Object... values) {
        return texts.say(said, values);
    }

    private String lifecycle(LifecycleEvent event) {
        return switch (event) {
            case LifecycleEvent.OrderCreated _ -> say(ShipmentWords.SAID_ORDER);
            case LifecycleEvent.OrderConfirmed _ -> say(ShipmentWords.SAID_CONFIRMED);
            case LifecycleEvent.OrderCancelled _ -> say(ShipmentWords.SAID_CANCELLED);
            case LifecycleEvent.OrderShipped s -> say(ShipmentWords.SAID_SHIPPED, texts.carrier(s.carrier()));
            case LifecycleEvent.OrderDelivered d ->
                say(ShipmentWords.SAID_DELIVERED, Figures.pesos(Math.max(0, d.collectedCop())));
        };
    }

    private String logistics(LogisticsEvent event) {
        return switch (event) {
            case LogisticsEvent.GuideCreated _ -> say(ShipmentWords.SAID_CREATED);
            case LogisticsEvent.GuideUpdated g -> status(g.state(), g.rawStatus(), g.issue(), g.rawIssue());
            case LogisticsEvent.TrackingUpdated t -> status(t.state(), t.rawStatus(), null, "");
            case LogisticsEvent.DelayDetected d -> say(ShipmentWords.SAID_DELAY, Figures.decimal(d.hoursLate(), 0));
            case LogisticsEvent.IssueReported i ->
                say(ShipmentWords.SAID_ISSUE, texts.reason(i.reason()) + raw(i.rawReason()));
            case LogisticsEvent.IssueResolved i -> say(ShipmentWords.SAID_RESOLVED, solution(i.solution()));
            case LogisticsEvent.CarrierCapacity _, LogisticsEvent.Telemetry _ ->
                say(ShipmentWords.SAID_OTHER, event.type().wire());
        };
    }

    private String status(
            @Nullable ShipmentState state, String rawStatus, @Nullable IssueReason issue, String rawIssue) {
        if (issue != null) {
            return say(ShipmentWords.SAID_ISSUE, texts.reason(issue) + raw(rawIssue));
        }
        return state == null
                ? say(ShipmentWords.SAID_UNKNOWN_STATUS, rawStatus.isEmpty() ? "–" : rawStatus)
                : say(ShipmentWords.SAID_STATUS, texts.state(state) + raw(rawStatus));
    }

    private static String raw(String words) {
        return words.isEmpty() ? "" : " («" + words + "»)";
    }

    private String solution(String wire) {
        Action action = Action.ofWire(wire);
        return action == null ? wire : texts.action(action);
    }

    private String customer(CustomerEvent event) {
        return switch (event) {
            case CustomerEvent.CustomerInquiry i -> say(ShipmentWords.SAID_INQUIRY, i.topic());
            case CustomerEvent.CustomerFeedback f -> say(ShipmentWords.SAID_FEEDBACK, f.score());
            case CustomerEvent.CustomerReplied r -> {
                Said known = ByHand.REPLIES.get(r.intent());
                yield say(ShipmentWords.SAID_REPLIED, known == null ? r.intent() : texts.say(known));
            }
        };
    }

    private String system(SystemEvent event) {
        return switch (event) {
            case SystemEvent.ActionExecuted a
            when !a.result().isEmpty() -> say(ShipmentWords.SAID_CALLED, result(a.result()));
            case SystemEvent.ActionExecuted a ->
                say(ShipmentWords.SAID_EFFECT, texts.action(a.action()), a.channel(), texts.say(status(a.status())));
            case SystemEvent.ApprovalGiven a ->
                say(
                        a.approved() ? ShipmentWords.SAID_APPROVED : ShipmentWords.SAID_REJECTED,
                        desk.users().nameOf(a.by()));
            case SystemEvent.Tick _ -> say(ShipmentWords.SAID_CLOCK);
            case SystemEvent.ThoughtReturned t ->
                t.end() == ThoughtEnd.ADVISED
                        ? say(ShipmentWords.SAID_THOUGHT, texts.action(t.action()))
                        : say(ShipmentWords.SAID_NO_THOUGHT);
            case SystemEvent.ModelTrained _,
                    SystemEvent.ModelDeployed _,
                    SystemEvent.AnomalyDetected _,
                    SystemEvent.SnapshotPublished _,
                    SystemEvent.ConfigurationChanged _ ->
                say(ShipmentWords.SAID_OTHER, event.type().wire());
        };
    }

    private String result(String word) {
        return texts.say(ByHand.CALLS.getOrDefault(word, ShipmentWords.CALL_ANSWERED));
    }

    /** What a status of an effect is called. */
    static Said status(EffectStatus status) {
        return switch (status) {
            case PLANNED -> ShipmentWords.EFFECT_PLANNED;
            case ATTEMPTING -> ShipmentWords.EFFECT_ATTEMPTING;
            case DONE -> ShipmentWords.EFFECT_DONE;
            case FAILED -> ShipmentWords.EFFECT_FAILED;
            case UNKNOWN -> ShipmentWords.EFFECT_UNKNOWN;
            case EXPIRED -> ShipmentWords.EFFECT_EXPIRED;
            case REFUSED -> ShipmentWords.EFFECT_REFUSED;
        };
    }
}
