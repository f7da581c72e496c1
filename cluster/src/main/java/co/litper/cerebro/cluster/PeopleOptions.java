package co.litper.cerebro.cluster;

import co.litper.cerebro.adapters.people.MasterKey;
import co.litper.cerebro.server.cli.CliContext;
import co.litper.cerebro.server.cli.CommandFailure;
import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of a command that say where a cluster keeps people. The password comes from the environment. */
public final class PeopleOptions {
    /** The variable of the environment with the password of the database. */
    public static final String PASSWORD = "CEREBRO_POSTGRES_PASSWORD";

    @Option(
            names = "--postgres",
            paramLabel = "URL",
            description =
                    "Where people are kept, sealed: jdbc:postgresql://HOST:PORT/DATABASE. The password comes from the"
                            + " environment: CEREBRO_POSTGRES_PASSWORD.")
    private String url = "";

    @Option(
            names = "--postgres-user",
            paramLabel = "NAME",
            description = "Who may make tables there. Default: ${DEFAULT-VALUE}.")
    private String user = "cerebro";

    @Option(
            names = "--vault-key",
            paramLabel = "FILE",
            description =
                    "The key that opens people; the same file on every node. Default: vault.key of the data folder.")
    private @Nullable Path keyFile;

    /** The people of the cluster with {@code prefix}, or empty if no option says where they are. To be closed. */
    public Optional<SharedPeople> open(CliContext context, String prefix) {
        return address(context, prefix).map(address -> open(context, address));
    }

    /** Where the people of the cluster with {@code prefix} are, or empty if no option says so. */
    public Optional<SharedPeople.Address> address(CliContext context, String prefix) {
        if (url.isEmpty()) {
            return Optional.empty();
        }
        Path key = keyFile == null ? context.dataDir().resolve(MasterKey.FILE_NAME) : keyFile;
        String password = context.environment().getOrDefault(PASSWORD, "");
        return Optional.of(new SharedPeople.Address(url, user, password, prefix, key));
    }

    private SharedPeople open(CliContext context, SharedPeople.Address address) {
        for (SharedPeople.Provider provider :
                ServiceLoader.load(SharedPeople.Provider.class, PeopleOptions.class.getClassLoader())) {
            if (provider.serves(url)) {
                return open(provider, address);
            }
        }
        throw CommandFailure.usage(context.say(
                "--postgres debe empezar por jdbc:postgresql:, y es «" + url + "».",
                "--postgres must begin with jdbc:postgresql:, and is '" + url + "'."));
    }

    private static SharedPeople open(SharedPeople.Provider provider, SharedPeople.Address address) {
        try {
            return provider.open(address);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage("--postgres: " + e.getMessage());
        }
    }
}
