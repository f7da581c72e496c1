package co.litper.cerebro.server.cli;

import co.litper.cerebro.StateView;
import co.litper.cerebro.adapters.sqlite.SqliteAccess;
import co.litper.cerebro.adapters.sqlite.SqliteStore;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.server.Installation;
import co.litper.cerebro.server.Reading;
import co.litper.cerebro.server.access.AuditTrail;
import co.litper.cerebro.server.access.Caller;
import co.litper.cerebro.server.config.Configuration;
import co.litper.cerebro.server.config.SettingsSync;
import co.litper.cerebro.server.config.Wiring;
import co.litper.cerebro.server.memory.MemoryFolder;
import co.litper.cerebro.server.text.Language;
import co.litper.cerebro.server.thinking.ReasonerWiring;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.world.Clock;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** What a command knows of the call that it serves: global options, environment, output, language. Not thread-safe. */
public final class CliContext {
    static final String DEFAULT_FOLDER = "data";
    static final String CONFIG_FILE = "cerebro.properties";

    private final Invocation invocation;
    private final RootCommand root;
    private final Language language;
    private @Nullable Configuration configuration;

    CliContext(Invocation invocation, RootCommand root, Language language) {
        this.invocation = invocation;
        this.root = root;
        this.language = language;
    }

    /** Where results go. */
    public PrintWriter out() {
        return invocation.out();
    }

    /** Where errors and progress go. */
    public PrintWriter err() {
        return invocation.err();
    }

    /** True if a person watches, so that a line may be rewritten. */
    public boolean isTerminal() {
        return invocation.terminal();
    }

    /** Tells the time. */
    public Clock clock() {
        return invocation.clock();
    }

    /** The process's variables. */
    public Map<String, String> environment() {
        return invocation.environment();
    }

    /** The language of the person. */
    public Language language() {
        return language;
    }

    /** The text in the person's language. */
    public String say(String spanish, String english) {
        return switch (language) {
            case ES -> spanish;
            case EN -> english;
        };
    }

    /** The folder of the store: {@code --data-dir}, {@code CEREBRO_HOME}, or {@code data} in the working directory. */
    public Path dataDir() {
        if (root.dataDir != null) {
            return root.dataDir;
        }
        return Path.of(environment().getOrDefault("CEREBRO_HOME", DEFAULT_FOLDER));
    }

    /** What is set. Ends the command if anything in it is wrong, telling every problem. */
    public Configuration configuration() {
        Configuration known = configuration;
        if (known == null) {
            known = switch (Configuration.read(configFile(), environment())) {
                case Configuration.Usable(Configuration usable) -> usable;
                case Configuration.Faulty(List<String> problems) ->
                    throw CommandFailure.usage(say("La configuración no sirve:", "The configuration is not usable:")
                            + "\n  " + String.join("\n  ", problems));
            };
            configuration = known;
        }
        return known;
    }

    private Optional<Path> configFile() {
        if (root.config != null) {
            return Optional.of(root.config);
        }
        Path usual = dataDir().resolve(CONFIG_FILE);
        return Files.exists(usual) ? Optional.of(usual) : Optional.empty();
    }

    /** Whose parcels: {@code --merchant} or the configuration. */
    public MerchantId merchant() {
        if (root.merchant == null) {
            return configuration().merchant();
        }
        try {
            return new MerchantId(root.merchant);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage("--merchant: " + e.getMessage());
        }
    }

    /** Opens the folder with a running loop, under the settings of the configuration. To be closed. */
    public Installation open() throws InterruptedException {
        Configuration wanted = configuration();
        var reasoner = ReasonerWiring.reasoner(
                wanted, name -> Optional.ofNullable(invocation.environment().get(name)), clock());
        // Nobody is asked who is not there: decisions would wait for answers that never come.
        Configuration usable = reasoner.isEmpty() ? wanted.withoutThinking() : wanted;
        Installation installation = Installation.open(Wiring.setup(usable, dataDir(), clock())
                .withReasoner(reasoner)
                .withConnections(invocation.connections()));
        boolean done = false;
        try {
            var inForce = StateView.open(
                            installation.store().log(), installation.store().states(), new EnvelopeCodec())
                    .state()
                    .control()
                    .values();
            SettingsSync.append(installation, SettingsSync.changes(usable, inForce), clock());
            done = true;
            return installation;
        } catch (ExecutionException e) {
            throw asStoreException(e);
        } finally {
            if (!done) {
                installation.close();
            }
        }
    }

    /** How the folder's files are opened. */
    public SqliteStore.Options storeOptions() {
        return Wiring.storeOptions(configuration(), clock()).withWrapper(invocation.connections());
    }

    /**
     * Notes an act of this command in the trail of the folder.
     *
     * @param what the kind of act, such as {@code decision.approve}
     * @param target on what; never personal data
     */
    void audit(String what, String target) {
        try (SqliteAccess file = SqliteAccess.open(dataDir(), storeOptions())) {
            new AuditTrail(file, clock()).append(Caller.COMMAND_LINE, what, target, "done", "");
        }
    }

    /** Where the memory lies. To be closed. */
    MemoryFolder memoryFolder() {
        return MemoryFolder.in(dataDir(), configuration().get(MemoryFolder.MODEL));
    }

    /** Opens the folder for reading, beside a loop that may run. To be closed. */
    public Reading read() {
        requireStore();
        return Reading.open(dataDir(), Wiring.storeOptions(configuration(), clock()));
    }

    /** Ends the command if there is no store yet. */
    public void requireStore() {
        if (!Files.exists(dataDir().resolve(SqliteStore.JOURNAL_NAME))) {
            throw CommandFailure.usage(say(
                    "No hay datos en " + dataDir() + ". Tal vez falte «cerebro ingest ARCHIVO», u otro --data-dir.",
                    "There is no data in " + dataDir() + ". Maybe 'cerebro ingest FILE' comes first, or another"
                            + " --data-dir."));
        }
    }

    /** What the store said, out of the future that carried it. */
    public static RuntimeException asStoreException(ExecutionException e) {
        return e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
    }

    boolean isDebug() {
        return root.debug;
    }
}
