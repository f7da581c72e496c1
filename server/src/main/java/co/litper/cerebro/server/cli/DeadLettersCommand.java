package co.litper.cerebro.server.cli;

import co.litper.cerebro.host.Answer;
import co.litper.cerebro.log.DeadLetters;
import co.litper.cerebro.log.DeadLetters.DeadLetter;
import co.litper.cerebro.log.DeadLetters.Status;
import co.litper.cerebro.log.Intake;
import co.litper.cerebro.log.Problem;
import co.litper.cerebro.server.Installation;
import co.litper.cerebro.server.Reading;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists, shows, replays and drops what broke its contract. */
@Command(name = "deadletters", description = "What was refused: list it, show it, replay it repaired, or drop it.")
final class DeadLettersCommand implements Runnable {
    private static final int LISTED = 50;

    private final CliContext context;

    DeadLettersCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        list(LISTED, false);
    }

    @Command(name = "list", description = "The newest ones that are open.")
    int list(
            @Option(names = "--limit", defaultValue = "50", description = "At most so many.") int limit,
            @Option(names = "--json", description = "One JSON object a line.") boolean json) {
        try (Reading reading = context.read()) {
            DeadLetters letters = reading.store().deadLetters();
            for (DeadLetter letter : letters.list(Status.OPEN, limit)) {
                if (json) {
                    JsonOut.print(
                            context,
                            JsonOut.object()
                                    .put("number", letter.number())
                                    .put("at", letter.at().toString())
                                    .put("source", letter.source())
                                    .put("line", letter.line())
                                    .put("reason", letter.reason()));
                } else {
                    context.out()
                            .println(letter.number() + "  " + letter.source() + context.say(", línea ", ", line ")
                                    + letter.line() + ": " + letter.reason());
                }
            }
            if (!json) {
                context.out().println(letters.count(Status.OPEN) + context.say(" sin resolver", " open"));
            }
        }
        return CommandLineFace.DONE;
    }

    @Command(name = "show", description = "One with what came in. May show personal data.")
    int show(@Parameters(paramLabel = "N", description = "Its number.") long number) {
        try (Reading reading = context.read()) {
            DeadLetter letter = find(reading.store().deadLetters(), number);
            context.out().println(letter.number() + "  " + letter.status() + "  " + letter.at());
            context.out().println(letter.source() + context.say(", línea ", ", line ") + letter.line());
            context.out().println(letter.reason());
            context.out().println(letter.payload());
        }
        return CommandLineFace.DONE;
    }

    @Command(name = "drop", description = "Give one up.")
    int drop(@Parameters(paramLabel = "N", description = "Its number.") long number) throws InterruptedException {
        context.requireStore();
        try (Installation installation = context.open()) {
            DeadLetters letters = installation.store().deadLetters();
            letters.mark(find(letters, number).number(), Status.DROPPED);
        }
        context.audit("deadletter.drop", String.valueOf(number));
        context.out().println(number + context.say(": descartado", ": dropped"));
        return CommandLineFace.DONE;
    }

    @Command(name = "replay", description = "Take events in again, repaired with --set; without numbers all open ones.")
    int replay(
            @Parameters(arity = "0..*", paramLabel = "N", description = "Their numbers.") List<Long> numbers,
            @Option(
                            names = "--set",
                            paramLabel = "POINTER=VALUE",
                            description = "Repair a field: /data/parcel/valueCop=90000.")
                    Map<String, String> repairs)
            throws InterruptedException {
        context.requireStore();
        int refused = 0;
        try (Installation installation = context.open()) {
            DeadLetters letters = installation.store().deadLetters();
            List<DeadLetter> chosen = numbers == null || numbers.isEmpty()
                    ? letters.list(Status.OPEN, DeadLetters.CAPACITY)
                    : numbers.stream().map(n -> find(letters, n)).toList();
            for (DeadLetter letter : chosen) {
                refused += replayed(installation, letter, repairs == null ? Map.of() : new TreeMap<>(repairs)) ? 0 : 1;
            }
        }
        return refused == 0 ? CommandLineFace.DONE : CommandLineFace.FAILED;
    }

    private boolean replayed(Installation installation, DeadLetter letter, Map<String, String> repairs)
            throws InterruptedException {
        if (!letter.payload().startsWith("{")) {
            context.out()
                    .println(letter.number()
                            + context.say(
                                    ": es una fila de una tabla; corríjala en " + letter.source()
                                            + " e impórtelo otra vez.",
                                    ": is a row of a table; repair it in " + letter.source()
                                            + " and import that again."));
            return false;
        }
        String payload = Repair.apply(letter.payload(), repairs);
        Intake intake = new Intake(installation.store().vault()::refer);
        return switch (intake.read(payload, context.clock().now(), false)) {
            case Intake.Refused(List<Problem> problems) -> {
                String why = problems.stream().map(Problem::toString).collect(Collectors.joining("; "));
                context.out().println(letter.number() + context.say(": sigue mal: ", ": still wrong: ") + why);
                yield false;
            }
            case Intake.Accepted accepted -> {
                installation.store().vault().put(accepted.people());
                Answer answer = await(installation, accepted);
                installation.store().deadLetters().mark(letter.number(), Status.REPLAYED);
                context.audit("deadletter.replay", String.valueOf(letter.number()));
                context.out()
                        .println(letter.number()
                                + (answer instanceof Answer.Duplicate
                                        ? context.say(": ya se conocía", ": was known")
                                        : context.say(": recibido", ": taken")));
                yield true;
            }
        };
    }

    private static Answer await(Installation installation, Intake.Accepted accepted) throws InterruptedException {
        try {
            return installation.host().submit(accepted.envelope()).get();
        } catch (ExecutionException e) {
            throw CliContext.asStoreException(e);
        }
    }

    private DeadLetter find(DeadLetters letters, long number) {
        return letters.find(number)
                .orElseThrow(() -> CommandFailure.failed(context.say(
                        "No hay rechazo " + number + ". Tal vez «cerebro deadletters list» ayude.",
                        "There is no dead letter " + number + ". Maybe 'cerebro deadletters list' helps.")));
    }
}
