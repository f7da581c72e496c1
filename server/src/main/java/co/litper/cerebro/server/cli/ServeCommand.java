package co.litper.cerebro.server.cli;

import co.litper.cerebro.server.Installation;
import co.litper.cerebro.server.config.Configuration;
import co.litper.cerebro.server.http.HttpOptions;
import co.litper.cerebro.server.http.observe.ServiceLog;
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
        OpenService service = new OpenService(context, configuration, context.dataDir());
        ServiceLog.writeTo(System.err, configuration.get("http.log_calls").equals("true"));
        try (StopRequest stop = new StopRequest();
                Installation installation = context.open()) {
            service.run(installation, options, ownerKey || context.isTerminal(), stop);
        }
        return CommandLineFace.DONE;
    }
}
