package co.litper.cerebro.server.cli;

import co.litper.cerebro.knowledge.ask.Answer;
import co.litper.cerebro.server.Reading;
import co.litper.cerebro.server.ask.AnswerJson;
import co.litper.cerebro.server.ask.AnswerPage;
import co.litper.cerebro.server.ask.Asking;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Answers a question about the shipments. */
@Command(
        name = "ask",
        description = "Answer a question about the shipments, such as \"Why do shipments to Pasto have more delays?\","
                + " with figures, intervals and what was held equal.")
final class AskCommand implements Callable<Integer> {
    private final CliContext context;

    @Parameters(arity = "1..*", paramLabel = "QUESTION", description = "The question, in Spanish or English.")
    private List<String> words = List.of();

    @Option(names = "--json", description = "As one JSON object.")
    private boolean json;

    AskCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        String question = String.join(" ", words);
        try (Reading reading = context.read()) {
            Answer answer = Asking.answer(
                    question,
                    Asking.table(
                            reading.view(), context.merchant(), context.clock().now()),
                    reading.store().log(),
                    context.merchant());
            if (json) {
                JsonOut.print(context, AnswerJson.of(question, answer, FaceParts.texts(context)));
            } else {
                AnswerPage.lines(answer, FaceParts.texts(context)).forEach(context.out()::println);
            }
        }
        return CommandLineFace.DONE;
    }
}
