package co.litper.cerebro.simulator.world;

import co.litper.cerebro.event.LogisticsEvent.CarrierCapacity;
import co.litper.cerebro.event.SystemEvent.ConfigurationChanged;
import co.litper.cerebro.event.SystemEvent.Tick;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.logistics.HolidayCalendar;
import co.litper.cerebro.logistics.TariffState.Tariff;
import co.litper.cerebro.simulator.Desk;
import co.litper.cerebro.simulator.Ending;
import co.litper.cerebro.simulator.ParcelStory;
import co.litper.cerebro.simulator.Player;
import co.litper.cerebro.simulator.Truth;
import co.litper.cerebro.simulator.world.Agenda.Kind;
import co.litper.cerebro.simulator.world.Parcel.Phase;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.world.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A seeded Colombian last mile in simulated time.
 *
 * <p>A player is told events in order of their recording and acts through the desk; what nobody acts on takes its course by
 * the merchant's and the carriers' habits. Equal parameters, seed, start and effects give equal events, to the byte. Luck is
 * a function of (seed, order, purpose, count), so that two players of one seed meet the same demand, the same customers and
 * the same luck. Not thread-safe: one thread, and effects only from within {@link Player#meet} or between two runs.
 *
 * <p>Memory is bounded by the parcels under way. An event costs O(log n) of what is planned.
 */
public final class World {
    /** The merchant whose parcels they are, unless told otherwise. */
    public static final MerchantId MERCHANT = new MerchantId("litper");

    private final Nature nature;
    private final Scene scene;
    private final Journeys journeys;
    private final Novedades novedades;
    private final Counter counter;
    private final Prospects prospects;
    private long orders;
    private boolean begun;

    /**
     * A world at its beginning.
     *
     * @param parameters what is hidden in it
     * @param seed of customers, demand and luck
     * @param holidays public holidays, read for eleven years from shortly before the start
     * @param start when it begins, cut to the hour
     * @param ordersPerDay orders of the mean day, at least 1
     * @param ended told the story of each parcel when it ends
     */
    public World(
            WorldParameters parameters,
            long seed,
            HolidayCalendar holidays,
            Instant start,
            int ordersPerDay,
            Consumer<ParcelStory> ended) {
        this(parameters, MERCHANT, seed, holidays, start, ordersPerDay, ended);
    }

    /** As above, of another merchant than {@link #MERCHANT}. */
    public World(
            WorldParameters parameters,
            MerchantId merchant,
            long seed,
            HolidayCalendar holidays,
            Instant start,
            int ordersPerDay,
            Consumer<ParcelStory> ended) {
        if (ordersPerDay < 1) {
            throw new IllegalArgumentException("ordersPerDay must be at least 1, is " + ordersPerDay);
        }
        long startMs = Math.floorDiv(start.toEpochMilli(), Days.HOUR) * Days.HOUR;
        nature = new Nature(parameters, merchant, seed, holidays, startMs, ordersPerDay);
        scene = new Scene(nature, new Team(parameters, ordersPerDay, nature.days), startMs, ended);
        novedades = new Novedades(scene);
        journeys = new Journeys(scene, novedades);
        counter = new Counter(scene, journeys, novedades);
        prospects = new Prospects(nature);
    }

    /** Another world in which one parcel alone goes on from where it stands, under other luck. */
    private World(World of, Parcel parcel, long luckSeed, Consumer<ParcelStory> ended) {
        nature = of.nature.withLuck(luckSeed);
        scene = new Scene(nature, new Team(nature.p, 1_000, nature.days), of.scene.now, ended);
        novedades = new Novedades(scene);
        journeys = new Journeys(scene, novedades);
        counter = new Counter(scene, journeys, novedades);
        prospects = new Prospects(nature);
        begun = true;
        scene.enter(parcel);
        Resumption.plan(scene, journeys, parcel);
    }

    /** Where effects enter. */
    public Desk desk() {
        return counter;
    }

    /** What is really true; for the oracle and the judge only. */
    public Truth truth() {
        return new Clairvoyance(this::byOrder, this::byGuide, prospects, scene);
    }

    /** What is true of everything but the people; for a ceiling only. */
    public Truth rates() {
        return new Strangers(this::byOrder, this::byGuide, prospects, scene);
    }

    /** The simulated time. */
    public Clock clock() {
        return () -> Instant.ofEpochMilli(scene.now);
    }

    /** Whose parcels they are. */
    public MerchantId merchant() {
        return nature.merchant;
    }

    /** What an integrator sets up before the first order: every tariff, and what each carrier says that it can take. */
    public List<Envelope> opening() {
        List<Envelope> all = new ArrayList<>();
        for (int c = 0; c < Fleet.COUNT; c++) {
            String source = Feed.CARRIERS.get(c);
            all.add(Feed.envelope("capacity-" + c, source, nature.merchant, capacity(c, nature.startDay), scene.now));
            for (Place place : nature.geography.places()) {
                ConfigurationChanged set = tariff(c, place, 1);
                all.add(Feed.envelope(set.key(), Feed.SETTINGS, nature.merchant, set, scene.now));
            }
        }
        return all;
    }

    private CarrierCapacity capacity(int carrier, int day) {
        return new CarrierCapacity(Fleet.CARRIERS.get(carrier), CityCode.UNKNOWN, nature.load.published(carrier, day));
    }

    private ConfigurationChanged tariff(int carrier, Place place, double factor) {
        Tariff list = nature.lanes.tariff(carrier, place);
        Tariff now = new Tariff(
                Math.round(list.freightCop() * factor / 100) * 100,
                Math.round(list.returnFreightCop() * factor / 100) * 100,
                list.promisedDays(),
                list.covered(),
                list.cod());
        String key = "tariff." + Fleet.CARRIERS.get(carrier).code() + "."
                + place.code().code();
        return new ConfigurationChanged(key, now.toSetting(), "integrator");
    }

    /** Every carrier there is, by name. */
    public static List<Carrier> carriers() {
        return Fleet.CARRIERS;
    }

    /**
     * Lets a carrier go on strike, for what it picks up from now on: how much slower it becomes stands with the parameters of
     * the planned strike. Nobody is told; only between two runs. A carrier on strike stays on it.
     *
     * @throws IllegalArgumentException if there is no such carrier
     */
    public void beginStrike(Carrier carrier) {
        nature.faults.strike(known(carrier), true);
    }

    /**
     * Ends what {@link #beginStrike} began, for what is picked up from now on; parcels on their way come late all the same.
     *
     * @throws IllegalArgumentException if there is no such carrier
     */
    public void endStrike(Carrier carrier) {
        nature.faults.strike(known(carrier), false);
    }

    private static int known(Carrier carrier) {
        int index = Fleet.indexOf(carrier);
        if (index == Fleet.NONE) {
            throw new IllegalArgumentException(
                    "no carrier " + carrier.code() + " in this world. Maybe one of " + Fleet.CARRIERS);
        }
        return index;
    }

    /** Lets the world take its course until a moment, telling {@code player}. May be called again to go on. */
    public void run(Player player, Instant until) {
        scene.feed.listener(player);
        long untilMs = until.toEpochMilli();
        if (!begun) {
            begun = true;
            scene.agenda.add(scene.now, Kind.TICK, null, 0);
        }
        while (!scene.agenda.isEmpty() && scene.agenda.time() < untilMs) {
            Agenda agenda = scene.agenda;
            Kind kind = agenda.kind();
            Object subject = agenda.subject();
            int plan = agenda.plan();
            long time = agenda.time();
            agenda.remove();
            scene.now = time;
            happen(kind, subject, plan, time);
        }
        scene.now = Math.max(scene.now, untilMs);
    }

    private void happen(Kind kind, @Nullable Object subject, int plan, long time) {
        switch (subject) {
            case Parcel x -> {
                if (plan == x.plan || (kind == Kind.CANCEL && x.guide.isEmpty() && x.phase != Phase.ENDED)) {
                    happenTo(x, kind);
                }
            }
            case Envelope held -> scene.feed.bring(held, time);
            case null -> tick(time, kind == Kind.ORDER);
            default -> throw new IllegalStateException("nothing happens to a " + subject.getClass());
        }
    }

    /** An hour begins, or an order comes in. */
    private void tick(long time, boolean isOrder) {
        if (isOrder) {
            journeys.ordered(nature.orders.make(orders++, time));
            return;
        }
        scene.agenda.add(time + Days.HOUR, Kind.TICK, null, 0);
        for (long arrival : nature.orders.arrivals(time)) {
            scene.agenda.add(arrival, Kind.ORDER, null, 0);
        }
        int day = Days.dayOf(time);
        if (Days.dayOf(time - 1) < day) {
            nature.load.dayEnds(day - 1);
            tellChanges(day);
        }
        scene.feed.tell("tick-" + time, Feed.CLOCK, new Tick(Instant.ofEpochMilli(time)), time);
    }

    /** Tells what a fault changes of tariffs and capacities, on the day it begins and on the day after it. */
    private void tellChanges(int day) {
        for (int c = 0; c < Fleet.COUNT; c++) {
            if (nature.faults.capacity(c, day) != nature.faults.capacity(c, day - 1)) {
                scene.feed.tell("capacity-" + c + "-" + day, Feed.CARRIERS.get(c), capacity(c, day), scene.now);
            }
            double factor = nature.faults.freight(c, day);
            if (factor != nature.faults.freight(c, day - 1)) {
                for (Place place : nature.geography.places()) {
                    ConfigurationChanged set = tariff(c, place, factor);
                    scene.feed.tell(set.key() + "-" + day, Feed.SETTINGS, set, scene.now);
                }
            }
        }
    }

    private void happenTo(Parcel x, Kind kind) {
        switch (kind) {
            case CANCEL -> journeys.cancelled(x);
            case CUTOFF -> journeys.choose(x, nature.habits.carrier(x.order), false);
            case GUIDE -> journeys.guideMade(x);
            case SHIPPED -> journeys.shipped(x);
            case TRANSIT -> journeys.inTransit(x);
            case OUT -> journeys.out(x);
            case RESULT -> journeys.atTheDoor(x);
            case LOST -> novedades.report(x, Cause.LOST);
            case REPLY -> novedades.replied(x);
            case CALL -> novedades.called(x);
            case ROUND -> novedades.round(x);
            case TEAM_GOES_ON -> novedades.teamGoesOn(x);
            case DEADLINE -> novedades.deadline(x);
            case OFFICE -> novedades.atOffice(x);
            case FETCHED -> journeys.delivered(x);
            case NOT_FETCHED -> novedades.sendBack(x);
            case RETURNED -> novedades.returned(x);
            case GIVEN_UP -> novedades.givenUp(x);
            case CLAIM_PAID -> novedades.claimSettled(x);
            case FEEDBACK -> journeys.judged(x);
            case TICK, ORDER, DELAYED -> throw new IllegalStateException(kind + " concerns no parcel");
        }
    }

    /** The stories of parcels still under way, in order of their orders. */
    public List<ParcelStory> open() {
        return scene.underWay().stream().map(x -> scene.story(x, Ending.OPEN)).toList();
    }

    /** This parcel alone from here on, under other luck. */
    World fork(String orderId, long luckSeed, Consumer<ParcelStory> ended) {
        return new World(this, byOrder(orderId).copy(), luckSeed, ended);
    }

    Scene scene() {
        return scene;
    }

    private Parcel byOrder(String orderId) {
        Parcel x = scene.find(co.litper.cerebro.Keys.order(nature.merchant, orderId));
        if (x == null) {
            throw new IllegalArgumentException("no order " + orderId + " is under way");
        }
        return x;
    }

    private Parcel byGuide(String guideNumber) {
        return byOrder(Long.toString(100_000 + Long.parseLong(guideNumber.substring(2)) - 10_000_000L));
    }
}
