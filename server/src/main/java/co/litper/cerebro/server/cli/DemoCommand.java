package co.litper.cerebro.server.cli;

import co.litper.cerebro.StateView;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.server.Installation;
import co.litper.cerebro.server.config.Configuration;
import co.litper.cerebro.server.config.Wiring;
import co.litper.cerebro.server.demo.DemoColumns;
import co.litper.cerebro.server.demo.DemoExport;
import co.litper.cerebro.server.http.HttpOptions;
import co.litper.cerebro.server.ingest.Importer;
import co.litper.cerebro.server.kpi.KpiPage;
import co.litper.cerebro.server.kpi.Kpis;
import co.litper.cerebro.server.livedemo.DemoPlan;
import co.litper.cerebro.server.text.Figures;
import co.litper.cerebro.server.text.TerminalPicture;
import co.litper.cerebro.server.text.Texts;
import co.litper.cerebro.server.why.Explanation;
import co.litper.cerebro.server.why.WhyPage;
import co.litper.cerebro.server.worklist.Sources;
import co.litper.cerebro.server.worklist.Worklist;
import co.litper.cerebro.server.worklist.WorklistPage;
import co.litper.cerebro.simulator.report.Standings;
import co.litper.cerebro.vocabulary.MerchantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Shows what the product does, in a folder of its own: on an export of a merchant who does not exist, and in a simulated world
 * that it lives in.
 */
@Command(
        name = "demo",
        description =
                "A made-up export through import, decisions, worklist, key figures; then a living world to act upon.")
final class DemoCommand implements Callable<Integer> {
    private static final int SHOWN = 10;
    private static final int EXPLAINED = 3;
    /** Two years: beyond it a curve of weeks does not fit a screen. */
    private static final int MOST_WEEKS = 104;

    private final CliContext context;

    @Option(names = "--guides", defaultValue = "5000", description = "How many guides. Default: 5000.")
    private int guides = 5_000;

    @Option(names = "--seed", defaultValue = "1", description = "Seed of the made-up world. Default: 1.")
    private long seed = 1;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "Folder, empty or new, which is kept. Default: temporary.")
    private @Nullable Path dir;

    @Option(names = "--keep", description = "Keep the temporary folder.")
    private boolean keep;

    @Option(names = "--svg", paramLabel = "FILE", description = "Write the worklist as a picture too.")
    private @Nullable Path svg;

    @Option(names = "--serve", description = "Serve the import to this machine until told to stop, and show no world.")
    private boolean serve;

    @Option(names = "--import-only", description = "The import alone, without the world.")
    private boolean importOnly;

    @Option(
            names = "--once",
            description = "End by itself, having broken a carrier. So too with CI=true, and not on a terminal.")
    private boolean once;

    @Option(
            names = "--orders-per-day",
            defaultValue = "200",
            description = "Orders of the world's mean day. Default: 200.")
    private int ordersPerDay = 200;

    @Option(
            names = "--weeks",
            defaultValue = "8",
            description = "Weeks lived as fast as the machine goes; with --once all of them. Default: 8.")
    private int weeks = 8;

    @Option(
            names = "--speed",
            paramLabel = "DAYS",
            defaultValue = "7",
            description = "Simulated days a minute after that. Default: 7.")
    private double speed = 7;

    @Option(names = "--port", paramLabel = "N", defaultValue = "0", description = "Port; 0 for any that is free.")
    private int port;

    DemoCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (guides < 1) {
            throw CommandFailure.usage(context.say("--guides debe ser 1 o más", "--guides must be at least 1"));
        }
        DemoPlan plan = plan();
        Path folder = folder();
        try {
            show(folder, plan);
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": " + e.getMessage(), e);
        } catch (ExecutionException e) {
            throw CliContext.asStoreException(e);
        } finally {
            removeUnlessKept(folder);
        }
        return CommandLineFace.DONE;
    }

    private boolean isOnce() {
        return once
                || !context.isTerminal()
                || "true".equals(context.environment().get("CI"));
    }

    private DemoPlan plan() {
        int least = isOnce() ? DemoShow.WEEKS_AFTER + 1 : 0;
        if (weeks < least || weeks > MOST_WEEKS) {
            throw CommandFailure.usage("--weeks: " + least + "–" + MOST_WEEKS);
        }
        int days = weeks * Standings.WEEK;
        try {
            return new DemoPlan(seed, ordersPerDay, days, speed, isOnce() ? days : DemoPlan.MOST_DAYS);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage(String.valueOf(e.getMessage()));
        }
    }

    /** Breaks a carrier of the running demonstration. */
    @Command(name = "break", description = "Break a carrier of the demo that runs in another terminal.")
    int breakCarrier(
            @Parameters(paramLabel = "CARRIER", description = "Its code, such as ENVIA.") String carrier,
            @Mixin DemoFolder running)
            throws InterruptedException {
        return running.calls(context).breakCarrier(carrier);
    }

    /** Mends a carrier of the running demonstration. */
    @Command(name = "mend", description = "Mend a carrier that was broken.")
    int mendCarrier(
            @Parameters(paramLabel = "CARRIER", description = "Its code, such as ENVIA.") String carrier,
            @Mixin DemoFolder running)
            throws InterruptedException {
        return running.calls(context).mendCarrier(carrier);
    }

    /** Lets the running demonstration's time go faster or slower. */
    @Command(name = "speed", description = "Let the time of the running demo go faster or slower.")
    int speed(
            @Parameters(paramLabel = "DAYS", description = "Simulated days a minute.") double daysPerMinute,
            @Mixin DemoFolder running)
            throws InterruptedException {
        return running.calls(context).speed(daysPerMinute);
    }

    private Path folder() {
        try {
            if (dir == null) {
                return Files.createTempDirectory("cerebro-demo");
            }
            Files.createDirectories(dir);
            try (Stream<Path> inside = Files.list(dir)) {
                if (inside.findAny().isPresent()) {
                    throw CommandFailure.usage(context.say(
                            dir + " no está vacía. Tal vez otra carpeta, o sin --dir.",
                            dir + " is not empty. Maybe another folder, or no --dir."));
                }
            }
            return dir;
        } catch (IOException e) {
            throw new UncheckedIOException(String.valueOf(dir), e);
        }
    }

    private void show(Path folder, DemoPlan plan) throws IOException, InterruptedException, ExecutionException {
        Instant now = context.clock().now();
        Path export = folder.resolve("ordenes.xlsx");
        head(context.say("1. Exportación inventada", "1. Made-up export"));
        DemoExport.of(seed, now, guides).write(export, DemoColumns.ORDERS);
        context.out()
                .println(export.getFileName() + " · " + Figures.count(guides) + " " + context.say("guías", "guides"));
        Configuration configuration = Configuration.defaults();
        Installation.Setup setup = Wiring.setup(configuration, folder.resolve("data"), context.clock());
        try (Installation installation = Installation.open(setup)) {
            head(context.say("2. Importar y decidir", "2. Import and decide"));
            ingest(installation, configuration.merchant(), export);
            faces(installation, configuration.merchant(), now);
            if (serve) {
                serve(installation, configuration, folder.resolve("data"));
            }
        }
        if (!serve && !importOnly) {
            world(folder, plan);
        }
        foot(folder);
    }

    private void world(Path folder, DemoPlan plan) throws IOException, InterruptedException, ExecutionException {
        head(context.say("6. Un mundo en marcha", "6. A living world"));
        context.out()
                .println(context.say(
                        "Los mismos pedidos en dos mundos gemelos: en uno decide el cerebro desde cero, en el otro la mejor"
                                + " transportadora fija por departamento.",
                        "The same orders in two twin worlds: the brain decides in one, from nothing; the best static"
                                + " carrier of each department in the other."));
        DemoShow show = new DemoShow(context, plan, folder.resolve("world"));
        if (isOnce()) {
            show.once();
        } else {
            show.live(port, DemoFolder.meeting(context, dir), () -> removeUnlessKept(folder));
        }
    }

    private void ingest(Installation installation, MerchantId merchant, Path export)
            throws InterruptedException, ExecutionException {
        Instant began = context.clock().now();
        ProgressLine progress = new ProgressLine(context, "demo");
        Importer importer = new Importer(installation, merchant, context.clock(), progress, () -> false);
        importer.begin();
        importer.file(export);
        importer.end();
        progress.end();
        long decided = installation.host().brain().state().control().decisions() - importer.decisionsBefore();
        Duration took = Duration.between(began, context.clock().now());
        new ImportSummary(context, importer.tally(), decided, took, importer.isFirstImport()).tellPeople();
    }

    private void faces(Installation installation, MerchantId merchant, Instant now) throws IOException {
        EventLog log = installation.store().log();
        StateView view = StateView.open(log, installation.store().states(), new EnvelopeCodec());
        Sources sources = FaceParts.sources(installation.store(), view);
        Texts texts = FaceParts.texts(context);
        head(context.say("3. Lo que hay que hacer hoy", "3. What to do today"));
        Worklist list = Worklist.of(sources, merchant, now, true);
        List<String> page = WorklistPage.lines(list, texts, SHOWN);
        print(page);
        if (svg != null) {
            Files.writeString(svg, TerminalPicture.svg("./cerebro worklist", page));
        }
        head(context.say("4. Por qué", "4. Why"));
        list.items().stream()
                .flatMap(i -> i.proposal().stream())
                .limit(EXPLAINED)
                .forEach(p -> explain(Decision.label(p.decisionId()), merchant, sources, texts));
        head(context.say("5. Indicadores", "5. Key figures"));
        print(KpiPage.lines(Kpis.of(view, log, merchant, now), texts));
    }

    /** At a free port of this machine only, with a link that lets its reader in. */
    private void serve(Installation installation, Configuration configuration, Path data) throws InterruptedException {
        head(context.say("6. Como servicio", "6. As a service"));
        HttpOptions options = HttpOptions.of(configuration).at("127.0.0.1", 0);
        try (StopRequest stop = new StopRequest()) {
            new OpenService(context, configuration, data).openToThisMachine().run(installation, options, true, stop);
        }
    }

    private void explain(String label, MerchantId merchant, Sources sources, Texts texts) {
        if (Explanation.find(label, merchant, sources.view(), sources.log())
                instanceof Explanation.Explained(Explanation explanation)) {
            print(WhyPage.lines(explanation, texts, sources.cityNames()));
            context.out().println();
        }
    }

    private void print(List<String> lines) {
        lines.forEach(context.out()::println);
    }

    private void head(String title) {
        context.out().println();
        context.out().println("━━ " + title);
    }

    private void foot(Path folder) {
        head(context.say("Ahora con sus datos", "Now with your own data"));
        context.out().println("./cerebro ingest ordenes.xlsx && ./cerebro worklist --xlsx lista.xlsx");
        if (dir != null || keep) {
            context.out().println("./cerebro --data-dir " + folder.resolve("data") + " worklist");
        }
    }

    private void removeUnlessKept(Path folder) {
        if (dir == null && !keep && Files.exists(folder)) {
            try {
                Scratch.remove(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(folder + ": " + e.getMessage(), e);
            }
        }
    }
}
