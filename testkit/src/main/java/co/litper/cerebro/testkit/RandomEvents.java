package co.litper.cerebro.testkit;

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
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.Standing;
import co.litper.cerebro.log.Subject;
import co.litper.cerebro.log.TimePrecision;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.Outcome;
import co.litper.cerebro.vocabulary.PersonRef;
import co.litper.cerebro.vocabulary.Priority;
import co.litper.cerebro.vocabulary.Reward;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.time.Instant;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Envelopes of every type of the catalogue that keep their data contract, the same for the same seed.
 *
 * <p>Optional fields are left out about half of the time. Texts hold accents, quotes, control characters and emoji, since
 * sources do. Unlike a simulation these events tell no story: each stands for itself. One thread at a time.
 */
public final class RandomEvents {
    /** Moments lie in the ten years from here. */
    private static final long FIRST_SECOND =
            Instant.parse("2020-01-01T00:00:00Z").getEpochSecond();

    private static final long SPAN_SECONDS = 10L * 365 * 86_400;
    private static final int NANOS = 1_000_000_000;
    private static final long MAX_COP = 100_000_000;
    /** Integers up to here survive every JSON reader. */
    private static final long MAX_SAFE = 1L << 53;

    private static final String[] WORDS = {
        "EN REPARTO", "EN TRANSITO", "DIRECCIÓN ERRADA", "NO HAY QUIEN RECIBA", "dice \"mañana\"", "línea\nnueva\ttab",
        "ñandú", "🚚 en ruta", "a\\b", "\u0001", "ﬁn", "x"
    };
    private static final Carrier[] CARRIERS = {
        Carrier.COORDINADORA,
        Carrier.INTERRAPIDISIMO,
        Carrier.ENVIA,
        Carrier.TCC,
        Carrier.SERVIENTREGA,
        Carrier.NOVENTA_Y_NUEVE_MINUTOS,
        new Carrier("MENSAJEROS_DEL_SUR")
    };

    private final SplittableRandom random;
    private long made;

    /** A generator that makes the same events for the same seed. */
    public RandomEvents(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** An envelope of any type. Ids are unique within one generator. */
    public Envelope next() {
        return next(pick(EventType.values()));
    }

    /** An envelope of this type. */
    public Envelope next(EventType type) {
        Event event = event(type);
        Instant validAt = instant();
        return new Envelope(
                "e" + ++made + "-" + hex(8),
                pick("/dropi/export", "/chatea", "urn:test:source"),
                new MerchantId(pick("litper", "tienda-ñ", "m-" + random.nextInt(1, 1000))),
                Subject.of(event),
                validAt,
                pick(TimePrecision.values()),
                validAt.plusSeconds(random.nextLong(0, 1_000_000)),
                maybe("", () -> "story-" + hex(6)),
                maybe("", () -> "e" + random.nextInt(1, 1000)),
                pick(Priority.values()),
                pick(Standing.values()),
                random.nextBoolean(),
                random.nextInt(0, Envelope.MAX_DEPTH + 1),
                event);
    }

    /** An event of this type. */
    public Event event(EventType type) {
        return switch (type) {
            case ORDER_CREATED -> new OrderCreated(number(), parcel());
            case ORDER_CONFIRMED -> new OrderConfirmed(number());
            case ORDER_CANCELLED -> new OrderCancelled(number(), maybe("", () -> pick("customer", "stock")));
            case ORDER_SHIPPED -> new OrderShipped(number(), number(), carrier());
            case ORDER_DELIVERED -> new OrderDelivered(number(), maybe("", this::number), maybe(0L, this::cop));
            case GUIDE_CREATED -> new GuideCreated(number(), maybe("", this::number), parcel());
            case GUIDE_UPDATED -> guideUpdated();
            case TRACKING_UPDATED -> scan();
            case DELAY_DETECTED -> new DelayDetected(number(), carrier(), random.nextDouble(0, 500));
            case ISSUE_REPORTED ->
                new IssueReported(
                        number(), carrier(), maybe("", this::text), pick(IssueReason.values()), random.nextInt(0, 4));
            case ISSUE_RESOLVED ->
                new IssueResolved(
                        number(), maybe("", () -> pick(Action.values()).wire()));
            case CARRIER_CAPACITY -> new CarrierCapacity(pick(CARRIERS), city(), random.nextInt(0, 10_000));
            case TELEMETRY -> new Telemetry("truck-" + number(), "temperature_c", random.nextDouble(-40, 60));
            case CUSTOMER_INQUIRY -> inquiry();
            case CUSTOMER_FEEDBACK -> judgement();
            case CUSTOMER_REPLIED -> reply();
            case MODEL_TRAINED -> new ModelTrained("delay", count(), count());
            case MODEL_DEPLOYED -> new ModelDeployed("eta", count());
            case ANOMALY_DETECTED -> new AnomalyDetected("rate", random.nextDouble(-1e9, 1e9), random.nextDouble());
            case ACTION_EXECUTED ->
                new ActionExecuted(
                        count(),
                        pick(Action.values()),
                        "webhook",
                        pick(EffectStatus.values()),
                        random.nextBoolean() ? "" : "no_answer");
            case FEEDBACK_RECEIVED -> feedback();
            case LEARNING_COMPLETED -> new LearningCompleted("issue", count(), count());
            case TICK -> new Tick(instant());
            case SNAPSHOT_PUBLISHED -> new SnapshotPublished(count(), random.nextLong(), count());
            case APPROVAL_GIVEN -> new ApprovalGiven(count(), random.nextInt(0, 5), random.nextBoolean(), "user-1");
            case CONFIGURATION_CHANGED -> new ConfigurationChanged("rule.notify", text(), "user-2");
            case THOUGHT_RETURNED ->
                new ThoughtReturned(
                        count(),
                        pick(ThoughtEnd.values()),
                        pick(Action.values()),
                        random.nextDouble(),
                        "some-model-1",
                        count(),
                        count(),
                        count());
        };
    }

    /** A scan tells the carrier's words or their meaning, or both. */
    private TrackingUpdated scan() {
        String rawStatus = maybe("", this::text);
        ShipmentState state = pick(ShipmentState.values());
        return new TrackingUpdated(
                number(), carrier(), rawStatus, rawStatus.isEmpty() ? state : maybeNull(() -> state), city());
    }

    /** Either the customer is known or the guide, or both. */
    private CustomerInquiry inquiry() {
        String guideNumber = maybe("", this::number);
        return new CustomerInquiry(guideNumber.isEmpty() ? knownPerson() : person(), guideNumber, "where_is_it");
    }

    private CustomerFeedback judgement() {
        String guideNumber = maybe("", this::number);
        return new CustomerFeedback(
                guideNumber.isEmpty() ? knownPerson() : person(), guideNumber, random.nextInt(1, 6));
    }

    private CustomerReplied reply() {
        String guideNumber = maybe("", this::number);
        return new CustomerReplied(guideNumber.isEmpty() ? knownPerson() : person(), guideNumber, "confirms");
    }

    private GuideUpdated guideUpdated() {
        String guideNumber = maybe("", this::number);
        return new GuideUpdated(
                guideNumber,
                guideNumber.isEmpty() ? number() : maybe("", this::number),
                parcel(),
                maybe("", this::text),
                maybeNull(() -> pick(ShipmentState.values())),
                maybe("", this::text),
                maybeNull(() -> pick(IssueReason.values())),
                random.nextBoolean(),
                maybeNull(this::instant),
                maybeNull(this::instant));
    }

    private FeedbackReceived feedback() {
        return new FeedbackReceived(
                count(),
                pick(Outcome.values()),
                maybe(Reward.ZERO, () -> new Reward(random.nextDouble(-1, 1), random.nextLong(-MAX_COP, MAX_COP))),
                random.nextBoolean(),
                random.nextBoolean(),
                maybe(Double.NaN, () -> random.nextDouble(0, 60)),
                random.nextBoolean());
    }

    /** Facts of a parcel, or nothing told. */
    public ParcelFacts parcel() {
        return maybe(
                ParcelFacts.NOTHING,
                () -> new ParcelFacts(
                        person(),
                        city(),
                        city(),
                        carrier(),
                        random.nextBoolean(),
                        maybe(0L, this::cop),
                        maybe(ParcelFacts.UNTOLD, this::cop),
                        maybe(ParcelFacts.UNTOLD, this::cop),
                        maybe(ParcelFacts.UNTOLD, this::cop),
                        maybe(Double.NaN, () -> random.nextInt(0, 100_000) / 1000.0),
                        random.nextInt(0, 20),
                        maybe("", this::text),
                        maybe("", this::text),
                        maybeNull(this::instant)));
    }

    private PersonRef person() {
        return maybe(PersonRef.NONE, this::knownPerson);
    }

    private PersonRef knownPerson() {
        return new PersonRef(hex(32));
    }

    private Carrier carrier() {
        return maybe(Carrier.UNKNOWN, () -> pick(CARRIERS));
    }

    private CityCode city() {
        return maybe(CityCode.UNKNOWN, () -> random.nextBoolean() ? new CityCode("05001") : CityCode.raw("villa ñ"));
    }

    private Instant instant() {
        long second = FIRST_SECOND + random.nextLong(SPAN_SECONDS);
        int nano = switch (random.nextInt(3)) {
            case 0 -> 0;
            case 1 -> random.nextInt(1000) * 1_000_000;
            default -> random.nextInt(NANOS);
        };
        return Instant.ofEpochSecond(second, nano);
    }

    private String text() {
        return pick(WORDS) + maybe("", () -> " " + pick(WORDS));
    }

    private String number() {
        return Long.toString(random.nextLong(1, 1_000_000_000_000L));
    }

    private long cop() {
        return random.nextLong(0, MAX_COP);
    }

    private long count() {
        return random.nextLong(1, MAX_SAFE);
    }

    private String hex(int digits) {
        StringBuilder hex = new StringBuilder(digits);
        for (int i = 0; i < digits; i++) {
            hex.append(HexFormat.of().toHexDigits((byte) random.nextInt(16)).charAt(1));
        }
        return hex.toString();
    }

    @SafeVarargs
    private <T> T pick(T... values) {
        return values[random.nextInt(values.length)];
    }

    private <T> T maybe(T otherwise, Supplier<T> value) {
        return random.nextBoolean() ? value.get() : otherwise;
    }

    private <T> @Nullable T maybeNull(Supplier<T> value) {
        return random.nextBoolean() ? value.get() : null;
    }
}
