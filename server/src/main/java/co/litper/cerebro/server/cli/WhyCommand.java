package co.litper.cerebro.server.cli;

import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.logistics.CityDirectory;
import co.litper.cerebro.server.Reading;
import co.litper.cerebro.server.text.CityText;
import co.litper.cerebro.server.text.Phrase;
import co.litper.cerebro.server.text.Texts;
import co.litper.cerebro.server.why.Explanation;
import co.litper.cerebro.server.why.WhyJson;
import co.litper.cerebro.server.why.WhyPage;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells why a decision fell as it did. */
@Command(name = "why", description = "Why a decision fell as it did; of a guide or an order, the last one about it.")
final class WhyCommand implements Callable<Integer> {
    private final CliContext context;

    @Parameters(arity = "1", paramLabel = "ID", description = "A decision (D1042, D77.3), a guide number or an order.")
    private String id = "";

    @Option(names = "--json", description = "The whole receipt as one JSON object.")
    private boolean json;

    WhyCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        try (Reading reading = context.read()) {
            return switch (Explanation.find(
                    id, context.merchant(), reading.view(), reading.store().log())) {
                case Explanation.Explained(Explanation explanation) -> tell(explanation);
                case Explanation.Unknown unknown -> throw CommandFailure.usage(unknown(unknown));
                case Explanation.Undecided undecided ->
                    throw CommandFailure.usage(FaceParts.texts(context).say(Phrase.UNDECIDED, id));
            };
        }
    }

    private int tell(Explanation explanation) {
        if (json) {
            JsonOut.print(context, WhyJson.of(explanation));
        } else {
            WhyPage.lines(explanation, FaceParts.texts(context), CityText.of(CityDirectory.packaged()))
                    .forEach(context.out()::println);
        }
        return CommandLineFace.DONE;
    }

    private String unknown(Explanation.Unknown unknown) {
        Texts texts = FaceParts.texts(context);
        String hint = unknown.nearest().isPresent()
                ? texts.say(
                        Phrase.UNKNOWN_NEAREST, Decision.label(unknown.nearest().getAsLong()))
                : texts.say(Phrase.UNKNOWN_HINT);
        return texts.say(Phrase.UNKNOWN_ID, id) + " " + hint;
    }
}
