package co.litper.cerebro.server.cli;

import co.litper.cerebro.adapters.sqlite.SqliteStore;
import co.litper.cerebro.world.Clock;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs commands as a person would, in this process, at a clock that is set. */
final class Terminal {
    static final Instant NOW = Instant.parse("2026-03-10T15:00:00Z");

    private final Path folder;
    private Instant now = NOW;
    private SqliteStore.ConnectionWrapper connections =
            SqliteStore.Options.standard().wrapper();
    String out = "";
    String err = "";

    Terminal(Path folder) {
        this.folder = folder;
    }

    Terminal at(Instant instant) {
        now = instant;
        return this;
    }

    Terminal onDisk(SqliteStore.ConnectionWrapper disk) {
        connections = disk;
        return this;
    }

    int run(String... args) {
        return run(Map.of(), args);
    }

    int run(Map<String, String> environment, String... args) {
        StringWriter outText = new StringWriter();
        StringWriter errText = new StringWriter();
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--data-dir", folder.toString()));
        if (!all.contains("--lang")) {
            all.addAll(List.of("--lang", "en"));
        }
        int code = CommandLineFace.run(new Invocation(
                all,
                environment,
                new PrintWriter(outText),
                new PrintWriter(errText),
                false,
                Clock.fixed(now),
                connections));
        out = outText.toString();
        err = errText.toString();
        return code;
    }
}
