package co.litper.cerebro.cluster.gateway;

import co.litper.cerebro.adapters.sqlite.Closing;
import co.litper.cerebro.adapters.sqlite.SqliteAccess;
import co.litper.cerebro.cluster.kafka.ClusterIngress;
import co.litper.cerebro.cluster.kafka.Connection;
import co.litper.cerebro.cluster.kafka.Topics;
import co.litper.cerebro.cluster.postgres.PostgresOptions;
import co.litper.cerebro.log.DeadLetters;
import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.server.WayIn;
import co.litper.cerebro.server.access.AccessKeys;
import co.litper.cerebro.server.access.Users;
import co.litper.cerebro.server.config.Configuration;
import co.litper.cerebro.server.config.Wiring;
import co.litper.cerebro.server.http.HttpOptions;
import co.litper.cerebro.server.http.HttpService;
import co.litper.cerebro.server.http.OwnerKey;
import co.litper.cerebro.server.http.api.FrontRoutes;
import co.litper.cerebro.server.http.observe.Meters;
import co.litper.cerebro.server.http.observe.ServiceLog;
import co.litper.cerebro.server.http.observe.Trouble;
import co.litper.cerebro.server.http.trace.Traces;
import co.litper.cerebro.server.memory.MemorySides;
import co.litper.cerebro.server.webhook.WebhookDesk;
import co.litper.cerebro.server.webhook.WebhookSource;
import co.litper.cerebro.server.webhook.Webhooks;
import co.litper.cerebro.vault.Vault;
import co.litper.cerebro.world.Clock;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Serves HTTP in front of a cluster: events go to its shards and are answered when the brokers have them, questions are answered
 * from what it follows of their journals. Thread-safe.
 *
 * <p>Gateways that share a database share its read tables too: one writes those of a shard, the others read them, and one takes over
 * when it is gone.
 */
public final class Gateway implements AutoCloseable {
    /** How long a call waits for a broker: less than callers do. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Between looks whether brokers answer, which also follow the journals of shards that nobody asks about. */
    private static final Duration PULSE = Duration.ofSeconds(2);

    private static final long LAST_PULSE_S = 20;

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final ClusterArchives archives;
    private final ClusterMemory memory;
    private final Trouble trouble = new Trouble();
    private final HttpService http;
    private final OwnerKey owner;
    private boolean failed;

    /**
     * What a gateway is made of.
     *
     * @param postgres where read tables lie; shard 3 has the schema with {@code _3} behind its name
     * @param memory where memories lie
     * @param graph where graph tables are filled for other services; empty if they are not
     * @param keptDays how long decisions are listed, at least 1
     * @param folder keys, the audit trail and checkpoints of state: this gateway's own
     * @param vault the people of events; stays the caller's to close, after this
     * @param letters what webhooks refuse; stays the caller's to close, after this
     * @param webhooks who may send deliveries
     */
    public record Setup(
            Connection connection,
            Topics topics,
            PostgresOptions postgres,
            ClusterMemory.Where memory,
            Optional<PostgresOptions> graph,
            int keptDays,
            Path folder,
            Vault vault,
            DeadLetters letters,
            List<WebhookSource> webhooks,
            Configuration configuration,
            Clock clock) {}

    private Gateway(HttpOptions options, Setup setup) {
        boolean done = false;
        try {
            setup.topics().ensure(setup.connection());
            SqliteAccess access =
                    SqliteAccess.open(setup.folder(), Wiring.storeOptions(setup.configuration(), setup.clock()));
            open.push(access);
            AccessKeys keys = new AccessKeys(access, setup.clock());
            this.owner = new OwnerKey(keys::admit);
            ClusterIngress ingress = ClusterIngress.within(PATIENCE, setup.connection(), setup.topics());
            open.push(ingress);
            this.archives = ClusterArchives.open(setup);
            open.push(archives);
            this.memory = ClusterMemory.open(setup, archives);
            open.push(memory);
            setup.memory()
                    .redis()
                    .ifPresent(redis -> open.push(
                            RedisSide.open(redis, archives.shards(), ingress, setup.letters(), setup.clock())));
            setup.graph().ifPresent(postgres -> open.push(GraphTables.open(postgres, archives)));
            open.push(pulse());
            Meters meters = meters();
            WayIn in = new ClusterWayIn(ingress);
            FrontRoutes routes = new FrontRoutes(new FrontRoutes.Parts(
                    in,
                    archives,
                    memory.sides(),
                    setup.vault(),
                    setup.letters(),
                    webhooks(in, setup),
                    setup.configuration(),
                    setup.clock(),
                    meters,
                    trouble,
                    keys.trail()));
            open.push(routes);
            this.http = HttpService.start(
                    options,
                    new HttpService.Parts(
                            owner,
                            routes::all,
                            meters,
                            keys.trail(),
                            Traces.off(),
                            trouble,
                            setup.clock(),
                            new Users(access, setup.clock()),
                            false,
                            new PlainProblems(),
                            routes.endless()));
            open.push(http);
            done = true;
        } finally {
            if (!done) {
                Closing.all(open);
            }
        }
    }

    /**
     * Starts to serve. Makes topics and tables where they are missing.
     *
     * @throws StoreException if brokers, database or folder cannot be reached
     */
    public static Gateway start(HttpOptions options, Setup setup) {
        return new Gateway(options, setup);
    }

    private static WebhookDesk webhooks(WayIn in, Setup setup) {
        Duration window =
                Duration.ofSeconds(Long.parseLong(setup.configuration().get("webhook.window_s")));
        Webhooks gate = new Webhooks(setup.webhooks(), window, setup.vault()::refer, setup.clock());
        return new WebhookDesk(gate, in, setup.vault(), setup.letters(), setup.clock());
    }

    private Meters meters() {
        Meters meters = new Meters();
        meters.gauge(
                "cerebro.reads.behind", "Entries of the log that the read tables do not tell of yet", archives::behind);
        meters.gauge("cerebro.reads.written", "Shards whose read tables this process writes", archives::written);
        meters.gauge(
                "cerebro.memory.behind", "Entries of the log that the memory does not tell of yet", memory::behind);
        meters.gauge("cerebro.memory.filled", "Shards whose memory this process fills", memory::filled);
        return meters;
    }

    private AutoCloseable pulse() {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("cerebro-pulse").daemon(true).factory());
        timer.scheduleWithFixedDelay(this::look, 0, PULSE.toMillis(), TimeUnit.MILLISECONDS);
        return () -> {
            timer.shutdownNow();
            timer.awaitTermination(LAST_PULSE_S, TimeUnit.SECONDS);
        };
    }

    private void look() {
        try {
            archives.keepUp();
            trouble.isOver();
            failed = false;
        } catch (StoreException e) {
            trouble.met("unavailable");
            if (!failed) {
                ServiceLog.told("the journals cannot be followed, and are tried again: " + e.getMessage());
            }
            failed = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Where it listens. */
    public URI address() {
        return http.address();
    }

    /** A key that is good for everything as long as this runs, for the person who started it. */
    public String ownerKey() {
        return owner.key();
    }

    /** What it really listens to, as {@code METHOD /path}. */
    public Set<String> registered() {
        return http.registered();
    }

    /** Entries of all journals that the read tables do not tell of yet. */
    public long behind() {
        return archives.behind();
    }

    /** Shards whose read tables this gateway writes; the others are written by other gateways, or by nobody yet. */
    public long written() {
        return archives.written();
    }

    /** What is remembered. */
    MemorySides memories() {
        return memory.sides();
    }

    /** Lets every call end, then stops; what was answered is with the brokers. */
    @Override
    public void close() {
        Closing.all(open);
    }
}
