package co.litper.cerebro.server.cli;

import co.litper.cerebro.server.Installation;
import co.litper.cerebro.server.config.Configuration;
import co.litper.cerebro.server.http.HttpOptions;
import co.litper.cerebro.server.http.observe.ServiceLog;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Serves the installation over HTTP until it is told to stop. */
@Command(name = "serve", description = "Serve over HTTP until told to stop (Ctrl-C or SIGTERM).")
final class ServeCommand implements Callable<Integer> {
    private final CliContext context;

    @Mixin
    private final AddressOptions address = new AddressOptions();

    ServeCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        Configuration configuration = context.configuration();
        HttpOptions options = address.over(HttpOptions.of(configuration));
        OpenService service = new OpenService(context, configuration, context.dataDir());
        ServiceLog.writeTo(System.err, configuration.get("http.log_calls").equals("true"));
        try (StopRequest stop = new StopRequest();
                Installation installation = context.open()) {
            service.run(installation, options, address.printsKey(context), stop);
        }
        return CommandLineFace.DONE;
    }
}
