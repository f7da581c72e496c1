package co.litper.cerebro.benchmarks;

import co.litper.cerebro.event.Event;
import co.litper.cerebro.event.LogisticsEvent.GuideCreated;
import co.litper.cerebro.event.LogisticsEvent.IssueReported;
import co.litper.cerebro.event.LogisticsEvent.TrackingUpdated;
import co.litper.cerebro.event.ParcelFacts;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.Standing;
import co.litper.cerebro.log.TimePrecision;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import co.litper.cerebro.vocabulary.Priority;
import co.litper.cerebro.vocabulary.ShipmentState;
import co.litper.cerebro.world.Hash64;
import java.time.Instant;
import java.util.HexFormat;

/**
 * Live events that bring effects about soon, numbered from 0: parcels begin, go out for delivery, every so manieth gets a
 * novedad, and the others are delivered {@link #LIFE} parcels later. The n-th event is a function of seed and n but for its
 * time.
 */
final class BusyTraffic {
    static final String SOURCE = "/durability";

    private static final int EVENTS_PER_PARCEL = 4;
    private static final int LIFE = 16;
    private static final long FIRST_GUIDE = 31_000_000_000L;
    private static final MerchantId MERCHANT = new MerchantId("bench");
    private static final CityCode CITY = new CityCode("76001");

    private final long seed;
    private final int parcelsPerIssue;

    /** @param parcelsPerIssue of so many parcels one gets a novedad, which is not answered */
    BusyTraffic(long seed, int parcelsPerIssue) {
        this.seed = seed;
        this.parcelsPerIssue = parcelsPerIssue;
    }

    /** The n-th event, recorded at {@code now}. */
    Envelope event(long n, Instant now) {
        long parcel = n / EVENTS_PER_PARCEL;
        int step = (int) (n % EVENTS_PER_PARCEL);
        long about = step == EVENTS_PER_PARCEL - 1 ? Math.max(0, parcel - LIFE) : parcel;
        String guide = Long.toString(FIRST_GUIDE + about);
        return new Envelope(
                idOf(n),
                SOURCE,
                MERCHANT,
                "guide:" + guide,
                now,
                TimePrecision.SECOND,
                now,
                "",
                "",
                Priority.NORMAL,
                Standing.LIVE,
                false,
                0,
                event(step, about, guide));
    }

    static String idOf(long n) {
        return "e" + n;
    }

    private Event event(int step, long parcel, String guide) {
        boolean hasIssue = parcel % parcelsPerIssue == 0;
        return switch (step) {
            case 0 -> new GuideCreated(guide, "", facts(parcel));
            case 1 -> scan(guide, ShipmentState.IN_TRANSIT);
            case 2 -> hasIssue ? issue(guide, parcel) : scan(guide, ShipmentState.OUT_FOR_DELIVERY);
            default -> hasIssue ? scan(guide, ShipmentState.CREATED) : scan(guide, ShipmentState.DELIVERED);
        };
    }

    /** One half of the novedades is best answered by one action, one half by another, so that both channels work. */
    private IssueReported issue(String guide, long parcel) {
        boolean even = parcel / parcelsPerIssue % 2 == 0;
        IssueReason reason = even ? IssueReason.RECIPIENT_UNAVAILABLE : IssueReason.BAD_ADDRESS;
        return new IssueReported(guide, Carrier.TCC, reason.name(), reason, 1);
    }

    private static TrackingUpdated scan(String guide, ShipmentState state) {
        return new TrackingUpdated(guide, Carrier.TCC, state.name(), state, CITY);
    }

    private ParcelFacts facts(long parcel) {
        long luck = Hash64.of(seed, parcel);
        String person = HexFormat.of().toHexDigits(luck) + HexFormat.of().toHexDigits(Hash64.of(luck, parcel));
        return new ParcelFacts(
                new PersonRef(person),
                new CityCode("11001"),
                CITY,
                Carrier.TCC,
                true,
                150_000,
                14_000,
                ParcelFacts.UNTOLD,
                ParcelFacts.UNTOLD,
                Double.NaN,
                1,
                "",
                "",
                null);
    }
}
