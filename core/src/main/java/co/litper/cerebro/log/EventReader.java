package co.litper.cerebro.log;

import co.litper.cerebro.event.CustomerEvent.CustomerFeedback;
import co.litper.cerebro.event.CustomerEvent.CustomerInquiry;
import co.litper.cerebro.event.CustomerEvent.CustomerReplied;
import co.litper.cerebro.event.EffectStatus;
import co.litper.cerebro.event.Event;
import co.litper.cerebro.event.EventType;
import co.litper.cerebro.event.LearningEvent.FeedbackReceived;
import co.litper.cerebro.event.LearningEvent.LearningCompleted;
import co.litper.cerebro.event.LifecycleEvent.OrderCancelled;
import co.litper.cerebro.event.LifecycleEvent.OrderConfirmed;
import co.litper.cerebro.event.LifecycleEvent.OrderCreated;
import co.litper.cerebro.event.LifecycleEvent.OrderDelivered;
import co.litper.cerebro.event.LifecycleEvent.OrderShipped;
import co.litper.cerebro.event.LogisticsEvent.CarrierCapacity;
import co.litper.cerebro.event.LogisticsEvent.DelayDetected;
import co.litper.cerebro.event.LogisticsEvent.GuideCreated;
import co.litper.cerebro.event.LogisticsEvent.GuideUpdated;
import co.litper.cerebro.event.LogisticsEvent.IssueReported;
import co.litper.cerebro.event.LogisticsEvent.IssueResolved;
import co.litper.cerebro.event.LogisticsEvent.Telemetry;
import co.litper.cerebro.event.LogisticsEvent.TrackingUpdated;
import co.litper.cerebro.event.ParcelFacts;
import co.litper.cerebro.event.SystemEvent.ActionExecuted;
import co.litper.cerebro.event.SystemEvent.AnomalyDetected;
import co.litper.cerebro.event.SystemEvent.ApprovalGiven;
import co.litper.cerebro.event.SystemEvent.ConfigurationChanged;
import co.litper.cerebro.event.SystemEvent.ModelDeployed;
import co.litper.cerebro.event.SystemEvent.ModelTrained;
import co.litper.cerebro.event.SystemEvent.SnapshotPublished;
import co.litper.cerebro.event.SystemEvent.ThoughtReturned;
import co.litper.cerebro.event.SystemEvent.Tick;
import co.litper.cerebro.event.ThoughtEnd;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.Outcome;
import co.litper.cerebro.vocabulary.Reward;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes each event of its fields: the inverse of {@link EventWriter}. Notes problems in the fields it is given. */
final class EventReader {
    private static final Map<String, ShipmentState> STATES = words(ShipmentState.values(), Enum::name);
    private static final Map<String, IssueReason> REASONS = words(IssueReason.values(), Enum::name);
    private static final Map<String, Outcome> OUTCOMES = words(Outcome.values(), Enum::name);
    private static final Map<String, EffectStatus> EFFECT_STATUSES = words(EffectStatus.values(), Enum::name);
    private static final Map<String, ThoughtEnd> THOUGHT_ENDS = words(ThoughtEnd.values(), Enum::name);
    private static final Map<String, Action> ACTIONS = words(Action.values(), Action::wire);
    private static final Digest NO_DIGEST = new Digest(0);
    private static final int DIGEST_DIGITS = 16;

    private EventReader() {}

    /** The words by which the values of an enumeration are called in JSON. */
    static <E extends Enum<E>> Map<String, E> words(E[] values, Function<E, String> name) {
        return Arrays.stream(values).collect(Collectors.toUnmodifiableMap(name, value -> value));
    }

    /**
     * The event that the fields tell. If anything is wrong with them it is noted there, and what comes back is of no use.
     *
     * @throws IllegalArgumentException if a record refuses its values
     */
    static Event read(EventType type, Fields in) {
        return switch (type) {
            case GUIDE_UPDATED -> guideUpdated(in);
            case TRACKING_UPDATED ->
                new TrackingUpdated(
                        in.text(Field.GUIDE_NUMBER),
                        in.carrierOrUnknown(),
                        in.text(Field.RAW_STATUS, ""),
                        in.wordOrNull(Field.STATE, STATES),
                        in.city(Field.LOCATION));
            case ORDER_CREATED -> new OrderCreated(in.text(Field.ORDER_ID), parcel(in));
            case ORDER_CONFIRMED -> new OrderConfirmed(in.text(Field.ORDER_ID));
            case ORDER_CANCELLED -> new OrderCancelled(in.text(Field.ORDER_ID), in.text(Field.REASON, ""));
            case ORDER_SHIPPED ->
                new OrderShipped(in.text(Field.ORDER_ID), in.text(Field.GUIDE_NUMBER), in.carrierOrUnknown());
            case ORDER_DELIVERED ->
                new OrderDelivered(
                        in.text(Field.ORDER_ID), in.text(Field.GUIDE_NUMBER, ""), in.integer(Field.COLLECTED_COP, 0));
            case GUIDE_CREATED ->
                new GuideCreated(in.text(Field.GUIDE_NUMBER), in.text(Field.ORDER_ID, ""), parcel(in));
            case DELAY_DETECTED ->
                new DelayDetected(in.text(Field.GUIDE_NUMBER), in.carrierOrUnknown(), in.number(Field.HOURS_LATE));
            case ISSUE_REPORTED ->
                new IssueReported(
                        in.text(Field.GUIDE_NUMBER),
                        in.carrierOrUnknown(),
                        in.text(Field.RAW_REASON, ""),
                        in.word(Field.REASON, REASONS, IssueReason.OTHER),
                        in.smallInteger(Field.ATTEMPT, 0));
            case ISSUE_RESOLVED -> new IssueResolved(in.text(Field.GUIDE_NUMBER), in.text(Field.SOLUTION, ""));
            case CARRIER_CAPACITY ->
                new CarrierCapacity(in.carrier(), in.city(Field.CITY), in.smallInteger(Field.PARCELS_PER_DAY));
            case TELEMETRY -> new Telemetry(in.text(Field.DEVICE), in.text(Field.METRIC), in.number(Field.VALUE));
            case CUSTOMER_INQUIRY, CUSTOMER_FEEDBACK, CUSTOMER_REPLIED -> customer(type, in);
            case MODEL_TRAINED,
                    MODEL_DEPLOYED,
                    ANOMALY_DETECTED,
                    ACTION_EXECUTED,
                    FEEDBACK_RECEIVED,
                    LEARNING_COMPLETED,
                    TICK,
                    SNAPSHOT_PUBLISHED,
                    APPROVAL_GIVEN,
                    CONFIGURATION_CHANGED,
                    THOUGHT_RETURNED -> ours(type, in);
        };
    }

    private static GuideUpdated guideUpdated(Fields in) {
        return new GuideUpdated(
                in.text(Field.GUIDE_NUMBER, ""),
                in.text(Field.ORDER_ID, ""),
                parcel(in),
                in.text(Field.RAW_STATUS, ""),
                in.wordOrNull(Field.STATE, STATES),
                in.text(Field.RAW_ISSUE, ""),
                in.wordOrNull(Field.ISSUE, REASONS),
                in.flag(Field.ISSUE_SOLVED, false),
                in.instantOrNull(Field.CREATED_AT),
                in.instantOrNull(Field.MOVED_AT));
    }

    private static Event customer(EventType type, Fields in) {
        String guideNumber = in.text(Field.GUIDE_NUMBER, "");
        return switch (type) {
            case CUSTOMER_INQUIRY -> new CustomerInquiry(in.person(), guideNumber, in.text(Field.TOPIC));
            case CUSTOMER_FEEDBACK -> new CustomerFeedback(in.person(), guideNumber, in.smallInteger(Field.SCORE));
            case CUSTOMER_REPLIED -> new CustomerReplied(in.person(), guideNumber, in.text(Field.INTENT));
            default -> throw new IllegalStateException(type + " is not of the customer's family");
        };
    }

    private static Event ours(EventType type, Fields in) {
        return switch (type) {
            case MODEL_TRAINED ->
                new ModelTrained(in.text(Field.MODEL), in.integer(Field.VERSION), in.integer(Field.SAMPLES));
            case MODEL_DEPLOYED -> new ModelDeployed(in.text(Field.MODEL), in.integer(Field.VERSION));
            case ANOMALY_DETECTED ->
                new AnomalyDetected(in.text(Field.METRIC), in.number(Field.VALUE), in.number(Field.SEVERITY));
            case ACTION_EXECUTED ->
                new ActionExecuted(
                        in.integer(Field.EFFECT_ID),
                        in.word(Field.ACTION, ACTIONS),
                        in.text(Field.CHANNEL),
                        in.word(Field.STATUS, EFFECT_STATUSES),
                        in.text(Field.RESULT, ""));
            case FEEDBACK_RECEIVED ->
                new FeedbackReceived(
                        in.integer(Field.DECISION_ID),
                        in.word(Field.OUTCOME, OUTCOMES),
                        reward(in),
                        in.flag(Field.LATE, false),
                        in.flag(Field.HAD_ISSUE, false),
                        in.number(Field.TRANSIT_DAYS, Double.NaN),
                        in.flag(Field.COMPLETE, false));
            case LEARNING_COMPLETED ->
                new LearningCompleted(in.text(Field.LEARNER), in.integer(Field.VERSION), in.integer(Field.SAMPLES));
            case TICK -> new Tick(in.instant(Field.AT));
            case SNAPSHOT_PUBLISHED ->
                new SnapshotPublished(in.integer(Field.VERSION), digest(in), in.integer(Field.LEARNED_THROUGH));
            case APPROVAL_GIVEN ->
                new ApprovalGiven(
                        in.integer(Field.DECISION_ID),
                        in.smallInteger(Field.CHOICE),
                        in.flag(Field.APPROVED),
                        in.text(Field.BY));
            case CONFIGURATION_CHANGED ->
                new ConfigurationChanged(in.text(Field.KEY), in.text(Field.VALUE), in.text(Field.BY));
            case THOUGHT_RETURNED ->
                new ThoughtReturned(
                        in.integer(Field.DECISION_ID),
                        in.word(Field.END, THOUGHT_ENDS),
                        in.word(Field.ACTION, ACTIONS),
                        in.number(Field.CONFIDENCE),
                        in.text(Field.MODEL),
                        in.integer(Field.INPUT_TOKENS),
                        in.integer(Field.OUTPUT_TOKENS),
                        in.integer(Field.COST_COP));
            default -> throw new IllegalStateException(type + " is not of the system's or the learning family");
        };
    }

    private static ParcelFacts parcel(Fields outer) {
        Fields in = outer.object(Field.PARCEL);
        if (in == null) {
            return ParcelFacts.NOTHING;
        }
        try {
            return parcelOf(in);
        } catch (IllegalArgumentException e) {
            in.refused(e);
            return ParcelFacts.NOTHING;
        }
    }

    private static ParcelFacts parcelOf(Fields in) {
        return new ParcelFacts(
                in.person(),
                in.city(Field.ORIGIN),
                in.city(Field.DESTINATION),
                in.carrierOrUnknown(),
                in.flag(Field.COD, false),
                in.integer(Field.VALUE_COP, 0),
                in.integer(Field.FREIGHT_COP, ParcelFacts.UNTOLD),
                in.integer(Field.RETURN_FREIGHT_COP, ParcelFacts.UNTOLD),
                in.integer(Field.COST_COP, ParcelFacts.UNTOLD),
                in.number(Field.WEIGHT_KG, Double.NaN),
                in.smallInteger(Field.PRODUCT_COUNT, 0),
                in.text(Field.CATEGORY, ""),
                in.text(Field.SHOP, ""),
                in.instantOrNull(Field.PROMISED_AT));
    }

    private static Reward reward(Fields outer) {
        Fields in = outer.object(Field.REWARD);
        return in == null ? Reward.ZERO : new Reward(in.number(Field.POINTS), in.integer(Field.COP));
    }

    private record Digest(long bits) {
        static Digest parse(String text) {
            if (text.length() != DIGEST_DIGITS) {
                throw new IllegalArgumentException("16 hexadecimal digits are wanted");
            }
            return new Digest(HexFormat.fromHexDigitsToLong(text));
        }
    }

    private static long digest(Fields in) {
        if (!in.has(Field.DIGEST)) {
            in.problem(Field.DIGEST, "is missing");
        }
        return in.made(Field.DIGEST, Digest::parse, NO_DIGEST).bits();
    }
}
