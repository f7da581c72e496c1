package co.litper.cerebro.server.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code cerebro} itself: the options that every command has. */
@Command(
        name = "cerebro",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Version.class,
        description = "The decision engine for last-mile logistics: from your exports to explained decisions.",
        usageHelpAutoWidth = true)
final class RootCommand implements Runnable {
    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Folder of the store. Default: ./data, or CEREBRO_HOME.")
    @Nullable
    Path dataDir;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "Configuration. Default: cerebro.properties in the store's folder, if there.")
    @Nullable
    Path config;

    @Option(
            names = "--lang",
            paramLabel = "es|en",
            scope = ScopeType.INHERIT,
            description = "Language of the texts. Default: CEREBRO_LANG, language of the configuration, es.")
    @Nullable
    String language;

    @Option(
            names = "--merchant",
            paramLabel = "ID",
            scope = ScopeType.INHERIT,
            description = "Whose parcels. Default: merchant.id of the configuration.")
    @Nullable
    String merchant;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show the stack trace of an error.")
    boolean debug;

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }
}
