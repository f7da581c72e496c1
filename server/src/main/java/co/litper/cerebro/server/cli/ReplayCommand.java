package co.litper.cerebro.server.cli;

import co.litper.cerebro.decision.Question;
import co.litper.cerebro.learn.BrainSnapshot;
import co.litper.cerebro.learn.Learner;
import co.litper.cerebro.learn.replay.ChoiceLog;
import co.litper.cerebro.learn.replay.Period;
import co.litper.cerebro.learn.replay.Policies;
import co.litper.cerebro.learn.replay.ReplayPolicy;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.server.Reading;
import co.litper.cerebro.server.replay.ReplayJson;
import co.litper.cerebro.server.replay.ReplayPage;
import co.litper.cerebro.server.replay.Replayed;
import co.litper.cerebro.vocabulary.MerchantId;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tells what another policy would have earned. */
@Command(
        name = "replay",
        description = "What another policy would have earned in a period. Sends nothing and leaves the log as it is.")
final class ReplayCommand implements Callable<Integer> {
    private static final String CURRENT = "current";
    private static final String ALL = "all";

    private final CliContext context;

    @Option(
            names = "--policy",
            required = true,
            paramLabel = "NAME",
            description = "Which: logged, greedy, random, cheapest, constants, never-notify, always-notify, current,"
                    + " pause:ACTION.")
    private String policy = "";

    @Option(
            names = "--against",
            defaultValue = "logged",
            paramLabel = "NAME",
            description = "Against which. Default: logged, what was really done.")
    private String against = "logged";

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "First day, 2026-03-01, in Bogotá. Default: the beginning.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "DATE", description = "Last day, included, in Bogotá. Default: the end.")
    private @Nullable String to;

    @Option(
            names = "--question",
            defaultValue = ALL,
            paramLabel = "NAME",
            description = "Which question: carrier, notify, watch, issue, or all (without watch). Default: all.")
    private String question = ALL;

    @Option(names = "--json", description = "As one JSON object.")
    private boolean json;

    ReplayCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Period period = Days.period(context, from, to, Period.ALWAYS);
        Set<Question> questions = questions();
        MerchantId merchant = context.merchant();
        try (Reading reading = context.read()) {
            ReplayPolicy candidate = find("--policy", policy, reading);
            ReplayPolicy incumbent = find("--against", against, reading);
            ChoiceLog log = read(reading.store().log(), period, questions, merchant);
            Replayed replayed = Replayed.of(log, candidate, incumbent, questions);
            if (json) {
                JsonOut.print(context, ReplayJson.of(replayed));
            } else {
                ReplayPage.lines(replayed, FaceParts.texts(context)).forEach(context.out()::println);
            }
        }
        return CommandLineFace.DONE;
    }

    private ChoiceLog read(EventLog log, Period period, Set<Question> questions, MerchantId merchant) {
        ProgressLine progress = new ProgressLine(context, context.say("registro", "log"));
        long end = log.end();
        ChoiceLog choices = ChoiceLog.read(
                log, period, questions, merchant::equals, position -> progress.at(position, position, end));
        progress.end();
        return choices;
    }

    private ReplayPolicy find(String option, String name, Reading reading) {
        if (name.equals(CURRENT)) {
            return Policies.current(
                    snapshot(reading.store().log()),
                    reading.view().state().control().settings());
        }
        return Policies.find(name)
                .orElseThrow(() -> CommandFailure.usage(option + ": "
                        + context.say("no hay política «", "there is no policy '") + name
                        + context.say("». Tal vez una de: ", "'. Maybe one of: ")
                        + String.join(", ", Policies.names()) + ", " + CURRENT));
    }

    private static BrainSnapshot snapshot(EventLog log) {
        return log.snapshot(log.newestSnapshot())
                .map(Learner::restore)
                .orElseGet(Learner::cold)
                .current();
    }

    private Set<Question> questions() {
        String wanted = question.strip().toUpperCase(Locale.ROOT);
        if (wanted.equals(ALL.toUpperCase(Locale.ROOT))) {
            return EnumSet.complementOf(EnumSet.of(Question.WATCH));
        }
        for (Question each : Question.values()) {
            if (each.name().equals(wanted)) {
                return EnumSet.of(each);
            }
        }
        throw CommandFailure.usage("--question: " + question + " ≠ carrier, notify, watch, issue, all");
    }
}
