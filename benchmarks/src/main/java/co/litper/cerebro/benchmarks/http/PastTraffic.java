package co.litper.cerebro.benchmarks.http;

import co.litper.cerebro.event.Event;
import co.litper.cerebro.event.LogisticsEvent.GuideCreated;
import co.litper.cerebro.event.LogisticsEvent.IssueReported;
import co.litper.cerebro.event.LogisticsEvent.TrackingUpdated;
import co.litper.cerebro.event.ParcelFacts;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.Standing;
import co.litper.cerebro.log.TimePrecision;
import co.litper.cerebro.logistics.City;
import co.litper.cerebro.logistics.CityDirectory;
import co.litper.cerebro.vault.Person;
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
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a merchant's shipments did over {@link #SPAN}: shipments begin, move, get a novedad now and then, and end; the last ones
 * are under way, and a few never end. The n-th event is a function of seed, number of shipments and n, in order of time.
 */
final class PastTraffic {
    /** Events of a shipment. */
    static final int STEPS = 5;

    /** From the first event to the last. */
    static final Duration SPAN = Duration.ofDays(120);

    static final MerchantId MERCHANT = new MerchantId("principal");

    /** Shipments under way at any moment: of 120 days, about four. */
    private static final int PARTS_UNDER_WAY = 30;

    private static final int CITIES = 400;
    private static final long FIRST_GUIDE = 240_000_000_000L;
    private static final long FIRST_PHONE = 3_000_000_000L;
    private static final int PARCELS_PER_CUSTOMER = 3;
    private static final Carrier[] CARRIERS = {
        Carrier.COORDINADORA,
        Carrier.INTERRAPIDISIMO,
        Carrier.ENVIA,
        Carrier.TCC,
        Carrier.SERVIENTREGA,
        Carrier.VELOCES,
        Carrier.DOMINA
    };
    private static final String[] FIRST_NAMES = {
        "María",
        "José",
        "Luz",
        "Carlos",
        "Ana",
        "Juan",
        "Diana",
        "Andrés",
        "Sandra",
        "Jorge",
        "Paola",
        "Miguel",
        "Carolina",
        "Felipe",
        "Gloria",
        "Camilo",
        "Yolanda",
        "Hernán",
        "Natalia",
        "Óscar",
        "Adriana",
        "Wilson",
        "Lorena",
        "Édgar"
    };
    private static final String[] LAST_NAMES = {
        "Rodríguez",
        "Gómez",
        "Peña",
        "Martínez",
        "López",
        "Díaz",
        "Ibáñez",
        "Castro",
        "Moreno",
        "Rojas",
        "Vargas",
        "Ortiz",
        "Quintero",
        "Salazar",
        "Zapata",
        "Mejía",
        "Ospina",
        "Cárdenas",
        "Valencia",
        "Muñoz",
        "Guerrero",
        "Bedoya",
        "Arias",
        "Tovar",
        "Ñáñez",
        "Buitrago",
        "Cifuentes",
        "Echeverri",
        "Londoño",
        "Montoya",
        "Uribe",
        "Wilches"
    };

    private final long seed;
    private final int shipments;
    private final int stride;
    private final Instant first;
    private final BiFunction<MerchantId, String, PersonRef> refer;
    private final List<CityCode> cities;

    /**
     * @param shipments at least 1,000
     * @param end when the last event is recorded
     * @param refer makes references of phones
     */
    PastTraffic(long seed, int shipments, Instant end, BiFunction<MerchantId, String, PersonRef> refer) {
        this.seed = seed;
        this.shipments = shipments;
        this.stride = Math.max(1, shipments / PARTS_UNDER_WAY / STEPS);
        this.first = end.minus(SPAN);
        this.refer = refer;
        this.cities = CityDirectory.packaged().cities().stream()
                .sorted(Comparator.comparingInt(City::population).reversed().thenComparing(City::code))
                .limit(CITIES)
                .map(City::code)
                .toList();
    }

    /** How many events there are. */
    long count() {
        return (long) shipments * STEPS;
    }

    /** When the n-th event is recorded. */
    Instant at(long n) {
        return first.plusMillis((long) ((double) n / count() * SPAN.toMillis()));
    }

    /** The guide of a shipment, counted from 0. */
    static String guide(long shipment) {
        return Long.toString(FIRST_GUIDE + shipment);
    }

    /** The order of a shipment. */
    static String order(long shipment) {
        return "P" + (100_000 + shipment);
    }

    /** The customer of a shipment. */
    Person person(long shipment) {
        long customer = shipment / PARCELS_PER_CUSTOMER;
        long luck = Hash64.of(seed, customer);
        String name =
                pick(FIRST_NAMES, luck) + " " + pick(LAST_NAMES, luck >>> 16) + " " + pick(LAST_NAMES, luck >>> 32);
        return new Person(name, phone(shipment), "Calle " + customer % 180 + " # 12-" + customer % 90, "", "");
    }

    /** The phone of a shipment's customer. */
    static String phone(long shipment) {
        return Long.toString(FIRST_PHONE + shipment / PARCELS_PER_CUSTOMER);
    }

    private static String pick(String[] names, long luck) {
        return names[(int) Long.remainderUnsigned(luck & 0xFFFF, names.length)];
    }

    /** The shipment of the n-th event; beyond {@link #count()} shipments the event is left out. */
    private long shipment(long n) {
        int step = (int) (n % STEPS);
        return n / STEPS - (long) stride * step;
    }

    /** The n-th event, or null where the shipments at that step have not begun. */
    @Nullable
    Envelope event(long n) {
        long shipment = shipment(n);
        int step = (int) (n % STEPS);
        if (shipment < 0) {
            return null;
        }
        Event event = event(shipment, step);
        if (event == null) {
            return null;
        }
        Instant now = at(n);
        String guide = guide(shipment);
        return new Envelope(
                guide + "-" + step,
                "/past",
                MERCHANT,
                "guide:" + guide,
                now.minusSeconds(60),
                TimePrecision.SECOND,
                now,
                "",
                "",
                Priority.NORMAL,
                Standing.LIVE,
                false,
                0,
                event);
    }

    private @Nullable Event event(long shipment, int step) {
        long luck = Hash64.of(seed, ~shipment);
        Carrier carrier = CARRIERS[(int) Long.remainderUnsigned(luck, CARRIERS.length)];
        double share = (double) (luck >>> 40) / (1 << 24);
        CityCode city = cities.get((int) (CITIES * share * share * share));
        String guide = guide(shipment);
        boolean issue = Long.remainderUnsigned(luck >>> 8, 100) < 14;
        boolean stuck = issue && Long.remainderUnsigned(luck >>> 24, 100) < 6;
        boolean returned = issue && Long.remainderUnsigned(luck >>> 32, 100) < 45;
        boolean office = !issue && Long.remainderUnsigned(luck >>> 16, 100) < 6;
        return switch (step) {
            case 0 -> new GuideCreated(guide, order(shipment), facts(shipment, luck, carrier, city));
            case 1 -> scan(guide, carrier, "EN TRANSITO", ShipmentState.IN_TRANSIT, city);
            case 2 -> scan(guide, carrier, "EN REPARTO", ShipmentState.OUT_FOR_DELIVERY, city);
            case 3 ->
                issue
                        ? new IssueReported(guide, carrier, reason(luck).name(), reason(luck), 1)
                        : office ? scan(guide, carrier, "EN OFICINA", ShipmentState.IN_OFFICE, city) : null;
            default ->
                stuck
                        ? null
                        : returned
                                ? scan(guide, carrier, "DEVUELTO", ShipmentState.RETURNED, city)
                                : scan(guide, carrier, "ENTREGADO", ShipmentState.DELIVERED, city);
        };
    }

    private static IssueReason reason(long luck) {
        IssueReason[] reasons = {
            IssueReason.BAD_ADDRESS,
            IssueReason.RECIPIENT_UNAVAILABLE,
            IssueReason.RECIPIENT_UNAVAILABLE,
            IssueReason.COD_ISSUE,
            IssueReason.BAD_PHONE,
            IssueReason.REJECTED,
            IssueReason.LOST
        };
        return reasons[(int) Long.remainderUnsigned(luck >>> 20, reasons.length)];
    }

    private static TrackingUpdated scan(String guide, Carrier carrier, String raw, ShipmentState state, CityCode city) {
        return new TrackingUpdated(guide, carrier, raw, state, city);
    }

    private ParcelFacts facts(long shipment, long luck, Carrier carrier, CityCode city) {
        return new ParcelFacts(
                refer.apply(MERCHANT, phone(shipment)),
                new CityCode("11001"),
                city,
                carrier,
                true,
                40_000 + Long.remainderUnsigned(luck >>> 32, 200) * 1_000,
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
