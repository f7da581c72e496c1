package co.litper.cerebro.server.demo;

import co.litper.cerebro.world.Clock;
import co.litper.cerebro.world.Hash64;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The made-up merchant and its parcels, each a pure function of seed and number; nothing is kept. Immutable,
 * thread-safe.
 *
 * <p>Carrier and department together decide, hidden from the reader, how long parcels travel and how often they fail;
 * so do the customer, cash on delivery and the value.
 */
final class DemoWorld {
    /** Orders grow over time: this share is spread evenly, the rest towards the present. */
    private static final double EVEN_SHARE = 0.6;
    /** The last parcel before the first export was made this long before it. */
    private static final Duration LATEST = Duration.ofHours(3);
    /** Parcels per customer, on average. */
    private static final double PARCELS_PER_CUSTOMER = 1.35;

    private static final double COD_SHARE = 0.85;
    private static final int MIN_VALUE = 40_000;
    private static final int MAX_VALUE = 250_000;
    private static final int VALUE_STEP = 100;
    /** A prime that shares no factor with {@link #GUIDE_SPACE}: numbers are scattered, and none repeats. */
    private static final long SCATTER = 387_420_489L;

    private static final long GUIDE_SPACE = 1_000_000_007L;
    private static final int GUIDE_DIGITS = 10;

    private static final List<String> PRODUCTS = List.of(
            "Organizador plegable",
            "Cepillo eléctrico",
            "Corrector de postura",
            "Lámpara solar",
            "Licuadora portátil",
            "Reloj deportivo",
            "Set de cuchillos",
            "Faja térmica",
            "Audífonos inalámbricos",
            "Masajeador cervical",
            "Cámara de seguridad",
            "Difusor de aromas");

    private final long seed;
    private final Instant base;
    private final long guides;
    private final int days;
    private final Map<String, Lane> lanes;

    /** The hidden tendencies of a carrier in a department, each about normal. */
    private record Lane(double slowness, double trouble, double price) {}

    /**
     * A world.
     *
     * @param seed the seed of everything
     * @param base the moment of the first export
     * @param guides parcels that exist at {@code base}
     * @param days how long before {@code base} the merchant began
     */
    DemoWorld(long seed, Instant base, long guides, int days) {
        this.seed = seed;
        this.base = base;
        this.guides = guides;
        this.days = days;
        this.lanes = lanes(seed);
    }

    /** How many parcels exist at a moment. */
    long guidesAt(Instant moment) {
        if (!moment.isAfter(base)) {
            return guides;
        }
        double perDay = (double) guides / days;
        return guides
                + (long) (perDay
                        * Duration.between(base, moment).toMinutes()
                        / Duration.ofDays(1).toMinutes());
    }

    /** The parcel of a number from 0. */
    DemoGuide guide(long number) {
        Luck luck = new Luck(seed, "guide", number);
        Instant ordered = ordered(number, luck);
        DemoCity city = DemoCity.at(luck.unit());
        DemoCarrier carrier = DemoCarrier.at(luck.unit());
        Lane lane = lane(carrier, city);
        long customers = Math.max(1, (long) (guides / PARCELS_PER_CUSTOMER));
        DemoPerson person = DemoPerson.of(seed, Math.floorMod(Hash64.of(seed ^ 0x5EED, number), customers));
        boolean cod = luck.happens(COD_SHARE);
        double skewed = luck.unit() * luck.between(0.3, 1);
        long billed = MIN_VALUE + (long) (skewed * (MAX_VALUE - MIN_VALUE)) / VALUE_STEP * VALUE_STEP;
        long freight = Math.round(8_000 + 3_500 * city.farDays() + 2_500 * lane.price()) / 10 * 10;
        DemoJourney journey = new DemoJourney(
                luck, carrier, city, Math.exp(0.35 * lane.slowness()), issueRate(lane, person, cod, billed));
        return new DemoGuide(
                number,
                guideNumber(carrier, number),
                carrier,
                city,
                person,
                cod,
                billed,
                Math.round(billed * luck.between(0.35, 0.55)),
                freight,
                luck.oneOf(PRODUCTS),
                ordered,
                journey.steps(ordered));
    }

    private Instant ordered(long number, Luck luck) {
        double unit = luck.unit();
        if (number >= guides) {
            double perMinute = (double) guides / days / Duration.ofDays(1).toMinutes();
            return base.plus(Duration.ofMinutes((long) ((number - guides) / perMinute)))
                    .minus(LATEST);
        }
        double age = unit * (EVEN_SHARE + (1 - EVEN_SHARE) * unit);
        Duration span = Duration.ofDays(days).minus(LATEST);
        return base.minus(LATEST).minusSeconds((long) (age * span.toSeconds()));
    }

    private static double issueRate(Lane lane, DemoPerson person, boolean cod, long billed) {
        double rate = 0.38 * Math.exp(0.45 * lane.trouble()) * person.trouble();
        double value = cod ? 0.8 + 0.5 * (billed - MIN_VALUE) / (MAX_VALUE - MIN_VALUE) : 0.55;
        return Math.min(0.8, rate * value);
    }

    private Lane lane(DemoCarrier carrier, DemoCity city) {
        Lane lane = lanes.get(carrier.name() + city.department());
        if (lane == null) {
            throw new IllegalStateException("no lane of " + carrier + " to " + city);
        }
        return lane;
    }

    private static Map<String, Lane> lanes(long seed) {
        Map<String, Lane> lanes = new HashMap<>();
        for (DemoCarrier carrier : DemoCarrier.values()) {
            for (DemoCity city : DemoCity.ALL) {
                String key = carrier.name() + city.department();
                Luck luck = new Luck(seed, key, 0);
                lanes.put(key, new Lane(luck.bell(), luck.bell(), luck.bell()));
            }
        }
        return lanes;
    }

    private static String guideNumber(DemoCarrier carrier, long number) {
        String digits = Long.toString(Math.floorMod(number * SCATTER, GUIDE_SPACE));
        return carrier.guidePrefix() + "0".repeat(GUIDE_DIGITS - digits.length()) + digits;
    }

    /** The day in Bogotá on which a moment falls. */
    static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, Clock.BOGOTA);
    }
}
