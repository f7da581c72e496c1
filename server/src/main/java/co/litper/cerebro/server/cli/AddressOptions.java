package co.litper.cerebro.server.cli;

import co.litper.cerebro.server.http.HttpOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of a command that serves: where, and whether it prints a key to begin with. */
public final class AddressOptions {
    @Option(names = "--host", paramLabel = "ADDRESS", description = "Address. Default: http.host of the configuration.")
    private @Nullable String host;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port; 0 for any that is free. Default: http.port of the configuration.")
    private @Nullable Integer port;

    @Option(names = "--owner-key", description = "Also print a key that is good as long as this process runs.")
    private boolean ownerKey;

    /** What {@code standard} says, at the address that was asked for. */
    public HttpOptions over(HttpOptions standard) {
        return standard.at(host == null ? standard.host() : host, port == null ? standard.port() : port);
    }

    /** True if a key is printed: where it was asked for, or somebody looks. */
    public boolean printsKey(CliContext context) {
        return ownerKey || context.isTerminal();
    }
}
