package co.litper.cerebro.benchmarks.knowledge;

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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A merchant's half year, parcel by parcel: each travels a number of days that its road, its carrier and its luck make,
 * may miss its address or its customer, waits for an answer, and comes or goes back. Cities differ in how far they are and
 * carriers in how fast they are, beside whatever is planted; shares, mixes and sizes are drawn for each world. Nothing here is
 * a share of late parcels: lateness comes of days against a promise.
 */
final class MadeWorld {
    static final MerchantId MERCHANT = new MerchantId("mundo");
    static final LocalDate FIRST = LocalDate.of(2026, 1, 5);
    static final int DAYS = 180;
    static final ZoneId BOGOTA = ZoneId.of("America/Bogota");
    static final List<String> CITIES =
            List.of("11001", "05001", "76001", "08001", "68001", "52001", "54001", "23001", "15001", "50001");
    static final List<String> CARRIERS = List.of("COORDINADORA", "ENVIA", "INTERRAPIDISIMO", "SERVIENTREGA", "TCC");
    static final List<String> PRODUCTS = List.of("Zapatos", "Cosméticos", "Hogar", "Tecnología", "Juguetes");
    static final List<String> SHOPS = List.of("Tienda Norte", "Tienda Sur", "Mercado Uno");

    private final Random luck;
    private final double[] cityShare;
    private final double[] carrierShare;
    private final double[] productShare;
    private final double[] roadDays = new double[CITIES.size()];
    private final double[] carrierDays = new double[CARRIERS.size()];
    private final double codShare;
    private final double issueShare;

    MadeWorld(long seed) {
        luck = new Random(seed);
        cityShare = shares(CITIES.size());
        carrierShare = shares(CARRIERS.size());
        productShare = shares(PRODUCTS.size());
        for (int i = 0; i < roadDays.length; i++) {
            roadDays[i] = 1.5 + 2.5 * luck.nextDouble();
        }
        for (int i = 0; i < carrierDays.length; i++) {
            carrierDays[i] = 0.3 * luck.nextDouble();
        }
        codShare = 0.5 + 0.4 * luck.nextDouble();
        issueShare = 0.06 + 0.06 * luck.nextDouble();
    }

    /** Shares between half and one and a half of an equal one. */
    private double[] shares(int count) {
        double[] shares = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            shares[i] = 0.5 + luck.nextDouble();
            sum += shares[i];
        }
        for (int i = 0; i < count; i++) {
            shares[i] /= sum;
        }
        return shares;
    }

    private int draw(double[] shares) {
        double u = luck.nextDouble();
        for (int i = 0; i < shares.length - 1; i++) {
            u -= shares[i];
            if (u < 0) {
                return i;
            }
        }
        return shares.length - 1;
    }

    /**
     * The events of the half year in the order in which they are recorded.
     *
     * @param mixed changes a parcel as it begins, such as sending a product with one carrier; chance is passed in
     */
    List<Envelope> events(int parcels, Plant plant, UnaryOperator<MadeParcel> mixed) {
        List<Envelope> events = new ArrayList<>();
        for (long number = 0; number < parcels; number++) {
            LocalDate day = FIRST.plusDays((long) (DAYS * luck.nextDouble()));
            MadeParcel parcel = mixed.apply(new MadeParcel(
                    number,
                    day,
                    CITIES.get(draw(cityShare)),
                    CARRIERS.get(draw(carrierShare)),
                    PRODUCTS.get(draw(productShare)),
                    SHOPS.get(luck.nextInt(SHOPS.size())),
                    luck.nextDouble() < codShare,
                    40_000 + 1_000L * luck.nextInt(160)));
            live(parcel, plant, events);
        }
        events.sort(Comparator.comparing(Envelope::recordedAt).thenComparing(Envelope::id));
        return events;
    }

    double chance() {
        return luck.nextDouble();
    }

    private void live(MadeParcel p, Plant plant, List<Envelope> events) {
        boolean hit = plant.hit().test(p);
        Instant at = p.day()
                .atTime(LocalTime.of(8 + luck.nextInt(9), luck.nextInt(60)))
                .atZone(BOGOTA)
                .toInstant();
        int city = CITIES.indexOf(p.city());
        double road = roadDays[city] + carrierDays[CARRIERS.indexOf(p.carrier())];
        double days = road * Math.exp(0.25 * luck.nextGaussian());
        if (hit && plant.slowDays() > 0) {
            days += plant.slowDays() * -Math.log(1 - luck.nextDouble());
        }
        Instant promised = at.plus(hours(Math.ceil(roadDays[city] * 1.45 + 0.6) * 24));
        tell(p, 0, at, new GuideCreated(guide(p), "", facts(p, promised)), events);
        Instant arrives = at.plus(hours(days * 24));
        tell(p, 1, at.plus(hours(days * 12)), scan(p, "EN TRANSITO", ShipmentState.IN_TRANSIT), events);
        IssueReason issue = issue(hit, plant);
        boolean returned = false;
        if (issue != null) {
            tell(p, 2, arrives, new IssueReported(guide(p), new Carrier(p.carrier()), issue.name(), issue, 1), events);
            returned = luck.nextDouble() < (issue == IssueReason.REJECTED ? 0.75 : 0.3);
            arrives = arrives.plus(hours(12 + 48 * luck.nextDouble()));
        }
        returned |= luck.nextDouble() < (p.cod() ? 0.06 : 0.02);
        tell(
                p,
                3,
                arrives,
                returned ? scan(p, "DEVUELTO", ShipmentState.RETURNED) : scan(p, "ENTREGADO", ShipmentState.DELIVERED),
                events);
    }

    private @Nullable IssueReason issue(boolean hit, Plant plant) {
        if (hit && luck.nextDouble() < plant.badAddress()) {
            return IssueReason.BAD_ADDRESS;
        }
        if (hit && luck.nextDouble() < plant.refused()) {
            return IssueReason.REJECTED;
        }
        if (luck.nextDouble() >= issueShare) {
            return null;
        }
        IssueReason[] usual = {
            IssueReason.RECIPIENT_UNAVAILABLE, IssueReason.BAD_ADDRESS, IssueReason.COD_ISSUE, IssueReason.REJECTED
        };
        return usual[luck.nextInt(usual.length)];
    }

    private static Duration hours(double hours) {
        return Duration.ofMinutes(Math.round(hours * 60));
    }

    static String guide(MadeParcel p) {
        return Long.toString(24_000_000L + p.number());
    }

    private static TrackingUpdated scan(MadeParcel p, String raw, ShipmentState state) {
        return new TrackingUpdated(guide(p), new Carrier(p.carrier()), raw, state, new CityCode(p.city()));
    }

    private static void tell(MadeParcel p, int step, Instant at, Event event, List<Envelope> events) {
        events.add(new Envelope(
                guide(p) + "-" + step,
                "/mundo",
                MERCHANT,
                "guide:" + guide(p),
                at,
                TimePrecision.SECOND,
                at,
                "",
                "",
                Priority.NORMAL,
                Standing.LIVE,
                false,
                0,
                event));
    }

    private static ParcelFacts facts(MadeParcel p, Instant promised) {
        String person = HexFormat.of().toHexDigits(p.number() % 4_000).repeat(2);
        return new ParcelFacts(
                new PersonRef(person),
                new CityCode("11001"),
                new CityCode(p.city()),
                new Carrier(p.carrier()),
                p.cod(),
                p.valueCop(),
                14_000,
                ParcelFacts.UNTOLD,
                ParcelFacts.UNTOLD,
                Double.NaN,
                1,
                p.product(),
                p.shop(),
                promised);
    }
}
