package co.litper.cerebro.server.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a running demonstration is met, as an option of every act upon it. */
final class DemoFolder {
    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "The folder of the running demo, if it was given one.",
            descriptionKey = "running-dir")
    private @Nullable Path dir;

    /** The demonstration's calls. */
    DemoCalls calls(CliContext context) {
        return new DemoCalls(context, meeting(context, dir));
    }

    /** The folder in which the terminals of one demonstration meet. */
    static Path meeting(CliContext context, @Nullable Path given) {
        return given == null ? context.dataDir() : given;
    }
}
