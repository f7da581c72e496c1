package co.litper.cerebro.knowledge.ask;

import co.litper.cerebro.event.ParcelFacts;
import co.litper.cerebro.logistics.HolidayCalendar;
import co.litper.cerebro.logistics.ParcelState;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.PersonRef;
import co.litper.cerebro.vocabulary.ShipmentState;
import co.litper.cerebro.world.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import java.util.function.Predicate;

/** Shipments of half a year, one in ten late by luck, and seven in ten of those that a test picks. */
final class Shipments {
    static final Instant NOW = Instant.parse("2026-07-10T17:00:00Z");
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);
    private static final int DAYS = 176;
    private static final String[] CITIES = {"11001", "05001", "76001", "08001", "52001"};
    private static final Carrier[] CARRIERS = {Carrier.COORDINADORA, Carrier.ENVIA, Carrier.TCC};
    private static final String[] PRODUCTS = {"Zapatos", "Cosméticos", "Hogar"};

    private Shipments() {}

    static CaseTable.Builder of(long seed, int count, Predicate<ParcelState> late) {
        Random luck = new Random(seed);
        CaseTable.Builder table = CaseTable.builder(NOW, HolidayCalendar.none());
        for (int i = 0; i < count; i++) {
            table.add(shipment(Integer.toString(24_000_000 + i), luck, late));
        }
        return table;
    }

    private static ParcelState shipment(String guide, Random luck, Predicate<ParcelState> late) {
        Instant begun = FIRST.plusDays(luck.nextInt(DAYS))
                .atTime(10, 0)
                .atZone(Clock.BOGOTA)
                .toInstant();
        ParcelState parcel = new ParcelState();
        parcel.identify("", guide);
        parcel.learn(
                new ParcelFacts(
                        PersonRef.NONE,
                        CityCode.UNKNOWN,
                        new CityCode(CITIES[luck.nextInt(CITIES.length)]),
                        CARRIERS[luck.nextInt(CARRIERS.length)],
                        luck.nextBoolean(),
                        50_000 + 1_000L * luck.nextInt(100),
                        ParcelFacts.UNTOLD,
                        ParcelFacts.UNTOLD,
                        ParcelFacts.UNTOLD,
                        Double.NaN,
                        1,
                        PRODUCTS[luck.nextInt(PRODUCTS.length)],
                        "",
                        begun.plus(Duration.ofDays(4))),
                begun.toEpochMilli(),
                false);
        parcel.moveTo(ShipmentState.CREATED, null, "", begun.toEpochMilli(), false, true);
        boolean isLate = luck.nextDouble() < (late.test(parcel) ? 0.7 : 0.1);
        Duration took = Duration.ofHours(isLate ? 100 + luck.nextInt(60) : 30 + luck.nextInt(60));
        ShipmentState end = luck.nextInt(20) == 0 ? ShipmentState.RETURNED : ShipmentState.DELIVERED;
        parcel.moveTo(end, null, "", begun.plus(took).toEpochMilli(), false, false);
        return parcel;
    }
}
