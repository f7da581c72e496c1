package co.litper.cerebro.cluster.postgres;

import co.litper.cerebro.event.Event;
import co.litper.cerebro.event.LogisticsEvent.GuideCreated;
import co.litper.cerebro.event.LogisticsEvent.IssueReported;
import co.litper.cerebro.event.LogisticsEvent.IssueResolved;
import co.litper.cerebro.event.LogisticsEvent.TrackingUpdated;
import co.litper.cerebro.event.ParcelFacts;
import co.litper.cerebro.log.Entry;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.InMemoryEventLog;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Events of a few guides of two merchants, and what a person and an hour in them are called. Equal seeds give equal stories. */
final class GraphStory {
    static final MerchantId MERCHANT = new MerchantId("m");
    static final MerchantId OTHER = new MerchantId("otra");
    private static final Instant START = Instant.parse("2026-03-02T15:00:00Z");

    private GraphStory() {}

    static long ms(long hour) {
        return START.plusSeconds(3600 * hour).toEpochMilli();
    }

    static PersonRef person(int number) {
        return new PersonRef(String.format(Locale.ROOT, "%032x", 0xabcdef00L + number));
    }

    private static Entry entry(long position, MerchantId merchant, long validHour, long recordedHour, Event event) {
        Envelope envelope = new Envelope(
                "e" + position,
                "/test",
                merchant,
                Subject.of(event),
                START.plusSeconds(3600 * validHour),
                TimePrecision.SECOND,
                START.plusSeconds(3600 * recordedHour),
                "",
                "",
                Priority.NORMAL,
                Standing.LIVE,
                false,
                0,
                event);
        return new Entry(position, new EnvelopeCodec().encode(envelope), new byte[0]);
    }

    private static GuideCreated created(SplittableRandom luck, String guide, Carrier carrier) {
        String[] cities = {"52001", "76001", "05001"};
        String[] products = {"Hogar", "Belleza", ""};
        return new GuideCreated(
                guide,
                luck.nextBoolean() ? "o" + guide : "",
                new ParcelFacts(
                        person(luck.nextInt(5)),
                        CityCode.UNKNOWN,
                        new CityCode(cities[luck.nextInt(cities.length)]),
                        carrier,
                        true,
                        90_000,
                        ParcelFacts.UNTOLD,
                        ParcelFacts.UNTOLD,
                        ParcelFacts.UNTOLD,
                        Double.NaN,
                        1,
                        products[luck.nextInt(products.length)],
                        "",
                        START.plusSeconds(3600 * 72)));
    }

    /** Events of a few guides of two merchants whose sources contradict one another and come late. */
    static InMemoryEventLog of(long seed, int count) {
        SplittableRandom luck = new SplittableRandom(seed);
        List<Entry> entries = new ArrayList<>();
        Carrier[] carriers = {Carrier.ENVIA, Carrier.TCC, Carrier.COORDINADORA};
        for (int hour = 0; hour < count; hour++) {
            String guide = Integer.toString(luck.nextInt(14));
            Carrier carrier = carriers[luck.nextInt(carriers.length)];
            Event event = switch (luck.nextInt(5)) {
                case 0 -> created(luck, guide, carrier);
                case 1 -> new TrackingUpdated(guide, carrier, "X", ShipmentState.IN_TRANSIT, CityCode.UNKNOWN);
                case 2 -> new IssueReported(guide, carrier, "X", IssueReason.values()[luck.nextInt(4)], 1);
                case 3 -> new IssueResolved(guide, luck.nextBoolean() ? "call_customer" : "ñ\u0000🚚");
                default ->
                    new TrackingUpdated(
                            guide,
                            carrier,
                            "X",
                            luck.nextBoolean() ? ShipmentState.DELIVERED : ShipmentState.RETURNED,
                            CityCode.UNKNOWN);
            };
            MerchantId merchant = luck.nextInt(6) == 0 ? OTHER : MERCHANT;
            entries.add(entry(hour + 1L, merchant, Math.max(0, hour - luck.nextInt(40)), hour, event));
        }
        InMemoryEventLog log = new InMemoryEventLog();
        log.append(entries, List.of());
        return log;
    }
}
