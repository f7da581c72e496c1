package co.litper.cerebro.server.cli;

import co.litper.cerebro.adapters.sqlite.SqliteStore;
import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.server.config.Configuration;
import co.litper.cerebro.server.config.Wiring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Looks at everything that Cerebro stands on and tells what is not well. */
@Command(name = "doctor", description = "Check JDK, disk, folder, database, configuration and clock.")
final class DoctorCommand implements Callable<Integer> {
    private static final int JDK = 25;
    /** Below it an import of some hundred thousand rows may not fit. */
    private static final long LEAST_FREE_BYTES = 1L << 30;
    /** No clock that is set stands before the release. */
    private static final Instant RELEASED = Instant.parse("2026-01-01T00:00:00Z");

    private static final double GB = 1L << 30;

    private final CliContext context;
    private final List<Finding> findings = new ArrayList<>();

    @Option(names = "--json", description = "As one JSON object.")
    private boolean json;

    private record Finding(String name, boolean well, String told) {}

    DoctorCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        int version = Runtime.version().feature();
        note("jdk", version == JDK, "JDK " + Runtime.version());
        Path folder = context.dataDir().toAbsolutePath();
        disk(folder);
        permissions(folder);
        configuration();
        database(folder);
        note(
                "clock",
                context.clock().now().isAfter(RELEASED),
                String.valueOf(context.clock().now()));
        tell();
        return findings.stream().allMatch(Finding::well) ? CommandLineFace.DONE : CommandLineFace.FAILED;
    }

    private void note(String name, boolean well, String told) {
        findings.add(new Finding(name, well, told));
    }

    private static Path existing(Path folder) {
        Path at = folder;
        while (!Files.exists(at) && at.getParent() != null) {
            at = at.getParent();
        }
        return at;
    }

    private void disk(Path folder) {
        try {
            long free = Files.getFileStore(existing(folder)).getUsableSpace();
            String told = String.format(Locale.ROOT, "%.1f GB ", free / GB);
            note("disk", free >= LEAST_FREE_BYTES, told + context.say("libres", "free"));
        } catch (IOException e) {
            note("disk", false, String.valueOf(e.getMessage()));
        }
    }

    private void permissions(Path folder) {
        Path at = existing(folder);
        note("folder", Files.isDirectory(at) && Files.isWritable(at), folder.toString());
    }

    private void configuration() {
        try {
            Configuration usable = context.configuration();
            note("configuration", true, "merchant.id = " + usable.merchant());
        } catch (CommandFailure e) {
            note("configuration", false, String.valueOf(e.getMessage()));
        }
    }

    private void database(Path folder) {
        if (!Files.isDirectory(folder)) {
            note("database", true, context.say("aún no hay datos", "no data yet"));
            return;
        }
        try {
            context.requireStore();
            Configuration c = Configuration.defaults();
            try (SqliteStore store = SqliteStore.openReadOnly(folder, Wiring.storeOptions(c, context.clock()))) {
                List<String> problems = store.integrity();
                String told = (store.log().end() - 1) + context.say(" eventos, íntegros", " events, intact");
                note("database", problems.isEmpty(), problems.isEmpty() ? told : String.join("; ", problems));
            }
        } catch (StoreException e) {
            note("database", false, StoreTrouble.told(e, context));
        } catch (CommandFailure e) {
            note("database", true, context.say("aún no hay datos", "no data yet"));
        }
    }

    private void tell() {
        if (json) {
            var object = JsonOut.object();
            for (Finding finding : findings) {
                object.putObject(finding.name()).put("ok", finding.well()).put("told", finding.told());
            }
            JsonOut.print(context, object);
            return;
        }
        for (Finding finding : findings) {
            String mark = finding.well() ? context.say("bien", "ok") : context.say("MAL", "BAD");
            context.out().println(mark + "  " + finding.name() + ": " + finding.told());
        }
    }
}
