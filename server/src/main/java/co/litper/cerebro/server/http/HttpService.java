package co.litper.cerebro.server.http;

import co.litper.cerebro.server.access.AuditTrail;
import co.litper.cerebro.server.access.Users;
import co.litper.cerebro.server.http.observe.Meters;
import co.litper.cerebro.server.http.observe.Trouble;
import co.litper.cerebro.server.http.route.BodyBudget;
import co.litper.cerebro.server.http.route.ErrorPages;
import co.litper.cerebro.server.http.route.Gate;
import co.litper.cerebro.server.http.route.Route;
import co.litper.cerebro.server.http.trace.Traces;
import co.litper.cerebro.world.Clock;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.ServerConnector;

/**
 * Listens, and lets every call end before it goes. Thread-safe.
 *
 * <p>Implementation notes. Stopping takes steps, since a connection that stays open may bring its next call at any moment:
 * first readiness says no and every answer closes its connection, for long enough that each client in use has met one; then
 * nothing new is accepted and what runs is finished; then Jetty stops. Without a farewell ({@link HttpOptions#farewell}) only what runs
 * is waited for.
 */
public final class HttpService implements AutoCloseable {
    /** Bytes of all bodies in memory at a time. */
    private static final long BODY_BYTES = 64L * 1024 * 1024;

    private static final Duration LONGEST_CALL = Duration.ofSeconds(30);

    /** Long enough for every connection in use to carry one more answer. */
    private static final long FAREWELL_MS = 1_500;

    /** Long enough for a connection that was just accepted to tell its call. */
    private static final long LAST_WORD_MS = 1_000;

    private static final long LAST_ANSWER_MS = 250;
    private static final long FINISH_MS = 5_000;
    private static final long LOOK_MS = 10;

    private final Javalin javalin;
    private final Serving serving;
    private final Deadlines deadlines;
    private final ServerConnector connector;
    private final List<AutoCloseable> endless;
    private final HttpOptions options;
    private final FirstDoor firstDoor;

    /**
     * What the service is made of.
     *
     * @param gate who may come in
     * @param routes every endpoint but those of sessions, which belong to the service; made with what only it can tell
     * @param audit where acts are written down
     * @param traces follow calls
     * @param trouble told when the store fails
     * @param users who may sign in
     * @param openToThisMachine true to let a browser of this machine in without asking
     * @param pages tell people of problems
     * @param endless what must be told to end before calls can: open streams
     */
    public record Parts(
            Gate gate,
            Function<Self, List<Route>> routes,
            Meters meters,
            AuditTrail audit,
            Traces traces,
            Trouble trouble,
            Clock clock,
            Users users,
            boolean openToThisMachine,
            ErrorPages pages,
            List<AutoCloseable> endless) {}

    /** What endpoints may ask of the service itself. */
    public interface Self {
        /** True once it has begun to stop. */
        boolean isStopping();

        /** Calls that are being served. */
        int running();
    }

    private HttpService(
            Javalin javalin,
            Serving serving,
            Deadlines deadlines,
            ServerConnector connector,
            List<AutoCloseable> endless,
            HttpOptions options,
            FirstDoor firstDoor) {
        this.javalin = javalin;
        this.serving = serving;
        this.deadlines = deadlines;
        this.connector = connector;
        this.endless = endless;
        this.options = options;
        this.firstDoor = firstDoor;
    }

    /**
     * Starts to listen.
     *
     * @throws io.javalin.util.JavalinException if the port is taken or may not be bound
     */
    public static HttpService start(HttpOptions options, Parts parts) {
        Sessions sessions = new Sessions(parts.clock());
        Doorkeeper doorkeeper = new Doorkeeper(parts.gate(), parts.users(), sessions, parts.openToThisMachine());
        FirstDoor firstDoor = new FirstDoor(parts.users());
        Deadlines deadlines = new Deadlines(LONGEST_CALL);
        BodyBudget budget = new BodyBudget(BODY_BYTES);
        String run = Long.toString(parts.clock().now().getEpochSecond(), Character.MAX_RADIX);
        Problems problems = new Problems(run, parts.trouble(), parts.pages(), doorkeeper::reader);
        Serving serving = new Serving(new Serving.Parts(
                doorkeeper,
                new RateLimits(options.callsPerSecond(), System::nanoTime),
                new RepeatedCalls(parts.clock()),
                deadlines,
                budget,
                options.merchant(),
                parts.meters(),
                parts.audit(),
                problems,
                parts.traces()));
        List<Route> routes = new ArrayList<>(parts.routes().apply(new Insight(serving)));
        routes.addAll(new SessionRoutes(
                        doorkeeper,
                        sessions,
                        parts.users(),
                        firstDoor,
                        options.tls().isPresent())
                .routes());
        routes.add(new DocumentRoute(routes).route());
        FormPages forms = new FormPages(routes);
        parts.meters().gauge("cerebro.http.running", "Calls that are being served", serving::running);
        parts.meters().gauge("cerebro.http.body.bytes", "Bytes of bodies in memory", budget::taken);
        ServerConnector[] connector = new ServerConnector[1];
        Javalin javalin = Javalin.create(config -> {
            JettySetup.apply(config, options, made -> connector[0] = made);
            configure(config);
            routes.forEach(route -> config.routes.addHttpHandler(
                    HandlerType.findOrCreate(route.method().name()),
                    route.path(),
                    context -> serving.serve(route, context)));
            config.routes.exception(HttpResponseException.class, (e, context) -> unserved(e, context, forms, problems));
            config.routes.exception(
                    Exception.class,
                    (e, context) -> problems.answer(context, problems.nameCall(context), e, isForPeople(context)));
        });
        javalin.start();
        return new HttpService(javalin, serving, deadlines, connector[0], parts.endless(), options, firstDoor);
    }

    /** What no route serves: the wrong method, or a path that nobody knows. */
    private static void unserved(HttpResponseException e, Context context, FormPages forms, Problems problems) {
        String id = problems.nameCall(context);
        if (!forms.leadBack(context, e.getStatus())) {
            problems.answer(context, id, e, isForPeople(context));
        }
    }

    /** Paths that no route knows: those of programs are told as to programs. */
    private static boolean isForPeople(Context context) {
        return !context.path().startsWith("/api/") && !context.path().startsWith("/webhooks/");
    }

    private static void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.http.compressionStrategy = CompressionStrategy.GZIP;
        config.http.maxRequestSize = 1; // bodies are read by RequestBody, never by Javalin
        config.router.treatMultipleSlashesAsSingleSlash = false;
        config.router.ignoreTrailingSlashes = false;
    }

    private record Insight(Serving serving) implements Self {
        @Override
        public boolean isStopping() {
            return serving.isStopping();
        }

        @Override
        public int running() {
            return serving.running();
        }
    }

    /** Where it listens. */
    public URI address() {
        String host = connector.getHost().contains(":") ? "[" + connector.getHost() + "]" : connector.getHost();
        return URI.create(
                (options.tls().isPresent() ? "https" : "http") + "://" + host + ":" + connector.getLocalPort() + "/");
    }

    /** The link by which the first user is made; empty once there is one. */
    public Optional<URI> firstDoor() {
        return firstDoor.path().map(address()::resolve);
    }

    /** What the router knows, as {@code METHOD /path}. */
    public Set<String> registered() {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map(each -> each.endpoint.method.name() + " " + each.endpoint.path)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Lets every call that came in be answered, and stops. */
    @Override
    public void close() {
        if (serving.isStopping()) {
            return;
        }
        serving.stop();
        try {
            linger(FAREWELL_MS);
            connector.close();
            closeEndless();
            // Connections that were accepted just before have not told their call yet.
            linger(LAST_WORD_MS);
            awaitCalls();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        javalin.stop();
        deadlines.close();
    }

    private void closeEndless() {
        for (AutoCloseable each : endless) {
            try {
                each.close();
            } catch (Exception e) {
                throw new IllegalStateException("an open stream could not be ended", e);
            }
        }
    }

    private void awaitCalls() throws InterruptedException {
        for (long waited = 0; serving.running() > 0 && waited < FINISH_MS; waited += LOOK_MS) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MS);
        }
        // An answer is written just after its call has been counted as over.
        linger(LAST_ANSWER_MS);
    }

    private void linger(long ms) throws InterruptedException {
        if (options.farewell()) {
            TimeUnit.MILLISECONDS.sleep(ms);
        }
    }
}
