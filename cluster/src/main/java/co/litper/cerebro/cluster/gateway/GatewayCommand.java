package co.litper.cerebro.cluster.gateway;

import co.litper.cerebro.cluster.PeopleOptions;
import co.litper.cerebro.cluster.SharedPeople;
import co.litper.cerebro.cluster.kafka.TopicsOptions;
import co.litper.cerebro.cluster.postgres.PostgresOptions;
import co.litper.cerebro.cluster.postgres.PostgresReadTables;
import co.litper.cerebro.cluster.redis.RedisServerAddress;
import co.litper.cerebro.server.cli.AddressOptions;
import co.litper.cerebro.server.cli.CliContext;
import co.litper.cerebro.server.cli.CommandFailure;
import co.litper.cerebro.server.cli.StopRequest;
import co.litper.cerebro.server.config.WebhookKeys;
import co.litper.cerebro.server.http.HttpOptions;
import co.litper.cerebro.server.http.observe.ServiceLog;
import co.litper.cerebro.server.webhook.WebhookSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Serves HTTP in front of a cluster until it is told to stop. */
@Command(
        name = "gateway",
        description =
                "Serve HTTP in front of a cluster until told to stop (Ctrl-C or SIGTERM). Its people and read tables"
                        + " lie in --postgres.")
final class GatewayCommand implements Callable<Integer> {
    private static final int DONE = 0;

    /** The variable of the environment with the address of Redis. */
    private static final String REDIS = "CEREBRO_REDIS";

    private final CliContext context;

    @Mixin
    private final TopicsOptions where = new TopicsOptions();

    @Mixin
    private final PeopleOptions peopleOptions = new PeopleOptions();

    @Option(
            names = "--kept-days",
            paramLabel = "N",
            description = "How long decisions are listed. Default: ${DEFAULT-VALUE}.")
    private int keptDays = PostgresReadTables.STANDARD_DAYS;

    @Option(
            names = "--redis",
            paramLabel = "URI",
            description =
                    "Where recent memories are kept: redis://HOST:PORT/DATABASE, or rediss:// with TLS. With a password"
                            + " rather in the environment: CEREBRO_REDIS. Default: in --postgres, with the others.")
    private String redis = "";

    @Option(
            names = "--graph",
            description = "Also fill graph tables in --postgres, for services that read them by SQL."
                    + " Takes some 450 bytes of memory a shipment.")
    private boolean graph;

    @Mixin
    private final AddressOptions address = new AddressOptions();

    GatewayCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        HttpOptions options = address.over(HttpOptions.of(context.configuration()));
        ServiceLog.writeTo(
                System.err, context.configuration().get("http.log_calls").equals("true"));
        try (StopRequest stop = new StopRequest();
                SharedPeople people =
                        peopleOptions.open(context, where.prefix()).orElseThrow(this::withoutDatabase);
                Gateway gateway = Gateway.start(options, setup(people))) {
            context.out()
                    .println(context.say("Atendiendo en ", "Serving at ")
                            + gateway.address()
                            + (address.printsKey(context) ? "#" + gateway.ownerKey() : ""));
            context.out().flush();
            stop.awaitAsked();
        }
        return DONE;
    }

    private List<WebhookSource> webhooks() {
        return switch (WebhookKeys.sources(context.configuration(), context.dataDir())) {
            case WebhookKeys.Usable(List<WebhookSource> sources) -> sources;
            case WebhookKeys.Faulty(List<String> problems) ->
                throw CommandFailure.usage(context.say("Los webhooks no sirven:", "The webhooks are not usable:")
                        + "\n  " + String.join("\n  ", problems));
        };
    }

    private CommandFailure withoutDatabase() {
        return CommandFailure.usage(context.say(
                "Falta --postgres: dónde están las personas y las tablas de lectura.",
                "--postgres is missing: where people and read tables are."));
    }

    private Gateway.Setup setup(SharedPeople people) {
        SharedPeople.Address database =
                peopleOptions.address(context, where.prefix()).orElseThrow(this::withoutDatabase);
        try {
            return new Gateway.Setup(
                    where.connection(),
                    where.topics(),
                    in(database, "_reads"),
                    memory(database),
                    graph ? Optional.of(in(database, "_graph")) : Optional.empty(),
                    keptDays,
                    context.dataDir(),
                    people.vault(),
                    people.deadLetters(),
                    webhooks(),
                    context.configuration(),
                    context.clock());
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage(String.valueOf(e.getMessage()));
        }
    }

    private ClusterMemory.Where memory(SharedPeople.Address database) {
        String uri = redis.isEmpty() ? context.environment().getOrDefault(REDIS, "") : redis;
        return new ClusterMemory.Where(
                in(database, "_memory"),
                uri.isEmpty() ? Optional.empty() : Optional.of(RedisServerAddress.of(uri, where.prefix())));
    }

    /** Schemas whose names begin as the topics do, in lower case, with {@code _} for what a schema's name may not have. */
    private PostgresOptions in(SharedPeople.Address database, String ending) {
        String schema = where.prefix().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "_") + ending;
        return PostgresOptions.of(database.url(), database.user(), database.password(), schema);
    }
}
