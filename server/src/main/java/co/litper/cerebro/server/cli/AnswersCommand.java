package co.litper.cerebro.server.cli;

import co.litper.cerebro.server.Reading;
import co.litper.cerebro.server.text.Figures;
import co.litper.cerebro.server.text.Phrase;
import co.litper.cerebro.server.worklist.DropiAnswers;
import co.litper.cerebro.server.worklist.Worklist;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the proposed answers as a file that a person can upload. */
@Command(name = "answers", description = "Write the proposed answers as a file for the carrier's platform.")
final class AnswersCommand implements Callable<Integer> {
    private final CliContext context;

    /** Platforms whose form is known. */
    enum Platform {
        DROPI
    }

    @Option(names = "--for", required = true, paramLabel = "dropi", description = "The platform: dropi.")
    private Platform platform = Platform.DROPI;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = "soluciones.xlsx",
            description = "The file, .xlsx or .csv. Default: soluciones.xlsx.")
    private Path out = Path.of("soluciones.xlsx");

    AnswersCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        DropiAnswers.Account[] account = new DropiAnswers.Account[1];
        try (Reading reading = context.read()) {
            Worklist list = Worklist.of(
                    FaceParts.sources(reading.store(), reading.view()),
                    context.merchant(),
                    context.clock().now(),
                    false);
            switch (platform) {
                case DROPI ->
                    FaceParts.writeSheet(
                            out,
                            "Soluciones",
                            DropiAnswers.columns(),
                            writer -> account[0] = DropiAnswers.write(list, writer));
            }
        }
        tell(account[0]);
        return CommandLineFace.DONE;
    }

    private void tell(DropiAnswers.Account account) {
        context.out()
                .println(out + ": "
                        + FaceParts.texts(context)
                                .say(
                                        Phrase.ANSWERS_SUMMARY,
                                        Figures.count(account.ready()),
                                        Figures.count(account.waiting()),
                                        Figures.count(account.overdue()),
                                        Figures.count(account.silent())));
    }
}
