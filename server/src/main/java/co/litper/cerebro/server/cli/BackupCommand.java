package co.litper.cerebro.server.cli;

import co.litper.cerebro.server.backup.BackupException;
import co.litper.cerebro.server.backup.Backups;
import co.litper.cerebro.server.backup.Manifest;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Copies the store while it runs, or proves a copy. */
@Command(name = "backup", description = "Copy the store, while it runs or not, and prove the copy.")
final class BackupCommand implements Callable<Integer> {
    private final CliContext context;

    @Parameters(paramLabel = "FOLDER", description = "Where to: a folder that is missing or empty.")
    private Path folder = Path.of("");

    @Option(names = "--verify", description = "Only prove a backup that was made before.")
    private boolean verify;

    @Option(names = "--without-key", description = "Leave vault.key out: keep it elsewhere, restoring needs it.")
    private boolean withoutKey;

    @Option(names = "--json", description = "As one JSON object.")
    private boolean json;

    BackupCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        try {
            if (verify) {
                return tell(
                        Backups.prove(folder, context.storeOptions()),
                        context.say("Copia íntegra: ", "The backup is sound: "));
            }
            context.requireStore();
            Manifest made =
                    new Backups(context.dataDir(), context.storeOptions(), context.clock()).make(folder, !withoutKey);
            context.audit("backup.make", String.valueOf(folder.getFileName()));
            return tell(made, context.say("Copia hecha y comprobada: ", "Backup made and proved: "));
        } catch (BackupException e) {
            throw failed(context, e);
        }
    }

    private int tell(Manifest manifest, String heading) {
        if (json) {
            JsonOut.print(
                    context,
                    JsonOut.object()
                            .put("folder", folder.toString())
                            .put("madeAt", manifest.madeAt().toString())
                            .put("events", manifest.contents().events())
                            .put("people", manifest.contents().people())
                            .put("deadLetters", manifest.contents().deadLetters())
                            .put("keys", manifest.contents().keys())
                            .put("acts", manifest.contents().acts())
                            .put("bytes", manifest.bytes())
                            .put("files", manifest.files().size()));
            return CommandLineFace.DONE;
        }
        context.out().println(heading + folder);
        context.out()
                .println(manifest.contents().events()
                        + context.say(" eventos, ", " events, ")
                        + manifest.contents().people()
                        + context.say(" personas, ", " people, ")
                        + manifest.files().size()
                        + context.say(" archivos, ", " files, ")
                        + manifest.bytes()
                        + " bytes");
        return CommandLineFace.DONE;
    }

    static CommandFailure failed(CliContext context, BackupException e) {
        List<String> problems = e.problems();
        return CommandFailure.failed(
                context.say("No se pudo:", "It could not be done:") + "\n  " + String.join("\n  ", problems), e);
    }
}
