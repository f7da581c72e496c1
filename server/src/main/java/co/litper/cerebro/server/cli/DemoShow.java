package co.litper.cerebro.server.cli;

import co.litper.cerebro.server.Installation;
import co.litper.cerebro.server.config.Configuration;
import co.litper.cerebro.server.http.HttpOptions;
import co.litper.cerebro.server.livedemo.DemoAddress;
import co.litper.cerebro.server.livedemo.DemoFigures;
import co.litper.cerebro.server.livedemo.DemoFigures.Pair;
import co.litper.cerebro.server.livedemo.DemoHome;
import co.litper.cerebro.server.livedemo.DemoPlan;
import co.litper.cerebro.server.livedemo.DemoReport;
import co.litper.cerebro.server.livedemo.DemoStanding;
import co.litper.cerebro.server.livedemo.DemoWorld;
import co.litper.cerebro.server.livedemo.Detour;
import co.litper.cerebro.simulator.report.Standings;
import co.litper.cerebro.simulator.world.World;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.world.Clock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** The part of the demonstration that is a living world: for people, without an end; or once, told when it is over. */
final class DemoShow {
    /** Weeks that are lived on after a carrier was broken by itself, so that what came of it can be seen. */
    static final int WEEKS_AFTER = 4;

    private static final int WEEK = Standings.WEEK;

    private final CliContext context;
    private final DemoPlan plan;
    private final Path data;
    private final DemoReport report;
    private volatile @Nullable Break broken;
    private volatile int weeksTold;

    private record Break(Carrier carrier, LocalDate day) {}

    /** @param data folder of the installation that lives in the world */
    DemoShow(CliContext context, DemoPlan plan, Path data) {
        this.context = context;
        this.plan = plan;
        this.data = data;
        this.report = new DemoReport(context.language());
    }

    /** Lives the plan's days, breaks the carrier that the brain uses most {@link #WEEKS_AFTER} weeks before the end, and tells. */
    void once() throws InterruptedException, ExecutionException {
        int breakDay = plan.lastDay() - WEEKS_AFTER * WEEK;
        DemoWorld world = DemoWorld.of(plan, context.clock());
        try (Installation installation = DemoHome.open(world, DemoHome.configuration(), data);
                world) {
            world.start(installation.host(), standing -> {
                progress(standing, plan.lastDay());
                if (standing.day() == breakDay) {
                    breakBusiest(world, standing);
                }
            });
            world.awaitLived();
            clearProgress();
            DemoStanding end = world.standing();
            if (!end.failure().isEmpty()) {
                throw CommandFailure.failed(end.failure());
            }
            tell(report.curve(end.figures()));
            Break its = broken;
            if (its != null) {
                context.out().println();
                tell(report.weeks(end.figures(), breakDay / WEEK - 1));
                context.out().println();
                tell(report.detour(end.figures(), Detour.of(end.figures().brainDays(), its.carrier(), its.day())));
            }
        }
    }

    private void breakBusiest(DemoWorld world, DemoStanding standing) {
        DemoFigures figures = standing.figures();
        Carrier busiest = world.carriers().stream()
                .max(Comparator.comparingDouble(carrier -> Detour.share(figures.brainDays(), carrier)))
                .orElseThrow();
        world.breakCarrier(busiest);
        broken = new Break(busiest, standing.now().atZone(Clock.BOGOTA).toLocalDate());
    }

    /**
     * Serves the world to this machine until somebody asks to stop.
     *
     * @param port 0 for any that is free
     * @param meeting folder where a second terminal looks for it
     * @param last done when everything is closed; the process waits for it even when it is told to stop
     */
    void live(int port, Path meeting, Runnable last) throws InterruptedException, ExecutionException, IOException {
        Configuration configuration = DemoHome.configuration();
        DemoWorld world = DemoWorld.of(plan, context.clock());
        HttpOptions options = HttpOptions.of(configuration).at("127.0.0.1", port);
        try (StopRequest stop = new StopRequest()) {
            try (Installation installation = DemoHome.open(world, configuration, data)) {
                OpenService service = new OpenService(context, configuration, data)
                        .openToThisMachine()
                        .inWorld(world);
                service.during(installation, options, (address, key) -> {
                    new DemoAddress(address, key).write(meeting);
                    try (world) {
                        context.out().println(context.say("Tablero: ", "Dashboard: ") + address.resolve("/demo"));
                        context.out().flush();
                        world.start(installation.host(), standing -> follow(standing, meeting));
                        stop.awaitAsked();
                    } finally {
                        DemoAddress.remove(meeting);
                    }
                });
            } finally {
                last.run();
            }
        }
    }

    private void follow(DemoStanding standing, Path meeting) {
        if (standing.warmingUp()) {
            progress(standing, plan.warmUpDays());
            return;
        }
        List<Pair> known = standing.figures().mature();
        if (standing.day() == plan.warmUpDays()) {
            clearProgress();
            tell(report.curve(standing.figures()));
            howToAct(meeting);
        } else {
            known.stream()
                    .filter(week -> week.week() >= weeksTold)
                    .forEach(week -> context.out().println(report.week(week)));
        }
        weeksTold = known.isEmpty() ? weeksTold : known.getLast().week() + 1;
        context.out().flush();
    }

    private void howToAct(Path meeting) {
        context.out().println();
        context.out()
                .println(context.say(
                        "En otra terminal, o con los botones del tablero (Ctrl-C para terminar):",
                        "In another terminal, or by the buttons of the dashboard (Ctrl-C to end):"));
        String carrier = World.carriers().getFirst().code();
        for (String act : List.of("break " + carrier, "mend " + carrier, "speed 30")) {
            context.out().println("  ./cerebro demo " + act + " --dir " + meeting);
        }
        context.out().println();
    }

    private void progress(DemoStanding standing, int days) {
        if (context.isTerminal()) {
            context.err()
                    .print("\r" + context.say("día ", "day ") + standing.day() + context.say(" de ", " of ") + days
                            + "  ");
            context.err().flush();
        } else if (standing.day() % (4 * WEEK) == 0) {
            context.err().println(context.say("día ", "day ") + standing.day() + context.say(" de ", " of ") + days);
        }
    }

    private void clearProgress() {
        if (context.isTerminal()) {
            context.err().print("\r\u001b[K");
            context.err().flush();
        }
    }

    private void tell(List<String> lines) {
        lines.forEach(context.out()::println);
    }
}
