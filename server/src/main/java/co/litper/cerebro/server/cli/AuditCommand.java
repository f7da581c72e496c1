package co.litper.cerebro.server.cli;

import co.litper.cerebro.adapters.sqlite.SqliteAccess;
import co.litper.cerebro.adapters.sqlite.SqliteAccess.Act;
import co.litper.cerebro.adapters.sqlite.SqliteAccess.Numbered;
import co.litper.cerebro.adapters.sqlite.SqliteAccess.Proof;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists what people and programs did, and checks that nobody touched the list. */
@Command(name = "audit", description = "What was done by whom: list it, or check that nobody touched the list.")
final class AuditCommand implements Callable<Integer> {
    private static final int HEAD_SHOWN = 64;

    private final CliContext context;

    @Option(names = "--limit", defaultValue = "50", description = "At most so many.")
    private int limit;

    @Option(names = "--before", paramLabel = "N", description = "Only acts before this number.")
    private @Nullable Long before;

    @Option(names = "--verify", description = "Check the chain of all acts and show its head, to be noted elsewhere.")
    private boolean verify;

    @Option(
            names = "--expect",
            paramLabel = "N:HEAD",
            description = "With --verify: a head noted earlier that must still stand in the chain.")
    private @Nullable String expected;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    AuditCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (limit < 1) {
            throw CommandFailure.usage("--limit: " + limit + " < 1");
        }
        Optional<SqliteAccess> found = SqliteAccess.openReadOnly(context.dataDir(), context.storeOptions());
        if (found.isEmpty()) {
            if (expected != null) {
                throw CommandFailure.failed(gone());
            }
            context.err().println(context.say("Aún no hay actos.", "There are no acts yet."));
            return CommandLineFace.DONE;
        }
        try (SqliteAccess file = found.get()) {
            return verify || expected != null ? verified(file) : list(file);
        }
    }

    private int list(SqliteAccess file) {
        List<Numbered> acts = file.acts(before == null ? Long.MAX_VALUE : before, limit);
        for (Numbered each : acts) {
            Act act = each.act();
            if (json) {
                JsonOut.print(
                        context,
                        JsonOut.object()
                                .put("number", each.number())
                                .put("at", act.at().toString())
                                .put("actor", act.actor())
                                .put("what", act.what())
                                .put("target", act.target())
                                .put("result", act.result())
                                .put("correlation", act.correlation()));
            } else {
                context.out()
                        .println(each.number() + "  " + act.at() + "  " + act.actor() + "  " + act.what() + "  "
                                + act.target() + "  " + act.result() + "  " + act.correlation());
            }
        }
        return CommandLineFace.DONE;
    }

    private int verified(SqliteAccess file) {
        Proof proof = file.verify();
        Optional<String> problem = proof.problem();
        if (problem.isEmpty() && expected != null && !stands(file, expected)) {
            problem = Optional.of(gone());
        }
        if (json) {
            JsonOut.print(
                    context,
                    JsonOut.object()
                            .put("acts", proof.count())
                            .put("head", proof.head())
                            .put("ok", problem.isEmpty())
                            .put("problem", problem.orElse("")));
        } else if (problem.isPresent()) {
            context.out().println(context.say("ALTERADO: ", "TOUCHED: ") + problem.get());
        } else {
            context.out()
                    .println(proof.count()
                            + context.say(" actos, cadena íntegra. Cabeza: ", " acts, chain intact. Head: ")
                            + proof.count() + ":" + proof.head());
        }
        return problem.isEmpty() ? CommandLineFace.DONE : CommandLineFace.FAILED;
    }

    /** True if the act with the noted number still has the noted link. */
    private boolean stands(SqliteAccess file, String noted) {
        int colon = noted.indexOf(':');
        if (colon < 1
                || noted.length() - colon - 1 != HEAD_SHOWN
                || !noted.substring(0, colon).matches("[0-9]{1,18}")) {
            throw CommandFailure.usage(context.say(
                    "--expect: se espera N:CABEZA, como la muestra --verify.",
                    "--expect: N:HEAD is wanted, as --verify shows it."));
        }
        long number = Long.parseLong(noted.substring(0, colon));
        return number == 0
                || file.acts(number + 1, 1).stream()
                        .anyMatch(a -> a.number() == number && a.link().equals(noted.substring(colon + 1)));
    }

    private String gone() {
        return context.say(
                "la cabeza anotada ya no está en la cadena. Tal vez se restauró una copia anterior, o alguien la reescribió.",
                "the head that was noted is not in the chain any more. Maybe an older backup was restored, or someone"
                        + " wrote it anew.");
    }
}
