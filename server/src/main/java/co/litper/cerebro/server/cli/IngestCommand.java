package co.litper.cerebro.server.cli;

import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.server.Installation;
import co.litper.cerebro.server.ingest.Cancelled;
import co.litper.cerebro.server.ingest.ImportTally;
import co.litper.cerebro.server.ingest.Importer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Imports files and tells the account. */
@Command(
        name = "ingest",
        description = "Import Dropi exports (.xlsx, .csv), CloudEvents (.ndjson) and tariff tables."
                + " The same file again changes nothing.")
final class IngestCommand implements Callable<Integer> {
    private final CliContext context;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files, recognised by their content.")
    private List<Path> files = List.of();

    @Option(names = "--json", description = "The closing account as one JSON object.")
    private boolean json;

    IngestCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        requireFiles();
        context.merchant();
        try (StopRequest stop = new StopRequest()) {
            return run(stop);
        }
    }

    /** Before a store is made: a misspelt name must not leave an empty folder behind. */
    private void requireFiles() {
        List<Path> missing = files.stream()
                .filter(file -> !Files.isReadable(file) || Files.isDirectory(file))
                .toList();
        if (!missing.isEmpty()) {
            throw CommandFailure.usage(context.say(
                    "No se puede leer " + missing + ". Tal vez el nombre esté mal escrito o falte el permiso.",
                    "Cannot read " + missing + ". Maybe the name is misspelt, or the permission is missing."));
        }
    }

    private int run(StopRequest stop) throws InterruptedException {
        Instant began = context.clock().now();
        try (Installation installation = context.open()) {
            ProgressLine progress = new ProgressLine(context, "ingest");
            Importer importer =
                    new Importer(installation, context.merchant(), context.clock(), progress, stop::isAsked);
            try {
                importAll(importer);
            } catch (Cancelled e) {
                return cancelled(importer);
            } catch (StoreException e) {
                tellKept(importer);
                throw e;
            } finally {
                progress.end();
            }
            long decided = installation.host().brain().state().control().decisions() - importer.decisionsBefore();
            Duration took = Duration.between(began, context.clock().now());
            return tell(
                    importer, new ImportSummary(context, importer.tally(), decided, took, importer.isFirstImport()));
        }
    }

    private void importAll(Importer importer) throws InterruptedException {
        try {
            importer.begin();
            for (Path file : files) {
                importer.file(file);
            }
            importer.end();
        } catch (ExecutionException e) {
            throw CliContext.asStoreException(e);
        }
    }

    private int cancelled(Importer importer) {
        long events = importer.tally().events();
        context.err()
                .println(context.say(
                        "Detenido. Los " + events + " eventos confirmados quedan guardados;"
                                + " para continuar, repita el mismo comando.",
                        "Stopped. The " + events + " events that were committed are kept;"
                                + " to go on, run the same command again."));
        return CommandLineFace.FAILED;
    }

    /** Before the reason is told: how far the import came. */
    private void tellKept(Importer importer) {
        long events = importer.tally().events();
        context.err()
                .println(context.say(
                        "La importación no terminó: " + events + " eventos nuevos quedan guardados.",
                        "The import did not finish: " + events + " new events are kept."));
    }

    private int tell(Importer importer, ImportSummary summary) {
        if (json) {
            summary.tellPrograms();
        } else {
            summary.tellPeople();
        }
        for (ImportTally.FileTrouble trouble : importer.tally().troubles()) {
            context.err()
                    .println(trouble.file() + ": " + trouble.message()
                            + (trouble.rows() == 0
                                    ? ""
                                    : context.say(
                                            " Las " + trouble.rows() + " filas anteriores quedan importadas.",
                                            " The " + trouble.rows() + " rows before it are imported.")));
        }
        return importer.tally().troubles().isEmpty() ? CommandLineFace.DONE : CommandLineFace.FAILED;
    }
}
