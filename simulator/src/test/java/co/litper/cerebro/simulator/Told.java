package co.litper.cerebro.simulator;

import co.litper.cerebro.Keys;
import co.litper.cerebro.Subjects;
import co.litper.cerebro.event.Event;
import co.litper.cerebro.event.LifecycleEvent.OrderCreated;
import co.litper.cerebro.event.LogisticsEvent.GuideCreated;
import co.litper.cerebro.event.LogisticsEvent.IssueReported;
import co.litper.cerebro.event.LogisticsEvent.TrackingUpdated;
import co.litper.cerebro.event.ParcelFacts;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.Standing;
import co.litper.cerebro.log.Subject;
import co.litper.cerebro.log.TimePrecision;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import co.litper.cerebro.vocabulary.Priority;
import co.litper.cerebro.vocabulary.ShipmentState;
import co.litper.cerebro.world.Hash64;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/** Short words for what a world tells, in tests. */
public final class Told {
    /** A Monday, 10:00 in Bogotá. */
    public static final Instant MONDAY = Instant.parse("2026-03-02T15:00:00Z");

    public static final CityCode CALI = new CityCode("76001");
    private static final MerchantId MERCHANT = new MerchantId("m");
    private static final long VALUE = 100_000;
    private static final long GOODS = 60_000;
    private static final long FREIGHT = 12_000;

    private Told() {}

    public static Envelope at(Instant at, String id, Event event) {
        return new Envelope(
                id,
                "/test",
                MERCHANT,
                Subject.of(event),
                at,
                TimePrecision.SECOND,
                at,
                "",
                "",
                Priority.NORMAL,
                Standing.LIVE,
                false,
                0,
                event);
    }

    /** As effects name the parcel. */
    public static String subject(String order) {
        return Subjects.home(Keys.order(MERCHANT, order));
    }

    public static PersonRef customer(String order) {
        return new PersonRef(HexFormat.of().toHexDigits(1L) + HexFormat.of().toHexDigits(Hash64.of(1, order)));
    }

    public static ParcelFacts facts(String order, Carrier carrier, Instant orderedAt) {
        return new ParcelFacts(
                customer(order),
                new CityCode("11001"),
                CALI,
                carrier,
                true,
                VALUE,
                carrier.equals(Carrier.UNKNOWN) ? ParcelFacts.UNTOLD : FREIGHT,
                carrier.equals(Carrier.UNKNOWN) ? ParcelFacts.UNTOLD : FREIGHT,
                GOODS,
                1,
                1,
                "",
                "",
                orderedAt.plus(Duration.ofDays(4)));
    }

    public static OrderCreated order(String order, Instant at) {
        return new OrderCreated(order, facts(order, Carrier.UNKNOWN, at));
    }

    public static GuideCreated guide(String order, Carrier carrier, Instant orderedAt) {
        return new GuideCreated("G" + order, order, facts(order, carrier, orderedAt));
    }

    public static TrackingUpdated scan(String order, Carrier carrier, ShipmentState state) {
        return new TrackingUpdated("G" + order, carrier, state.name(), state, CALI);
    }

    public static IssueReported issue(String order, Carrier carrier, IssueReason reason) {
        return new IssueReported("G" + order, carrier, reason.name(), reason, 1);
    }

    /** A story whose account has its causes. */
    public static ParcelStory story(String order, Instant orderedAt, Instant endedAt, Ending ending) {
        boolean late = ending == Ending.DELIVERED && endedAt.isAfter(orderedAt.plus(Duration.ofDays(4)));
        return new ParcelStory(
                order,
                "G" + order,
                customer(order),
                CALI,
                Carrier.TCC,
                true,
                true,
                orderedAt,
                orderedAt.plus(Duration.ofDays(4)),
                endedAt,
                ending,
                List.of(),
                List.of(),
                new ParcelStory.Account(
                        VALUE, GOODS, FREIGHT, ending == Ending.RETURNED ? FREIGHT : 0, late ? 4_000 : 0, 0, 0, 0));
    }
}
