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
 * A seeded stream of live events: parcels begin, move, sometimes get a novedad, and end, {@link #ACTIVE} of them at a time.
 * Each has {@link #EVENTS_PER_PARCEL} events, so n events are n/8 parcels. Deterministic but for the time given.
 */
public final class ParcelTraffic {
    static final int EVENTS_PER_PARCEL = 8;
    static final int ACTIVE = 20_000;
    private static final int STRIDE = ACTIVE / EVENTS_PER_PARCEL;

    private static final MerchantId MERCHANT = new MerchantId("bench");
    private static final Carrier[] CARRIERS = {
        Carrier.COORDINADORA, Carrier.ENVIA, Carrier.INTERRAPIDISIMO, Carrier.SERVIENTREGA, Carrier.TCC
    };
    private static final String[] CITIES = {"11001", "05001", "76001", "08001", "13001", "52001", "54001", "68001"};

    private final long seed;
    private long count;

    /** Traffic that is a function of its seed. */
    public ParcelTraffic(long seed) {
        this.seed = seed;
    }

    /** The next event, recorded at {@code now}. */
    public Envelope next(Instant now) {
        long n = count++;
        // Every moment has parcels at every step of their journey: parcel p gets its k-th event STRIDE · k turns after
        // its first.
        int step = (int) (n % EVENTS_PER_PARCEL);
        long parcel = n / EVENTS_PER_PARCEL + (long) STRIDE * (EVENTS_PER_PARCEL - 1 - step);
        long luck = Hash64.of(seed, parcel);
        Instant at = now.minusSeconds(60L * (EVENTS_PER_PARCEL - step));
        String guide = Long.toString(24_000_000_000L + parcel);
        return new Envelope(
                guide + "-" + step,
                "/bench",
                MERCHANT,
                "guide:" + guide,
                at,
                TimePrecision.SECOND,
                now,
                "",
                "",
                Priority.NORMAL,
                Standing.LIVE,
                false,
                0,
                event(step, guide, luck));
    }

    private Event event(int step, String guide, long luck) {
        Carrier carrier = CARRIERS[(int) Long.remainderUnsigned(luck, CARRIERS.length)];
        CityCode city = new CityCode(CITIES[(int) Long.remainderUnsigned(luck >>> 8, CITIES.length)]);
        boolean hasIssue = Long.remainderUnsigned(luck >>> 16, 10) < 2;
        boolean returned = hasIssue && Long.remainderUnsigned(luck >>> 24, 10) < 4;
        return switch (step) {
            case 0 -> new GuideCreated(guide, "", facts(luck, carrier, city));
            case 1 -> scan(guide, carrier, "ADMITIDO", ShipmentState.PROCESSING, city);
            case 2 -> scan(guide, carrier, "DESPACHADO", ShipmentState.SHIPPED, city);
            case 3 -> scan(guide, carrier, "EN TRANSITO", ShipmentState.IN_TRANSIT, city);
            case 4 -> scan(guide, carrier, "EN REPARTO", ShipmentState.OUT_FOR_DELIVERY, city);
            case 5 ->
                hasIssue
                        ? new IssueReported(guide, carrier, "NO HAY QUIEN RECIBA", IssueReason.RECIPIENT_UNAVAILABLE, 1)
                        : scan(guide, carrier, "EN REPARTO", ShipmentState.OUT_FOR_DELIVERY, city);
            case 6 -> scan(guide, carrier, "EN REPARTO", ShipmentState.OUT_FOR_DELIVERY, city);
            default ->
                returned
                        ? scan(guide, carrier, "DEVUELTO", ShipmentState.RETURNED, city)
                        : scan(guide, carrier, "ENTREGADO", ShipmentState.DELIVERED, city);
        };
    }

    private static TrackingUpdated scan(String guide, Carrier carrier, String raw, ShipmentState state, CityCode city) {
        return new TrackingUpdated(guide, carrier, raw, state, city);
    }

    private static ParcelFacts facts(long luck, Carrier carrier, CityCode city) {
        String person =
                HexFormat.of().toHexDigits(Hash64.of(1, luck)) + HexFormat.of().toHexDigits(Hash64.of(2, luck));
        long value = 40_000 + Long.remainderUnsigned(luck >>> 32, 200) * 1_000;
        return new ParcelFacts(
                new PersonRef(person),
                new CityCode("11001"),
                city,
                carrier,
                true,
                value,
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
