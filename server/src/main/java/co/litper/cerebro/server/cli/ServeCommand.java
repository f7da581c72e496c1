package co.litper.cerebro.server.cli;

import co.litper.cerebro.adapters.sqlite.SqliteAccess;
import co.litper.cerebro.server.Installation;
import co.litper.cerebro.server.Service;
import co.litper.cerebro.server.access.AccessKeys;
import co.litper.cerebro.server.config.Configuration;
import co.litper.cerebro.server.config.WebhookKeys;
import co.litper.cerebro.server.http.HttpOptions;
import co.litper.cerebro.server.http.OwnerKey;
import co.litper.cerebro.server.http.observe.ServiceLog;
import co.litper.cerebro.server.webhook.WebhookSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves the installation over HTTP until it is told to stop. */
@Command(name = "serve", description = "Serve over HTTP until told to stop (Ctrl-C or SIGTERM).")
final class ServeCommand implements Callable<Integer> {
    private final CliContext context;

    @Option(names = "--host", paramLabel = "ADDRESS", description = "Address. Default: http.host of the configuration.")
    private @Nullable String host;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port; 0 for any that is free. Default: http.port of the configuration.")
    private @Nullable Integer port;

    @Option(names = "--owner-key", description = "Also print a key that is good as long as this process runs.")
    private boolean ownerKey;

    ServeCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        Configuration configuration = context.configuration();
        HttpOptions standard = HttpOptions.of(configuration);
        HttpOptions options = standard.at(host == null ? standard.host() : host, port == null ? standard.port() : port);
        List<WebhookSource> webhooks = webhooks(configuration);
        ServiceLog.writeTo(System.err, configuration.get("http.log_calls").equals("true"));
        try (StopRequest stop = new StopRequest();
                Installation installation = context.open();
                SqliteAccess access = SqliteAccess.open(context.dataDir(), context.storeOptions())) {
            AccessKeys keys = new AccessKeys(access, context.clock());
            OwnerKey owner = new OwnerKey(keys::admit);
            try (Service service = Service.start(
                    options,
                    new Service.Parts(
                            installation,
                            context.dataDir(),
                            context.storeOptions(),
                            configuration,
                            context.clock(),
                            owner,
                            keys.trail(),
                            webhooks))) {
                tell(service, owner);
                stop.awaitAsked();
            }
        }
        return CommandLineFace.DONE;
    }

    private List<WebhookSource> webhooks(Configuration configuration) {
        return switch (WebhookKeys.sources(configuration, context.dataDir())) {
            case WebhookKeys.Usable(List<WebhookSource> sources) -> sources;
            case WebhookKeys.Faulty(List<String> problems) ->
                throw CommandFailure.usage(context.say("Los webhooks no sirven:", "The webhooks are not usable:")
                        + "\n  " + String.join("\n  ", problems));
        };
    }

    private void tell(Service service, OwnerKey owner) {
        String link = ownerKey || context.isTerminal() ? service.address() + "#" + owner.key() : "" + service.address();
        context.out().println(context.say("Atendiendo en ", "Serving at ") + link);
        context.out().flush();
    }
}
