package co.litper.cerebro.server.cli;

import co.litper.cerebro.StateView;
import co.litper.cerebro.learn.improve.Answers;
import co.litper.cerebro.learn.improve.ImprovementReport;
import co.litper.cerebro.learn.improve.Improvements;
import co.litper.cerebro.learn.improve.Improver;
import co.litper.cerebro.learn.improve.Standing;
import co.litper.cerebro.learn.replay.Period;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.logistics.CityDirectory;
import co.litper.cerebro.server.Installation;
import co.litper.cerebro.server.Reading;
import co.litper.cerebro.server.improve.ImproveJson;
import co.litper.cerebro.server.improve.ImprovePage;
import co.litper.cerebro.server.improve.ImproveWords;
import co.litper.cerebro.server.improve.ImprovementDesk;
import co.litper.cerebro.server.text.CityText;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what would do better, and changes it, by itself or as people say. */
@Command(
        name = "improve",
        description = "Trends, weak segments, and settings that would do better, with confidence. Changes nothing.")
final class ImproveCommand implements Callable<Integer> {
    private final CliContext context;

    @Option(names = "--json", description = "As one JSON object.")
    private boolean json;

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "First day, 2026-03-01, in Bogotá. Default: 14 weeks ago.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "DATE", description = "Last day, included, in Bogotá. Default: today.")
    private @Nullable String to;

    ImproveCommand(CliContext context) {
        this.context = context;
    }

    /** What an answer does. */
    @FunctionalInterface
    private interface Answering {
        Answers.Result to(int number, Standing standing, String by);
    }

    @Override
    public Integer call() {
        Period period = Days.period(context, from, to, ImprovementDesk.usualPeriod(now()));
        try (Reading reading = context.read()) {
            Standing standing = standing(reading.view().state().control().values());
            ImprovementReport report = report(reading.store().log(), period, standing);
            show(report, json, false);
        }
        return CommandLineFace.DONE;
    }

    @Command(
            name = "run",
            description = "Do what the report says: apply, propose, measure, take back. For once a week.")
    int run(@Option(names = "--json", description = "As one JSON object.") boolean asJson) throws InterruptedException {
        context.requireStore();
        try (Installation installation = context.open()) {
            Standing standing = standing(values(installation));
            Period period = ImprovementDesk.usualPeriod(now());
            ImprovementReport report = report(installation.store().log(), period, standing);
            ImprovementDesk.append(installation, Improver.steps(report, standing), context.clock());
            show(report, asJson, true);
        } catch (ExecutionException e) {
            throw CliContext.asStoreException(e);
        }
        context.audit("improve.run", "settings");
        return CommandLineFace.DONE;
    }

    @Command(name = "apply", description = "Say yes to a change that waits; its effect is measured afterwards.")
    int apply(
            @Parameters(paramLabel = "N", description = "Its number, as history shows it.") int number,
            @Option(names = "--by", paramLabel = "NAME", defaultValue = "operator", description = "Who says so.")
                    String by)
            throws InterruptedException {
        return answer("improve.apply", number, by, Answers::apply);
    }

    @Command(name = "reject", description = "Say no to a change that waits; it is not proposed again for eight weeks.")
    int reject(
            @Parameters(paramLabel = "N", description = "Its number, as history shows it.") int number,
            @Option(names = "--by", paramLabel = "NAME", defaultValue = "operator", description = "Who says so.")
                    String by)
            throws InterruptedException {
        return answer("improve.reject", number, by, Answers::reject);
    }

    @Command(name = "revert", description = "Take a change back that is in force.")
    int revert(
            @Parameters(paramLabel = "N", description = "Its number, as history shows it.") int number,
            @Option(names = "--by", paramLabel = "NAME", defaultValue = "operator", description = "Who says so.")
                    String by)
            throws InterruptedException {
        return answer("improve.revert", number, by, Answers::revert);
    }

    @Command(name = "history", description = "All changes: how they stand, what was promised, what came of them.")
    int history(@Option(names = "--json", description = "As one JSON object.") boolean asJson) {
        try (Reading reading = context.read()) {
            Improvements all = Improvements.of(reading.view().state().control().values());
            if (asJson) {
                JsonOut.print(context, ImproveJson.history(all));
            } else {
                page().history(all).forEach(context.out()::println);
            }
        }
        return CommandLineFace.DONE;
    }

    private int answer(String what, int number, String by, Answering answering) throws InterruptedException {
        context.requireStore();
        try (Installation installation = context.open()) {
            switch (answering.to(number, standing(values(installation)), by)) {
                case Answers.Refused(Answers.Why why) ->
                    throw CommandFailure.failed(number + ": " + new ImproveWords(context.language()).why(why));
                case Answers.Done done -> {
                    ImprovementDesk.append(installation, done.steps(), context.clock());
                    page().history(new Improvements(List.of(done.improvement())))
                            .forEach(context.out()::println);
                }
            }
        } catch (ExecutionException e) {
            throw CliContext.asStoreException(e);
        }
        context.audit(what, String.valueOf(number));
        return CommandLineFace.DONE;
    }

    private ImprovementReport report(EventLog log, Period period, Standing standing) {
        ProgressLine progress = new ProgressLine(context, context.say("registro", "log"));
        long end = log.end();
        ImprovementReport report =
                ImprovementDesk.report(log, period, standing, position -> progress.at(position, position, end));
        progress.end();
        return report;
    }

    private void show(ImprovementReport report, boolean asJson, boolean done) {
        if (asJson) {
            JsonOut.print(context, ImproveJson.of(report));
        } else {
            page().lines(report, done).forEach(context.out()::println);
        }
    }

    private ImprovePage page() {
        return new ImprovePage(FaceParts.texts(context), CityText.of(CityDirectory.packaged()));
    }

    private Standing standing(Map<String, String> values) {
        return ImprovementDesk.standing(values, context.configuration(), now());
    }

    private static Map<String, String> values(Installation installation) {
        return StateView.open(installation.store().log(), installation.store().states(), new EnvelopeCodec())
                .state()
                .control()
                .values();
    }

    private Instant now() {
        return context.clock().now();
    }
}
