package co.litper.cerebro.server.cli;

import co.litper.cerebro.server.backup.BackupException;
import co.litper.cerebro.server.backup.Restore;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes of a backup a data folder. */
@Command(name = "restore", description = "Put a backup back into --data-dir, which must hold no store.")
final class RestoreCommand implements Callable<Integer> {
    private final CliContext context;

    @Parameters(paramLabel = "FOLDER", description = "The backup.")
    private Path backup = Path.of("");

    @Option(names = "--key", paramLabel = "FILE", description = "vault.key, if the backup was made without.")
    private @Nullable Path key;

    @Option(names = "--force", description = "Put a store that is there aside, and go on.")
    private boolean force;

    @Option(names = "--json", description = "As one JSON object.")
    private boolean json;

    RestoreCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        try {
            Restore.Done done = new Restore(context.storeOptions(), context.clock())
                    .restore(backup, context.dataDir(), Optional.ofNullable(key), force);
            context.audit("store.restore", String.valueOf(backup.getFileName()));
            return tell(done);
        } catch (BackupException e) {
            throw BackupCommand.failed(context, e);
        }
    }

    private int tell(Restore.Done done) {
        if (json) {
            JsonOut.print(
                    context,
                    JsonOut.object()
                            .put("folder", context.dataDir().toString())
                            .put("events", done.manifest().contents().events())
                            .put("madeAt", done.manifest().madeAt().toString())
                            .put("aside", done.aside().map(Path::toString).orElse("")));
            return CommandLineFace.DONE;
        }
        context.out()
                .println(
                        context.say("Restaurado y comprobado en ", "Restored and proved in ") + context.dataDir() + ": "
                                + done.manifest().contents().events()
                                + context.say(" eventos, hasta ", " events, up to ")
                                + done.manifest().madeAt());
        done.aside()
                .ifPresent(path -> context.out()
                        .println(context.say("Lo que había quedó en ", "What was there is kept in ") + path));
        context.err()
                .println(context.say(
                        "Lo que aquel momento tenía por enviar puede salir otra vez. Tal vez convenga iniciar primero con"
                                + " channel.default = log.",
                        "What was on its way out at that moment may leave again. Maybe start with channel.default = log"
                                + " first."));
        return CommandLineFace.DONE;
    }
}
