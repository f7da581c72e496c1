package co.litper.cerebro.server.cli;

import co.litper.cerebro.adapters.holidays.ColombianHolidays;
import co.litper.cerebro.logistics.HolidayCalendar;
import co.litper.cerebro.server.simulate.SimulationJson;
import co.litper.cerebro.server.simulate.SimulationPage;
import co.litper.cerebro.simulator.player.Players;
import co.litper.cerebro.simulator.report.AutonomyStudy;
import co.litper.cerebro.simulator.report.AutonomyTimes;
import co.litper.cerebro.simulator.report.FaultEffect;
import co.litper.cerebro.simulator.report.FaultStudy;
import co.litper.cerebro.simulator.report.Plan;
import co.litper.cerebro.simulator.report.Standings;
import co.litper.cerebro.simulator.report.Tournament;
import co.litper.cerebro.simulator.report.WorldStages;
import co.litper.cerebro.simulator.world.WorldParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lets the product and those it is compared with live through simulated worlds, and tells how they fared. */
@Command(
        name = "simulate",
        description = "The product beside fixed rules and an oracle in simulated worlds: service, money, learning.")
final class SimulateCommand implements Callable<Integer> {
    /** A Monday, midnight in Bogotá. */
    private static final Instant START = Instant.parse("2026-01-05T05:00:00Z");

    /** A parcel that is ordered on the last day has ended by then. */
    private static final int TAIL_DAYS = 20;

    private final CliContext context;

    @Option(names = "--days", defaultValue = "120", description = "Days of orders that are judged. Default: 120.")
    private int days = 120;

    @Option(names = "--orders-per-day", defaultValue = "300", description = "Orders of the mean day. Default: 300.")
    private int ordersPerDay = 300;

    @Option(names = "--worlds", defaultValue = "20", description = "How many worlds. Default: 20.")
    private int worlds = 20;

    @Option(names = "--seed", defaultValue = "1", description = "Seed of the first; others follow by one. Default: 1.")
    private long seed = 1;

    @Option(
            names = "--world",
            paramLabel = "FILE",
            description = "Hidden parameters of the worlds, ranges drawn by seed. Default: the packaged ranges.")
    private @Nullable Path world;

    @Option(names = "--warmup", defaultValue = "60", description = "Days before the first judged one. Default: 60.")
    private int warmup = 60;

    @Option(
            names = "--policies",
            split = ",",
            paramLabel = "NAME",
            description = "Who plays, comma-separated. Default: all but passive and informed.")
    private @Nullable List<String> policies;

    @Option(names = "--faults", description = "Also: what each fault costs, and after how many days it is back.")
    private boolean faults;

    @Option(
            names = "--autonomy",
            description = "Also: how soon each action earns which level, and how soon a silent channel takes it back.")
    private boolean autonomy;

    @Option(names = "--unexamined", description = "Service and money alone: faster, and no decision is judged.")
    private boolean unexamined;

    @Option(
            names = "--learn-beside",
            description =
                    "The product learns in a thread of its own, some thousand events behind: one world gets done sooner.")
    private boolean learnBeside;

    @Option(names = "--print-world", description = "Print the parameters of the first world, and end.")
    private boolean printWorld;

    @Option(names = "--threads", paramLabel = "N", description = "Worlds at a time. Default: one a core.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--json", description = "The figures as one JSON object, on the last line.")
    private boolean json;

    SimulateCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        LongFunction<WorldParameters> parameters = parameters();
        if (printWorld) {
            context.out().print(parameters.apply(seed).toProperties());
            return CommandLineFace.DONE;
        }
        HolidayCalendar holidays = new ColombianHolidays();
        Plan plan = plan(holidays);
        WorldStages stages = new WorldStages(parameters, holidays, START, ordersPerDay);
        try (StopRequest stop = new StopRequest()) {
            SimulationProgress progress = new SimulationProgress(context, stop::isAsked);
            FaultStudy study = new FaultStudy(plan, stages, progress);
            AutonomyStudy earning = new AutonomyStudy(plan, stages, progress);
            progress.planned(Tournament.days(plan) + (faults ? study.days() : 0) + (autonomy ? earning.days() : 0));
            Optional<Standings> standings = new Tournament(plan, stages, progress).play(threads);
            Optional<List<FaultEffect>> effects =
                    !faults || standings.isEmpty() ? Optional.of(List.of()) : study.run(threads);
            Optional<AutonomyTimes> times =
                    !autonomy || effects.isEmpty() ? Optional.of(AutonomyTimes.NONE) : earning.run(threads);
            progress.end();
            if (standings.isEmpty() || effects.isEmpty() || times.isEmpty()) {
                throw CommandFailure.failed(context.say("Detenido; no hay cifras.", "Stopped; there are no figures."));
            }
            tell(standings.get(), effects.get(), times.get());
        }
        return CommandLineFace.DONE;
    }

    private LongFunction<WorldParameters> parameters() {
        Path file = world;
        if (file == null) {
            return WorldParameters::sample;
        }
        try {
            WorldParameters.read(file);
        } catch (IOException e) {
            throw CommandFailure.usage(context.say("No se puede leer ", "Cannot read ") + file + ": " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage(String.valueOf(e.getMessage()));
        }
        return number -> {
            try {
                return WorldParameters.read(file, number);
            } catch (IOException e) {
                throw new UncheckedIOException(file + ": " + e.getMessage(), e);
            }
        };
    }

    private Plan plan(HolidayCalendar holidays) {
        List<String> problems = new ArrayList<>();
        List<Players> players = new ArrayList<>();
        List<String> names = policies == null
                ? Players.names().stream()
                        .filter(name -> !name.equals(Players.PASSIVE.wire()) && !name.equals(Players.INFORMED.wire()))
                        .toList()
                : policies;
        for (String name : names) {
            Players.find(name).ifPresentOrElse(players::add, () -> problems.add("--policies: '" + name + "'"));
        }
        if (!problems.isEmpty()) {
            throw CommandFailure.usage(String.join("; ", problems)
                    + context.say(". Tal vez uno de: ", ". Maybe one of: ")
                    + String.join(", ", Players.names()));
        }
        if (ordersPerDay < 1 || threads < 1) {
            throw CommandFailure.usage(context.say(
                    "--orders-per-day y --threads deben ser 1 o más",
                    "--orders-per-day and --threads must be 1 or more"));
        }
        try {
            return new Plan(
                    players,
                    worlds,
                    seed,
                    START,
                    warmup,
                    days,
                    TAIL_DAYS,
                    holidays,
                    Map.of(),
                    !unexamined,
                    learnBeside);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage(String.valueOf(e.getMessage()));
        }
    }

    private void tell(Standings standings, List<FaultEffect> effects, AutonomyTimes times) {
        SimulationPage page = new SimulationPage(context.language());
        page.lines(standings).forEach(context.out()::println);
        if (!effects.isEmpty()) {
            context.out().println();
            page.faults(effects).forEach(context.out()::println);
        }
        if (!times.lost().isEmpty()) {
            context.out().println();
            page.autonomy(times).forEach(context.out()::println);
        }
        if (json) {
            JsonOut.print(context, SimulationJson.fill(JsonOut.object(), standings, effects, times, command()));
        }
    }

    private String command() {
        return "./cerebro simulate --days " + days + " --orders-per-day " + ordersPerDay + " --worlds " + worlds
                + " --seed " + seed + " --warmup " + warmup
                + (world == null ? "" : " --world " + world)
                + (policies == null ? "" : " --policies " + String.join(",", policies))
                + (faults ? " --faults" : "") + (autonomy ? " --autonomy" : "") + (unexamined ? " --unexamined" : "")
                + " --json";
    }
}
