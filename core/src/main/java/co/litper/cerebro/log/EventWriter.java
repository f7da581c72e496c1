package co.litper.cerebro.log;

import co.litper.cerebro.event.CustomerEvent;
import co.litper.cerebro.event.CustomerEvent.CustomerFeedback;
import co.litper.cerebro.event.CustomerEvent.CustomerInquiry;
import co.litper.cerebro.event.CustomerEvent.CustomerReplied;
import co.litper.cerebro.event.Event;
import co.litper.cerebro.event.LearningEvent;
import co.litper.cerebro.event.LearningEvent.FeedbackReceived;
import co.litper.cerebro.event.LearningEvent.LearningCompleted;
import co.litper.cerebro.event.LifecycleEvent;
import co.litper.cerebro.event.LifecycleEvent.OrderCancelled;
import co.litper.cerebro.event.LifecycleEvent.OrderConfirmed;
import co.litper.cerebro.event.LifecycleEvent.OrderCreated;
import co.litper.cerebro.event.LifecycleEvent.OrderDelivered;
import co.litper.cerebro.event.LifecycleEvent.OrderShipped;
import co.litper.cerebro.event.LogisticsEvent;
import co.litper.cerebro.event.LogisticsEvent.CarrierCapacity;
import co.litper.cerebro.event.LogisticsEvent.DelayDetected;
import co.litper.cerebro.event.LogisticsEvent.GuideCreated;
import co.litper.cerebro.event.LogisticsEvent.GuideUpdated;
import co.litper.cerebro.event.LogisticsEvent.IssueReported;
import co.litper.cerebro.event.LogisticsEvent.IssueResolved;
import co.litper.cerebro.event.LogisticsEvent.Telemetry;
import co.litper.cerebro.event.LogisticsEvent.TrackingUpdated;
import co.litper.cerebro.event.ParcelFacts;
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
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.PersonRef;
import co.litper.cerebro.vocabulary.Reward;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Tells the fields of each event to a {@link FieldSink}, in the order of its record; {@link EventReader} is its inverse.
 * A value that means "not told" is left out. 64-bit hashes are 16 hexadecimal digits, since a JSON number beyond 2^53
 * loses its low bits in most readers.
 */
final class EventWriter {
    private static final HexFormat HEX = HexFormat.of();

    private EventWriter() {}

    /** Tells the fields of {@code event}. */
    static void write(Event event, FieldSink out) {
        switch (event) {
            case LogisticsEvent logistics -> logistics(logistics, out);
            case LifecycleEvent lifecycle -> lifecycle(lifecycle, out);
            case CustomerEvent customer -> customer(customer, out);
            case SystemEvent system -> system(system, out);
            case LearningEvent learning -> learning(learning, out);
        }
    }

    private static void lifecycle(LifecycleEvent event, FieldSink out) {
        out.text(Field.ORDER_ID, event.orderId());
        switch (event) {
            case OrderCreated e -> parcel(e.parcel(), out);
            case OrderConfirmed _ -> {}
            case OrderCancelled e -> told(Field.REASON, e.reason(), out);
            case OrderShipped e -> {
                out.text(Field.GUIDE_NUMBER, e.guideNumber());
                carrier(e.carrier(), out);
            }
            case OrderDelivered e -> {
                told(Field.GUIDE_NUMBER, e.guideNumber(), out);
                told(Field.COLLECTED_COP, e.collectedCop(), 0, out);
            }
        }
    }

    private static void logistics(LogisticsEvent event, FieldSink out) {
        switch (event) {
            case GuideUpdated e -> guideUpdated(e, out);
            case TrackingUpdated e -> {
                out.text(Field.GUIDE_NUMBER, e.guideNumber());
                carrier(e.carrier(), out);
                told(Field.RAW_STATUS, e.rawStatus(), out);
                told(Field.STATE, e.state(), out);
                city(Field.LOCATION, e.location(), out);
            }
            case GuideCreated e -> {
                out.text(Field.GUIDE_NUMBER, e.guideNumber());
                told(Field.ORDER_ID, e.orderId(), out);
                parcel(e.parcel(), out);
            }
            case DelayDetected e -> {
                out.text(Field.GUIDE_NUMBER, e.guideNumber());
                carrier(e.carrier(), out);
                out.number(Field.HOURS_LATE, e.hoursLate());
            }
            case IssueReported e -> {
                out.text(Field.GUIDE_NUMBER, e.guideNumber());
                carrier(e.carrier(), out);
                told(Field.RAW_REASON, e.rawReason(), out);
                told(Field.REASON, e.reason() == IssueReason.OTHER ? null : e.reason(), out);
                told(Field.ATTEMPT, e.attempt(), 0, out);
            }
            case IssueResolved e -> {
                out.text(Field.GUIDE_NUMBER, e.guideNumber());
                told(Field.SOLUTION, e.solution(), out);
            }
            case CarrierCapacity e -> {
                out.text(Field.CARRIER, e.carrier().code());
                city(Field.CITY, e.city(), out);
                out.integer(Field.PARCELS_PER_DAY, e.parcelsPerDay());
            }
            case Telemetry e -> {
                out.text(Field.DEVICE, e.device());
                out.text(Field.METRIC, e.metric());
                out.number(Field.VALUE, e.value());
            }
        }
    }

    private static void guideUpdated(GuideUpdated e, FieldSink out) {
        told(Field.GUIDE_NUMBER, e.guideNumber(), out);
        told(Field.ORDER_ID, e.orderId(), out);
        parcel(e.parcel(), out);
        told(Field.RAW_STATUS, e.rawStatus(), out);
        told(Field.STATE, e.state(), out);
        told(Field.RAW_ISSUE, e.rawIssue(), out);
        told(Field.ISSUE, e.issue(), out);
        told(Field.ISSUE_SOLVED, e.issueSolved(), out);
        told(Field.CREATED_AT, e.createdAt(), out);
        told(Field.MOVED_AT, e.movedAt(), out);
    }

    private static void customer(CustomerEvent event, FieldSink out) {
        person(event.customer(), out);
        switch (event) {
            case CustomerInquiry e -> {
                told(Field.GUIDE_NUMBER, e.guideNumber(), out);
                out.text(Field.TOPIC, e.topic());
            }
            case CustomerFeedback e -> {
                told(Field.GUIDE_NUMBER, e.guideNumber(), out);
                out.integer(Field.SCORE, e.score());
            }
            case CustomerReplied e -> {
                told(Field.GUIDE_NUMBER, e.guideNumber(), out);
                out.text(Field.INTENT, e.intent());
            }
        }
    }

    private static void system(SystemEvent event, FieldSink out) {
        switch (event) {
            case Tick e -> out.instant(Field.AT, e.at());
            case ActionExecuted e -> {
                out.integer(Field.EFFECT_ID, e.effectId());
                out.text(Field.ACTION, e.action().wire());
                out.text(Field.CHANNEL, e.channel());
                out.text(Field.STATUS, e.status().name());
                if (!e.result().isEmpty()) {
                    out.text(Field.RESULT, e.result());
                }
            }
            case SnapshotPublished e -> {
                out.integer(Field.VERSION, e.version());
                out.text(Field.DIGEST, HEX.toHexDigits(e.digest()));
                out.integer(Field.LEARNED_THROUGH, e.learnedThrough());
            }
            case ApprovalGiven e -> {
                out.integer(Field.DECISION_ID, e.decisionId());
                out.integer(Field.CHOICE, e.choice());
                out.flag(Field.APPROVED, e.approved());
                out.text(Field.BY, e.by());
            }
            case ConfigurationChanged e -> {
                out.text(Field.KEY, e.key());
                out.text(Field.VALUE, e.value());
                out.text(Field.BY, e.by());
            }
            case ThoughtReturned e -> {
                out.integer(Field.DECISION_ID, e.decisionId());
                out.text(Field.END, e.end().name());
                out.text(Field.ACTION, e.action().wire());
                out.number(Field.CONFIDENCE, e.confidence());
                out.text(Field.MODEL, e.model());
                out.integer(Field.INPUT_TOKENS, e.inputTokens());
                out.integer(Field.OUTPUT_TOKENS, e.outputTokens());
                out.integer(Field.COST_COP, e.costCop());
            }
            case ModelTrained e -> {
                out.text(Field.MODEL, e.model());
                out.integer(Field.VERSION, e.version());
                out.integer(Field.SAMPLES, e.samples());
            }
            case ModelDeployed e -> {
                out.text(Field.MODEL, e.model());
                out.integer(Field.VERSION, e.version());
            }
            case AnomalyDetected e -> {
                out.text(Field.METRIC, e.metric());
                out.number(Field.VALUE, e.value());
                out.number(Field.SEVERITY, e.severity());
            }
        }
    }

    private static void learning(LearningEvent event, FieldSink out) {
        switch (event) {
            case FeedbackReceived e -> {
                out.integer(Field.DECISION_ID, e.decisionId());
                out.text(Field.OUTCOME, e.outcome().name());
                reward(e.reward(), out);
                told(Field.LATE, e.late(), out);
                told(Field.HAD_ISSUE, e.hadIssue(), out);
                told(Field.TRANSIT_DAYS, e.transitDays(), out);
                told(Field.COMPLETE, e.complete(), out);
            }
            case LearningCompleted e -> {
                out.text(Field.LEARNER, e.learner());
                out.integer(Field.VERSION, e.version());
                out.integer(Field.SAMPLES, e.samples());
            }
        }
    }

    private static void parcel(ParcelFacts parcel, FieldSink out) {
        if (parcel.equals(ParcelFacts.NOTHING)) {
            return;
        }
        out.begin(Field.PARCEL);
        person(parcel.customer(), out);
        city(Field.ORIGIN, parcel.origin(), out);
        city(Field.DESTINATION, parcel.destination(), out);
        carrier(parcel.carrier(), out);
        told(Field.COD, parcel.cod(), out);
        told(Field.VALUE_COP, parcel.valueCop(), 0, out);
        told(Field.FREIGHT_COP, parcel.freightCop(), ParcelFacts.UNTOLD, out);
        told(Field.RETURN_FREIGHT_COP, parcel.returnFreightCop(), ParcelFacts.UNTOLD, out);
        told(Field.COST_COP, parcel.costCop(), ParcelFacts.UNTOLD, out);
        told(Field.WEIGHT_KG, parcel.weightKg(), out);
        told(Field.PRODUCT_COUNT, parcel.productCount(), 0, out);
        told(Field.CATEGORY, parcel.category(), out);
        told(Field.SHOP, parcel.shop(), out);
        told(Field.PROMISED_AT, parcel.promisedAt(), out);
        out.end();
    }

    private static void reward(Reward reward, FieldSink out) {
        if (reward.equals(Reward.ZERO)) {
            return;
        }
        out.begin(Field.REWARD);
        out.number(Field.POINTS, reward.points());
        out.integer(Field.COP, reward.cop());
        out.end();
    }

    private static void carrier(Carrier carrier, FieldSink out) {
        if (!carrier.equals(Carrier.UNKNOWN)) {
            out.text(Field.CARRIER, carrier.code());
        }
    }

    private static void city(Field field, CityCode city, FieldSink out) {
        if (!city.equals(CityCode.UNKNOWN)) {
            out.text(field, city.code());
        }
    }

    private static void person(PersonRef person, FieldSink out) {
        told(Field.CUSTOMER, person.value(), out);
    }

    private static void told(Field field, String value, FieldSink out) {
        if (!value.isEmpty()) {
            out.text(field, value);
        }
    }

    private static void told(Field field, @Nullable Enum<?> value, FieldSink out) {
        if (value != null) {
            out.text(field, value.name());
        }
    }

    private static void told(Field field, long value, long untold, FieldSink out) {
        if (value != untold) {
            out.integer(field, value);
        }
    }

    private static void told(Field field, double value, FieldSink out) {
        if (!Double.isNaN(value)) {
            out.number(field, value);
        }
    }

    private static void told(Field field, boolean value, FieldSink out) {
        if (value) {
            out.flag(field, true);
        }
    }

    private static void told(Field field, @Nullable Instant value, FieldSink out) {
        if (value != null) {
            out.instant(field, value);
        }
    }
}
