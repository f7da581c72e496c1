package co.litper.cerebro.server;

import co.litper.cerebro.adapters.holidays.ColombianHolidays;
import co.litper.cerebro.adapters.sqlite.SqliteStore;
import co.litper.cerebro.logistics.AnswerDeadlines;
import co.litper.cerebro.server.access.AccessKeys;
import co.litper.cerebro.server.access.AuditTrail;
import co.litper.cerebro.server.access.Users;
import co.litper.cerebro.server.ask.AskDesk;
import co.litper.cerebro.server.backup.BackupShelf;
import co.litper.cerebro.server.backup.Backups;
import co.litper.cerebro.server.config.Configuration;
import co.litper.cerebro.server.face.Face;
import co.litper.cerebro.server.http.HttpOptions;
import co.litper.cerebro.server.http.HttpService;
import co.litper.cerebro.server.http.api.ApiRoutes;
import co.litper.cerebro.server.http.api.Desk;
import co.litper.cerebro.server.http.observe.Meters;
import co.litper.cerebro.server.http.observe.ServiceLog;
import co.litper.cerebro.server.http.observe.Trouble;
import co.litper.cerebro.server.http.route.Gate;
import co.litper.cerebro.server.http.route.Route;
import co.litper.cerebro.server.http.trace.TraceOptions;
import co.litper.cerebro.server.http.trace.Traces;
import co.litper.cerebro.server.improve.WeeklyImprovement;
import co.litper.cerebro.server.livedemo.DemoWorld;
import co.litper.cerebro.server.memory.MemoryFolder;
import co.litper.cerebro.server.memory.MemorySide;
import co.litper.cerebro.server.message.MessageTemplates;
import co.litper.cerebro.server.read.Archive;
import co.litper.cerebro.server.read.ReadSide;
import co.litper.cerebro.server.webhook.WebhookDesk;
import co.litper.cerebro.server.webhook.WebhookSource;
import co.litper.cerebro.server.webhook.Webhooks;
import co.litper.cerebro.world.Clock;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** An open installation that is served over HTTP and told the time. Thread-safe. */
public final class Service implements AutoCloseable {
    /** Deadlines, windows and contact hours are kept to this many seconds. */
    private static final long TICK_S = 10;

    private static final long LAST_TICK_S = 5;

    private final HttpService http;
    private final ApiRoutes api;
    private final LiveView view;
    private final ReadSide reads;
    private final MemorySide memory;
    private final ScheduledExecutorService timer;
    private final Traces traces;
    private final WeeklyImprovement improvement;

    private Service(
            HttpService http,
            ApiRoutes api,
            LiveView view,
            ReadSide reads,
            MemorySide memory,
            ScheduledExecutorService timer,
            Traces traces,
            WeeklyImprovement improvement) {
        this.http = http;
        this.api = api;
        this.view = view;
        this.reads = reads;
        this.memory = memory;
        this.timer = timer;
        this.traces = traces;
        this.improvement = improvement;
    }

    /**
     * What is served.
     *
     * @param folder the installation's
     * @param storeOptions how its store is read beside the loop
     * @param gate who may come in
     * @param audit where acts are written down
     * @param users who may sign in
     * @param keys that programs have
     * @param openToThisMachine true to let a browser of this machine in without asking: for demonstrations
     * @param webhooks who may send deliveries
     * @param demo the world that the installation lives in, if it is a demonstration; not the service's to close
     */
    public record Parts(
            Installation installation,
            Path folder,
            SqliteStore.Options storeOptions,
            Configuration configuration,
            Clock clock,
            Gate gate,
            AuditTrail audit,
            Users users,
            AccessKeys keys,
            boolean openToThisMachine,
            List<WebhookSource> webhooks,
            Optional<DemoWorld> demo) {}

    /** Starts to serve; the installation stays the caller's to close, after this. */
    public static Service start(HttpOptions options, Parts parts) {
        Meters meters = new Meters();
        Trouble trouble = new Trouble();
        Traces traces = traces(parts.configuration(), parts.clock());
        Installation installation = parts.installation();
        LiveView view = new LiveView(installation, parts.folder(), parts.storeOptions());
        ReadSide reads = ReadSide.open(
                installation.store(),
                parts.folder(),
                parts.storeOptions(),
                view,
                AnswerDeadlines.standard(new ColombianHolidays()));
        Archive all = new Archive(
                installation.store().log(), view, reads, installation.store().vault());
        MemorySide memory = MemorySide.open(
                MemoryFolder.in(parts.folder(), parts.configuration().get(MemoryFolder.MODEL)),
                installation.store().log(),
                view,
                installation.store().vault()::isErased,
                new ColombianHolidays());
        Desk desk = new Desk(
                installation,
                view,
                reads,
                memory,
                new AskDesk(_ -> all, installation.store().vault()::isErased),
                parts.configuration(),
                parts.clock(),
                meters,
                trouble,
                parts.audit(),
                webhooks(parts),
                parts.folder().resolve("uploads"),
                new Backups(parts.folder(), parts.storeOptions(), parts.clock()),
                new BackupShelf(parts.folder().resolve(parts.configuration().get("backup.folder")), parts.clock()),
                parts.folder());
        ApiRoutes api = new ApiRoutes(desk);
        Face face =
                new Face(desk, api, parts.users(), parts.keys(), new MessageTemplates(parts.folder()), parts.demo());
        meters.gauge(
                "cerebro.log.entries",
                "Entries of the log",
                () -> installation.store().log().end() - 1);
        meters.gauge(
                "cerebro.reads.behind", "Entries of the log that the read tables do not tell of yet", reads::behind);
        meters.gauge(
                "cerebro.memory.behind", "Entries of the log that the memory does not tell of yet", memory::behind);
        meters.gauge("cerebro.traces.lost", "Spans that no collector took", traces::lost);
        HttpService http = HttpService.start(
                options,
                new HttpService.Parts(
                        parts.gate(),
                        self -> routes(api, face, self),
                        meters,
                        parts.audit(),
                        traces,
                        trouble,
                        parts.clock(),
                        parts.users(),
                        parts.openToThisMachine(),
                        face.problems(),
                        endless(api, face)));
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("cerebro-tick").daemon(true).factory());
        timer.scheduleWithFixedDelay(() -> tick(installation, view, trouble), 0, TICK_S, TimeUnit.SECONDS);
        WeeklyImprovement improvement =
                WeeklyImprovement.start(installation, view, parts.configuration(), parts.clock());
        return new Service(http, api, view, reads, memory, timer, traces, improvement);
    }

    private static List<Route> routes(ApiRoutes api, Face face, HttpService.Self self) {
        List<Route> routes = new ArrayList<>(api.all(self));
        routes.addAll(face.routes());
        return routes;
    }

    private static List<AutoCloseable> endless(ApiRoutes api, Face face) {
        List<AutoCloseable> endless = new ArrayList<>(api.endless());
        endless.addAll(face.endless());
        return endless;
    }

    private static Traces traces(Configuration c, Clock clock) {
        String collector = c.get("trace.url");
        return collector.isEmpty()
                ? Traces.off()
                : Traces.to(
                        new TraceOptions(
                                URI.create(collector),
                                c.get("trace.authorization"),
                                Double.parseDouble(c.get("trace.share"))),
                        clock);
    }

    private static WebhookDesk webhooks(Parts parts) {
        SqliteStore store = parts.installation().store();
        Duration window =
                Duration.ofSeconds(Long.parseLong(parts.configuration().get("webhook.window_s")));
        Webhooks gate = new Webhooks(parts.webhooks(), window, store.vault()::refer, parts.clock());
        return new WebhookDesk(
                gate, WayIn.of(parts.installation().host()), store.vault(), store.deadLetters(), parts.clock());
    }

    private static void tick(Installation installation, LiveView view, Trouble trouble) {
        try {
            installation.tick();
            trouble.isOver();
            view.tidy();
        } catch (ExecutionException | RuntimeException e) {
            // The store fails; whoever sends events is told, and the next tick tries again.
            trouble.met("unavailable");
            ServiceLog.told("no tick: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Where it listens. */
    public URI address() {
        return http.address();
    }

    /** The link by which the first user is made; empty once there is one. */
    public Optional<URI> firstDoor() {
        return http.firstDoor();
    }

    /** What it really listens to, as {@code METHOD /path}. */
    public Set<String> registered() {
        return http.registered();
    }

    /** Lets every call end, then stops; nothing that was answered is lost. */
    @Override
    public void close() {
        http.close();
        improvement.close();
        timer.shutdown();
        try {
            if (!timer.awaitTermination(LAST_TICK_S, TimeUnit.SECONDS)) {
                timer.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        api.close();
        memory.close();
        reads.close();
        view.close();
        traces.close();
    }
}
