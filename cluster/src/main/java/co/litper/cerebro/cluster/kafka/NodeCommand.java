package co.litper.cerebro.cluster.kafka;

import co.litper.cerebro.adapters.channel.PeopleChannel;
import co.litper.cerebro.cluster.PeopleOptions;
import co.litper.cerebro.cluster.SharedPeople;
import co.litper.cerebro.server.Installation;
import co.litper.cerebro.server.cli.CliContext;
import co.litper.cerebro.server.cli.CommandFailure;
import co.litper.cerebro.server.config.Wiring;
import co.litper.cerebro.server.thinking.ReasonerWiring;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs a node of a cluster until it is told to stop. */
@Command(name = "node", description = "Run a node of a cluster until told to stop (Ctrl-C or SIGTERM).")
final class NodeCommand implements Callable<Integer> {
    private static final int DONE = 0;
    private static final int FAILED = 1;

    /** Between looks whether it still runs, s. */
    private static final long LOOK_S = 1;

    private final CliContext context;
    private final CountDownLatch wanted = new CountDownLatch(1);
    private final CountDownLatch finished = new CountDownLatch(1);

    @Mixin
    private final TopicsOptions where = new TopicsOptions();

    @Option(names = "--threads", paramLabel = "N", description = "Threads that run shards. Default: ${DEFAULT-VALUE}.")
    private int threads = 1;

    @Option(
            names = "--standbys",
            paramLabel = "N",
            description = "Copies of each shard's state on other nodes. Default: ${DEFAULT-VALUE}.")
    private int standbys = 1;

    @Option(
            names = "--dead-after",
            paramLabel = "MS",
            description = "After so long a silent node is taken for dead. Default: ${DEFAULT-VALUE}.")
    private int deadAfterMs = (int) ClusterNode.Setup.DEAD_AFTER.toMillis();

    @Option(
            names = "--health-port",
            paramLabel = "N",
            description = "Where /health/live and /health/ready answer; 0 for any. Default: ${DEFAULT-VALUE}.")
    private int healthPort = 8081;

    @Option(
            names = "--effects",
            description = "Carry effects out of the outbox too, by the channels of the configuration.")
    private boolean effects;

    @Option(names = "--no-learning", description = "Never be the node that learns for all.")
    private boolean noLearning;

    @Mixin
    private final PeopleOptions peopleOptions = new PeopleOptions();

    NodeCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        Thread hook = new Thread(this::stop);
        Runtime.getRuntime().addShutdownHook(hook);
        try (SharedPeople people = peopleOptions.open(context, where.prefix()).orElse(null)) {
            return run(Optional.ofNullable(people));
        } finally {
            finished.countDown();
        }
    }

    private int run(Optional<SharedPeople> people) throws InterruptedException {
        Optional<EffectWorker.Setup> work = effects ? Optional.of(work(people)) : Optional.empty();
        Optional<ClusterLearner.Setup> learning = noLearning ? Optional.empty() : Optional.of(learning());
        try (ClusterNode node = ClusterNode.start(setup());
                EffectWorker worker = work.map(EffectWorker::start).orElse(null);
                ClusterLearner learner = learning.map(ClusterLearner::start).orElse(null);
                ClusterThinker thinker = thinking().map(ClusterThinker::start).orElse(null);
                LetterKeeper keeper = people.map(this::keeper).orElse(null);
                NodeHealth health = new NodeHealth(healthPort, node::isAlive, node::isRunning)) {
            context.err()
                    .println(context.say(
                            "Nodo de «" + where.prefix() + "» en " + where.brokers() + "; salud en el puerto "
                                    + health.port() + ".",
                            "Node of '" + where.prefix() + "' at " + where.brokers() + "; health on port "
                                    + health.port() + "."));
            context.err().flush();
            while (!wanted.await(LOOK_S, TimeUnit.SECONDS)) {
                if (!node.isAlive()) {
                    context.err().println(stopped(node));
                    context.err().flush();
                    return FAILED;
                }
            }
        }
        return DONE;
    }

    private String stopped(ClusterNode node) {
        return context.say(
                "El nodo se detuvo: " + node.failure() + ". Si lo escribió una versión más nueva, actualice este nodo.",
                "The node stopped: " + node.failure() + ". If a newer version wrote it, upgrade this node.");
    }

    private void stop() {
        wanted.countDown();
        try {
            finished.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whoever must reach people is told where they are; a node that is not told so has no use for them. */
    private EffectWorker.Setup work(Optional<SharedPeople> people) {
        Installation.Setup wired = Wiring.setup(context.configuration(), context.dataDir(), context.clock());
        Stream.concat(wired.channels().values().stream(), Stream.of(wired.fallback()))
                .filter(PeopleChannel.class::isInstance)
                .map(PeopleChannel.class::cast)
                .distinct()
                .forEach(channel -> channel.reachBy(
                        people.orElseThrow(() -> withoutPeople(channel)).vault()));
        return new EffectWorker.Setup(
                where.connection(),
                where.topics(),
                wired.channels(),
                wired.fallback(),
                context.clock(),
                Duration.ofMillis(deadAfterMs),
                this::tell);
    }

    private ClusterLearner.Setup learning() {
        return new ClusterLearner.Setup(
                where.connection(), where.topics(), context.clock(), Duration.ofMillis(deadAfterMs), this::tell);
    }

    private CommandFailure withoutPeople(PeopleChannel channel) {
        return CommandFailure.usage(context.say(
                "El canal «" + channel.name()
                        + "» necesita los datos de las personas. Indique con --postgres dónde están,"
                        + " o configure «webhook», «file» o «log».",
                "Channel '" + channel.name() + "' needs people's data. Say by --postgres where they are, or configure"
                        + " 'webhook', 'file' or 'log'."));
    }

    private LetterKeeper keeper(SharedPeople people) {
        return LetterKeeper.start(
                where.connection(), where.topics(), people.deadLetters(), Duration.ofMillis(deadAfterMs), this::tell);
    }

    /** Empty if this node's configuration lets nobody think, or there is no key. */
    private Optional<ClusterThinker.Setup> thinking() {
        return ReasonerWiring.overMany(
                        context.configuration(),
                        name -> Optional.ofNullable(context.environment().get(name)),
                        context.clock())
                .map(reasoner -> new ClusterThinker.Setup(
                        where.connection(),
                        where.topics(),
                        reasoner,
                        context.clock(),
                        Duration.ofMillis(deadAfterMs),
                        this::tell));
    }

    private synchronized void tell(String trouble) {
        context.err().println(trouble);
        context.err().flush();
    }

    private ClusterNode.Setup setup() {
        return new ClusterNode.Setup(
                where.connection(),
                where.topics(),
                context.dataDir().resolve("cluster"),
                NodeBrains.of(context.configuration()),
                context.clock(),
                threads,
                standbys,
                ClusterNode.Setup.COMMIT_EVERY,
                Duration.ofMillis(deadAfterMs),
                ClusterNode.Setup.TICK_EVERY,
                ClusterNode.Setup.MAX_CACHED_KEYS,
                RowFormat.STANDARD);
    }
}
