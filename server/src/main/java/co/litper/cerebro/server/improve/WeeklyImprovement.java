package co.litper.cerebro.server.improve;

import co.litper.cerebro.event.SystemEvent.ConfigurationChanged;
import co.litper.cerebro.learn.improve.ImprovementReport;
import co.litper.cerebro.learn.improve.Improver;
import co.litper.cerebro.learn.improve.Mode;
import co.litper.cerebro.learn.improve.Standing;
import co.litper.cerebro.server.Installation;
import co.litper.cerebro.server.LiveView;
import co.litper.cerebro.server.config.Configuration;
import co.litper.cerebro.server.http.observe.ServiceLog;
import co.litper.cerebro.world.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Runs self-improvement once a week in a running service: on Monday from three in the morning in Bogotá, or as soon after as
 * the service is up. Its own thread reads the log beside the loop; only what it decides goes through the loop, as events.
 */
public final class WeeklyImprovement implements AutoCloseable {
    /** In the log: the Monday of the last run, so that a restart does not run again. */
    static final String WEEK = "improve.week";

    private static final Duration STARTS = Duration.ofHours(3);
    private static final long LOOK_MINUTES = 10;

    private final Installation installation;
    private final LiveView view;
    private final Configuration configuration;
    private final Clock clock;
    private final ScheduledExecutorService timer;

    private WeeklyImprovement(Installation installation, LiveView view, Configuration configuration, Clock clock) {
        this.installation = installation;
        this.view = view;
        this.configuration = configuration;
        this.clock = clock;
        this.timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("cerebro-improve").daemon(true).factory());
    }

    /** Starts to look at the time. */
    public static WeeklyImprovement start(
            Installation installation, LiveView view, Configuration configuration, Clock clock) {
        WeeklyImprovement weekly = new WeeklyImprovement(installation, view, configuration, clock);
        weekly.timer.scheduleWithFixedDelay(weekly::look, 1, LOOK_MINUTES, TimeUnit.MINUTES);
        return weekly;
    }

    private void look() {
        try {
            Map<String, String> values = view.ask(v -> v.state().control().values());
            if (isDue(values, clock.now())) {
                run(values);
            }
        } catch (ExecutionException | RuntimeException e) {
            // The store fails, or this is a bug: whoever runs the service is told, and the next look tries again.
            ServiceLog.told("no self-improvement: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(Map<String, String> values) throws InterruptedException, ExecutionException {
        Instant now = clock.now();
        Standing standing = ImprovementDesk.standing(values, configuration, now);
        ImprovementReport report = ImprovementDesk.report(
                installation.store().log(), ImprovementDesk.usualPeriod(now), standing, WeeklyImprovement::goOn);
        List<ConfigurationChanged> steps = new ArrayList<>(Improver.steps(report, standing));
        steps.add(new ConfigurationChanged(WEEK, week(now), Improver.BY));
        ImprovementDesk.append(installation, steps, clock);
        if (steps.size() > 1) {
            ServiceLog.told("self-improvement: " + (steps.size() - 1) + " events; see 'cerebro improve history'");
        }
    }

    /** Lets a stopping service stop. */
    private static void goOn(long position) {
        if (Thread.currentThread().isInterrupted()) {
            throw new IllegalStateException("stopped at position " + position);
        }
    }

    /** True if this week's run is still to come and may begin. */
    static boolean isDue(Map<String, String> values, Instant now) {
        return Mode.of(values) != Mode.OFF && week(now).compareTo(values.getOrDefault(WEEK, "")) > 0;
    }

    /** The Monday on which the week began, which it does at three. */
    private static String week(Instant now) {
        ZonedDateTime shifted = now.minus(STARTS).atZone(Clock.BOGOTA);
        return shifted.toLocalDate()
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .toString();
    }

    /** Stops; a run under way is broken off and comes again. */
    @Override
    public void close() {
        timer.shutdownNow();
        try {
            timer.awaitTermination(LOOK_MINUTES, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
