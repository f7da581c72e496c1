package co.litper.cerebro.server.cli;

import co.litper.cerebro.StateView;
import co.litper.cerebro.adapters.sqlite.ReadFile;
import co.litper.cerebro.adapters.sqlite.SqliteStore;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.StateRow;
import co.litper.cerebro.log.StateStore;
import co.litper.cerebro.server.config.Wiring;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Drops state and read tables, folds the log again, and tells whether the two states agree. The tables are made by `serve`. */
@Command(
        name = "rebuild",
        description = {
            "Drop the state, fold the log again and compare. Decides and sends nothing.",
            "The tables that lists are read from are dropped too; `serve` makes them again."
        })
final class RebuildCommand implements Callable<Integer> {
    private final CliContext context;

    RebuildCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        context.requireStore();
        try (SqliteStore store =
                SqliteStore.open(context.dataDir(), Wiring.storeOptions(context.configuration(), context.clock()))) {
            EnvelopeCodec codec = new EnvelopeCodec();
            SortedMap<Long, StateRow> before =
                    StateView.open(store.log(), store.states(), codec).rows();
            context.err()
                    .println(context.say(
                            "Plegando " + (store.log().end() - 1) + " eventos…",
                            "Folding " + (store.log().end() - 1) + " events…"));
            SortedMap<Long, StateRow> after =
                    StateView.open(store.log(), StateStore.empty(), codec).rows();
            ReadFile.drop(context.dataDir());
            store.states().clear();
            store.states().checkpoint(store.log().end() - 1, new ArrayList<>(after.values()));
            return tell(differences(before, after), after.size());
        }
    }

    private int tell(long differences, int rows) {
        if (differences == 0) {
            context.out()
                    .println(context.say(
                            "Reconstruido: " + rows + " claves, iguales a las de antes.",
                            "Rebuilt: " + rows + " keys, equal to those before."));
            return CommandLineFace.DONE;
        }
        context.out()
                .println(context.say(
                        "Reconstruido: " + rows + " claves; " + differences + " eran distintas y quedan corregidas.",
                        "Rebuilt: " + rows + " keys; " + differences + " were different and are put right."));
        return CommandLineFace.FAILED;
    }

    private static long differences(SortedMap<Long, StateRow> before, SortedMap<Long, StateRow> after) {
        long differences = 0;
        for (var entry : after.entrySet()) {
            StateRow old = before.get(entry.getKey());
            if (old == null || !Arrays.equals(old.bytes(), entry.getValue().bytes())) {
                differences++;
            }
        }
        for (Long key : before.keySet()) {
            differences += after.containsKey(key) ? 0 : 1;
        }
        return differences;
    }
}
