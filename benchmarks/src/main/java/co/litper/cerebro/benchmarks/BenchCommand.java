package co.litper.cerebro.benchmarks;

import co.litper.cerebro.server.cli.CliContext;
import co.litper.cerebro.server.cli.CommandFailure;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Unmatched;

/** Runs a bench and prints what it found; in a checkout only. */
@Command(
        name = "bench",
        description = {
            "Measure, beside floors and peers.",
            "What follows the name goes to the bench, such as --data DIR or --events 100000,1000000."
        })
final class BenchCommand implements Callable<Integer> {
    private static final int DONE = 0;
    private static final int FAILED = 1;

    private final CliContext context;
    private final List<Bench> benches;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "NAME",
            description = "Which one; without it they are listed.")
    @Nullable
    private String name;

    @Option(names = "--json", description = "Last line: one JSON object.")
    private boolean json;

    @Unmatched
    private List<String> rest = new ArrayList<>();

    BenchCommand(CliContext context, List<Bench> benches) {
        this.context = context;
        this.benches = benches;
    }

    @Override
    public Integer call() {
        if (name == null) {
            benches.forEach(b -> context.out().printf("%-12s %s%n", b.name(), b.description()));
            return DONE;
        }
        Bench bench = benches.stream()
                .filter(b -> b.name().equals(name))
                .findFirst()
                .orElseThrow(() -> CommandFailure.usage("no bench is named '" + name + "'. Maybe one of "
                        + benches.stream().map(Bench::name).toList()));
        try {
            BenchResult result = bench.run(rest, new PrintStream(System.err, true));
            show(result);
            return Boolean.FALSE.equals(result.ours().get("passed")) ? FAILED : DONE;
        } catch (BenchDataException e) {
            throw CommandFailure.usage(String.valueOf(e.getMessage()));
        }
    }

    private void show(BenchResult result) {
        if (json) {
            context.out().println(result.toJson());
            return;
        }
        show("ours", result.ours());
        show("floor", result.floor());
        show("peer", result.peer());
        show("ceiling", result.ceiling());
    }

    private void show(String title, Map<String, ?> figures) {
        figures.forEach((metric, value) -> context.out().printf("%-8s %-32s %s%n", title, metric, value));
    }
}
