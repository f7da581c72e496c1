package co.litper.cerebro.simulator.world;

import co.litper.cerebro.logistics.TariffState.Tariff;
import java.util.ArrayList;
import java.util.List;

/**
 * What is particular to a carrier in a place: hidden slowness and carelessness, tariff, gaps, office.
 *
 * <p>Each table is [carriers × places], row-major. Immutable; O(1) per question.
 */
final class Lanes {
    private static final int DEPARTMENTS = 100;
    /** Redrawn lanes stand under other draws than the first ones. */
    private static final int AFTER_SHIFT = 1;

    private final int places;
    private final double[] slowness;
    private final double[] shifted;
    /** [carriers × departments]. */
    private final double[] regional = new double[Fleet.COUNT * DEPARTMENTS];

    private final double[] careless;
    private final boolean[] office;
    private final List<Tariff> tariffs = new ArrayList<>();
    private final double perKilogram;

    Lanes(WorldParameters p, Geography geography, Fleet fleet, Luck traits) {
        places = geography.places().size();
        slowness = new double[Fleet.COUNT * places];
        shifted = new double[Fleet.COUNT * places];
        careless = new double[Fleet.COUNT * places];
        office = new boolean[Fleet.COUNT * places];
        perKilogram = p.get("freight.kilogram");
        for (int c = 0; c < Fleet.COUNT; c++) {
            for (int d = 0; d < DEPARTMENTS; d++) {
                int region = c * DEPARTMENTS + d;
                double own = p.get("lane.department.sigma") * traits.normal(region, Purpose.LANE_DEPARTMENT, 0);
                regional[region] = p.ofCarrier(c, "speed") * Math.exp(own);
            }
            for (Place place : geography.places()) {
                long lane = lane(c, place);
                int at = at(c, place);
                slowness[at] = slowness(p, traits, c, place, 0);
                shifted[at] = slowness(p, traits, c, place, AFTER_SHIFT);
                double sigma = p.get("careless.sigma");
                double mean = p.get("careless.rate") * Math.exp(-sigma * sigma / 2);
                careless[at] = Math.min(0.35, mean * Math.exp(sigma * traits.normal(lane, Purpose.CARELESS, 0)));
                office[at] =
                        traits.unit(lane, Purpose.HAS_OFFICE) < p.get(place.rural() ? "office.rural" : "office.town");
                tariffs.add(tariff(p, traits, fleet, c, place));
            }
        }
    }

    /** Transit over what the carrier needs elsewhere. */
    double slowness(int carrier, Place place, boolean isShifted) {
        return (isShifted ? shifted : slowness)[at(carrier, place)];
    }

    /** What of {@link #slowness} the carrier has in the whole department, its own speed included. */
    double regional(int carrier, Place place) {
        return regional[carrier * DEPARTMENTS + place.department()];
    }

    /** Chance that an absent customer is claimed without a visit. */
    double careless(int carrier, Place place) {
        return careless[at(carrier, place)];
    }

    boolean hasOffice(int carrier, Place place) {
        return office[at(carrier, place)];
    }

    /** The carrier's public tariff for up to 2 kg. */
    Tariff tariff(int carrier, Place place) {
        return tariffs.get(at(carrier, place));
    }

    /** True if the carrier takes such a parcel there. */
    boolean serves(int carrier, Place place, boolean cod) {
        Tariff tariff = tariff(carrier, place);
        return tariff.covered() && (!cod || tariff.cod());
    }

    /** Pesos that weight adds to a freight. */
    long surcharge(double weightKg) {
        return Math.round(Math.max(0, weightKg - 2) * perKilogram);
    }

    private int at(int carrier, Place place) {
        return carrier * places + place.index();
    }

    private static long lane(int carrier, Place place) {
        return carrier * 100_000L + Integer.parseInt(place.code().code());
    }

    private static double slowness(WorldParameters p, Luck traits, int carrier, Place place, int draw) {
        long region = carrier * (long) DEPARTMENTS + place.department();
        return Math.exp(p.get("lane.department.sigma") * traits.normal(region, Purpose.LANE_DEPARTMENT, draw)
                + p.get("lane.city.sigma") * traits.normal(lane(carrier, place), Purpose.LANE_CITY, draw));
    }

    private static Tariff tariff(WorldParameters p, Luck traits, Fleet fleet, int carrier, Place place) {
        long region = carrier * (long) DEPARTMENTS + place.department();
        double list = p.ofCarrier(carrier, "freight") + p.ofCarrier(carrier, "zone") * place.zone();
        double own = Math.exp(p.get("freight.sigma") * traits.normal(region, Purpose.FREIGHT, 0));
        double back = p.get("freight.back.low")
                + (p.get("freight.back.high") - p.get("freight.back.low")) * traits.unit(carrier, Purpose.BACK);
        double gap = p.get(place.rural() ? "coverage.gap.rural" : "coverage.gap.town");
        boolean alwaysThere = carrier == (place.index() % 2);
        boolean covered = alwaysThere || traits.unit(lane(carrier, place), Purpose.GAP) >= gap;
        boolean cod = alwaysThere || traits.unit(lane(carrier, place), Purpose.COD_GAP) >= p.get("coverage.cod.gap");
        double days = place.lineHaul()[0] * fleet.slowness(carrier, 0) * p.get("promise.marketing");
        return new Tariff(
                hundreds(list * own),
                hundreds(list * own * back),
                (int) Math.max(1, Math.ceil(days * 7 / 6)),
                covered,
                covered && cod);
    }

    private static long hundreds(double pesos) {
        return Math.round(pesos / 100) * 100;
    }
}
