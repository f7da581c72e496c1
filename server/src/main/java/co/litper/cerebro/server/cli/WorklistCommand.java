package co.litper.cerebro.server.cli;

import co.litper.cerebro.server.Reading;
import co.litper.cerebro.server.text.Figures;
import co.litper.cerebro.server.text.Phrase;
import co.litper.cerebro.server.text.Texts;
import co.litper.cerebro.server.worklist.Worklist;
import co.litper.cerebro.server.worklist.WorklistJson;
import co.litper.cerebro.server.worklist.WorklistPage;
import co.litper.cerebro.server.worklist.WorklistSheet;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the open novedades by what waiting costs. */
@Command(name = "worklist", description = "The open novedades by time left and pesos at risk, with a proposed answer.")
final class WorklistCommand implements Callable<Integer> {
    private final CliContext context;

    @Option(names = "--limit", defaultValue = "20", paramLabel = "N", description = "How many to show. Default: 20.")
    private int limit = 20;

    @Option(names = "--xlsx", paramLabel = "FILE", description = "Write all of them to this .xlsx file.")
    private @Nullable Path xlsx;

    @Option(names = "--csv", paramLabel = "FILE", description = "Write all of them to this .csv file.")
    private @Nullable Path csv;

    @Option(names = "--json", description = "As one JSON object.")
    private boolean json;

    WorklistCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (limit < 1) {
            throw CommandFailure.usage(context.say("--limit debe ser 1 o más", "--limit must be at least 1"));
        }
        Texts texts = FaceParts.texts(context);
        try (Reading reading = context.read()) {
            Worklist list = Worklist.of(
                    FaceParts.sources(reading.store(), reading.view()),
                    context.merchant(),
                    context.clock().now(),
                    true);
            if (json) {
                JsonOut.print(context, WorklistJson.of(list, limit));
            } else {
                WorklistPage.lines(list, texts, limit).forEach(context.out()::println);
            }
            write(xlsx, list, texts);
            write(csv, list, texts);
        }
        return CommandLineFace.DONE;
    }

    private void write(@Nullable Path file, Worklist list, Texts texts) {
        if (file != null) {
            FaceParts.writeSheet(
                    file,
                    texts.say(Phrase.WORKLIST_SHEET),
                    WorklistSheet.columns(texts),
                    writer -> WorklistSheet.write(list, texts, writer));
            context.err()
                    .println(texts.say(
                            Phrase.WROTE_FILE, Figures.count(list.items().size()), file));
        }
    }
}
