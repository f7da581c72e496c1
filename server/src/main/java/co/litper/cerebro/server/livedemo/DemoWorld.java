package co.litper.cerebro.server.livedemo;

import co.litper.cerebro.act.Channel;
import co.litper.cerebro.adapters.holidays.ColombianHolidays;
import co.litper.cerebro.host.EmbeddedHost;
import co.litper.cerebro.logistics.HolidayCalendar;
import co.litper.cerebro.simulator.Player;
import co.litper.cerebro.simulator.report.Chronicle;
import co.litper.cerebro.simulator.report.Rivals;
import co.litper.cerebro.simulator.report.WorldStages;
import co.litper.cerebro.simulator.world.World;
import co.litper.cerebro.simulator.world.WorldParameters;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.world.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A simulated world that feeds a real, durable loop, and its twin of the same demand under the best static policy.
 *
 * <p>One thread owns both worlds. It lives them in steps of {@link #STEP}: what the world tells goes into the loop; when all of
 * it is durable and decided upon, the effects are taken, and only when the last one is in does time go on. So the loop is
 * never late for the world, however fast that goes, and the product's clock is the world's. Once a simulated day it waits
 * until everything is learned. Demand and luck are a function of the seed; the loop's threads are not in step with the
 * world, so that two runs of one seed may differ in when a snapshot takes effect.
 *
 * <p>Thread-safe: what people order is done by the world's thread between two steps.
 */
public final class DemoWorld implements AutoCloseable {
    /** An order is confirmed for 45 minutes before its guide is made, and novedades wait hours: no effect comes too late. */
    static final Duration STEP = Duration.ofMinutes(15);

    /**
     * How much slower a broken carrier is: in the worlds that are judged a strike takes two and a half times as long; here it all
     * but stands still, so that whoever broke it can see what comes of it.
     */
    private static final double STRIKE_FACTOR = 5;

    /** Effects and orders of people that wait; the executor hands over one at a time. */
    private static final int INBOX = 64;
    /** How long one look into the inbox waits for effects to be recorded. */
    private static final long LOOK_MS = 1;
    /** Longest sleep between two steps, so that a stop is noticed. */
    private static final long NAP_MS = 200;

    private static final long STOP_S = 30;

    private final DemoPlan plan;
    private final DemoClock clock = new DemoClock(DemoPlan.START);
    private final BlockingQueue<Runnable> inbox = new ArrayBlockingQueue<>(INBOX);
    private final Chronicle ours = new Chronicle(DemoPlan.START);
    private final Chronicle theirs = new Chronicle(DemoPlan.START);
    private final World world;
    private final World twin;
    private final Player rival;
    private final WorldChannel channel;
    private final Pace pace;
    private final SortedMap<Carrier, Instant> broken = new TreeMap<>();
    private final CountDownLatch lived = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private Instant now = DemoPlan.START;
    private volatile DemoStanding standing;
    private volatile boolean stopping;
    private volatile @Nullable Thread thread;

    private DemoWorld(DemoPlan plan, Clock machine) {
        HolidayCalendar holidays = new ColombianHolidays();
        WorldParameters hidden = WorldParameters.sample(plan.seed()).with("fault.strike.factor", STRIKE_FACTOR);
        this.plan = plan;
        this.world = new World(hidden, plan.seed(), holidays, DemoPlan.START, plan.ordersPerDay(), ours::ended);
        this.twin = new World(hidden, plan.seed(), holidays, DemoPlan.START, plan.ordersPerDay(), theirs::ended);
        WorldStages study = new WorldStages(_ -> hidden, holidays, DemoPlan.START, plan.ordersPerDay());
        this.rival = Rivals.bestStatic(study, plan.seed(), holidays, DemoPlan.START, twin);
        this.channel = new WorldChannel(world.desk(), inbox);
        this.pace = new Pace(machine, plan.daysPerMinute(), DemoPlan.START);
        this.standing = standing(DemoFigures.NONE, "");
    }

    /**
     * A world at its beginning, which stands still until {@link #start}. Costs the study of the static policy.
     *
     * @param machine the machine's clock, over which the pace is kept
     */
    public static DemoWorld of(DemoPlan plan, Clock machine) {
        return new DemoWorld(plan, machine);
    }

    /** The simulated time, for the installation that lives here. */
    public Clock clock() {
        return clock;
    }

    /** Where the installation's effects go. */
    public Channel channel() {
        return channel;
    }

    /** Carriers that can be broken. */
    public List<Carrier> carriers() {
        return World.carriers();
    }

    /** What was planned. */
    public DemoPlan plan() {
        return plan;
    }

    /** How things stand now. */
    public DemoStanding standing() {
        return standing;
    }

    /**
     * Lets time go. To be closed before the loop is.
     *
     * @param midnight told how things stand at each simulated midnight, on the world's thread; may give orders
     */
    public void start(EmbeddedHost host, Consumer<DemoStanding> midnight) {
        Thread living = Thread.ofPlatform().name("cerebro-world").daemon(true).unstarted(() -> live(host, midnight));
        thread = living;
        living.start();
    }

    /** Lets a carrier be on strike from now on, in both worlds. Nobody tells the brain. */
    public void breakCarrier(Carrier carrier) {
        requireKnown(carrier);
        order(() -> {
            world.beginStrike(carrier);
            twin.beginStrike(carrier);
            broken.putIfAbsent(carrier, now);
        });
    }

    /** Ends what {@link #breakCarrier} began. */
    public void mendCarrier(Carrier carrier) {
        requireKnown(carrier);
        order(() -> {
            world.endStrike(carrier);
            twin.endStrike(carrier);
            broken.remove(carrier);
        });
    }

    /**
     * Lets time go faster or slower once warm-up is over.
     *
     * @throws IllegalArgumentException if the speed is out of {@link DemoPlan}'s range
     */
    public void speed(double daysPerMinute) {
        if (!DemoPlan.isSpeed(daysPerMinute)) {
            throw new IllegalArgumentException(
                    "daysPerMinute must be " + DemoPlan.SLOWEST + " to " + DemoPlan.FASTEST + ", is " + daysPerMinute);
        }
        order(() -> pace.set(daysPerMinute, now));
    }

    private static void requireKnown(Carrier carrier) {
        if (!World.carriers().contains(carrier)) {
            throw new IllegalArgumentException("no carrier " + carrier.code() + ". Maybe one of " + World.carriers());
        }
    }

    /** Does it at once on the world's thread, else there as soon as may be, and returns when it is done. */
    private void order(Runnable what) {
        CountDownLatch done = new CountDownLatch(1);
        Runnable told = () -> {
            what.run();
            standing = standing(standing.figures(), standing.failure());
            done.countDown();
        };
        if (Thread.currentThread() == thread) {
            told.run();
            return;
        }
        try {
            inbox.put(told);
            while (!done.await(NAP_MS, TimeUnit.MILLISECONDS)) {
                if (ended.getCount() == 0) {
                    throw new IllegalStateException("the world has ended");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while the world was being told");
        }
    }

    private void live(EmbeddedHost host, Consumer<DemoStanding> midnight) {
        try {
            LivePlayer player = new LivePlayer(host, clock, ours);
            world.opening().forEach(player::meet);
            twin.opening().forEach(rival::meet);
            settle(host, player);
            while (!stopping && now.isBefore(plan.end())) {
                step(host, player, midnight);
                standing = standing(standing.figures(), "");
                awaitNext();
            }
            lived.countDown();
            while (!stopping) {
                takeOne(NAP_MS); // the plan is lived: effects and orders are still taken
            }
        } catch (InterruptedException | CancellationException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | RuntimeException e) {
            // The loop refused an event: the world would know of parcels that the product does not. It stands still and
            // says so.
            standing = standing(standing.figures(), String.valueOf(e.getMessage()));
        } finally {
            channel.end();
            lived.countDown();
            ended.countDown();
        }
    }

    /** Waits until all days of the plan are lived, or the world has ended otherwise. */
    public void awaitLived() throws InterruptedException {
        lived.await();
    }

    private void step(EmbeddedHost host, LivePlayer player, Consumer<DemoStanding> midnight)
            throws InterruptedException, ExecutionException {
        boolean wasCold = isWarmingUp();
        Instant next = now.plus(STEP);
        world.run(player, next);
        twin.run(meeting(), next);
        now = next;
        settle(host, player); // at the time of the last event, so that no deadline passes in between
        clock.at(next);
        if (isMidnight()) {
            host.awaitLearned();
            standing = standing(
                    DemoFigures.of(ours.weeks(world.open()), theirs.weeks(twin.open()), ours.days(), theirs.days()),
                    "");
            midnight.accept(standing);
        }
        if (wasCold && !isWarmingUp()) {
            pace.begin(now);
        }
    }

    private Player meeting() {
        return event -> {
            theirs.meet(event);
            rival.meet(event);
        };
    }

    /** Waits until what was told is decided upon and every effect of it has been taken and recorded. */
    private void settle(EmbeddedHost host, LivePlayer player) throws InterruptedException, ExecutionException {
        player.awaitAnswers();
        while (!stopping && !host.effectsAreOut()) {
            takeOne(LOOK_MS);
        }
    }

    private void takeOne(long waitMs) throws InterruptedException {
        Runnable next = inbox.poll(waitMs, TimeUnit.MILLISECONDS);
        if (next != null) {
            next.run();
        }
    }

    private void awaitNext() throws InterruptedException {
        takeOne(0);
        while (!stopping && !isWarmingUp() && pace.waitMs(now) > 0) {
            takeOne(Math.min(NAP_MS, pace.waitMs(now)));
        }
    }

    private boolean isWarmingUp() {
        return now.isBefore(plan.warm());
    }

    private boolean isMidnight() {
        return Duration.between(DemoPlan.START, now).toMillis()
                        % Duration.ofDays(1).toMillis()
                == 0;
    }

    private DemoStanding standing(DemoFigures figures, String failure) {
        return new DemoStanding(now, pace.daysPerMinute(), isWarmingUp(), broken, figures, failure);
    }

    /** Ends the world's thread. What it told before is in the loop; effects that come later are told to try again. */
    @Override
    public void close() {
        stopping = true;
        Thread living = thread;
        if (living == null) {
            channel.end();
            return;
        }
        try {
            living.join(TimeUnit.SECONDS.toMillis(STOP_S));
            if (living.isAlive()) {
                living.interrupt(); // it waits for a loop that does not answer
                living.join(TimeUnit.SECONDS.toMillis(STOP_S));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
