package co.litper.cerebro.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/**
 * Whether Cerebro keeps its word when things break: the process is killed under load, writes fail, the log is cut and has
 * bytes changed. Nothing acknowledged may be lost, no effect may leave twice by a channel that cannot tell, every gap must
 * be listed, and a store started again must equal one folded from its log.
 *
 * <p>Options: {@code --rounds N} (50) of each part, {@code --seed S} (1), {@code --part kill|write|cut} for one part only.
 * A round of the first part is a kill; {@value #KILLS_PER_FOLDER} of them meet the same folder. When a process dies is left to
 * the machine, so a replay of that part meets the same load and about the same moments; the others replay exactly.
 */
public final class DurabilityBench implements Bench {
    private static final int KILLS_PER_FOLDER = 5;
    private static final int ROUNDS = 50;
    private static final int MOST_ROUNDS = 100_000;
    private static final String COMMAND = "./cerebro bench durability";

    /** What was asked for. */
    private record Asked(int rounds, long seed, String part) {
        static Asked of(List<String> args) {
            int rounds = ROUNDS;
            long seed = 1;
            String part = "";
            for (int i = 0; i < args.size(); i++) {
                String name = args.get(i);
                if (name.equals("--json")) {
                    continue;
                }
                String value = i + 1 < args.size() ? args.get(++i) : "";
                switch (name) {
                    case "--rounds" -> rounds = Math.clamp(Long.parseLong(value), 1, MOST_ROUNDS);
                    case "--seed" -> seed = Long.parseLong(value);
                    case "--part" -> part = value;
                    default ->
                        throw new IllegalArgumentException("durability knows no option " + name
                                + ". Maybe --rounds, --seed or --part kill|write|cut was meant.");
                }
            }
            return new Asked(rounds, seed, part);
        }

        boolean wants(String name) {
            return part.isEmpty() || part.equals(name);
        }
    }

    @Override
    public String name() {
        return "durability";
    }

    @Override
    public String description() {
        return "kills, failing writes and a cut log: nothing lost, nothing sent twice, state equals rebuilt";
    }

    /** Figures; {@code passed} is false, and each broken promise is listed with the line that replays it, if there is any. */
    @Override
    public BenchResult run(List<String> args, PrintStream progress) {
        Asked asked = Asked.of(args);
        DurabilityTally tally = measure(asked.rounds(), asked.seed(), asked.part(), progress);
        tally.violations().forEach(violation -> progress.println("BROKEN " + violation));
        SequencedMap<String, Object> ours = new LinkedHashMap<>(tally.figures());
        ours.put("passed", tally.violations().isEmpty());
        ours.put("violations", tally.violations());
        return new BenchResult(
                name(),
                ours,
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                List.of(asked.seed()),
                COMMAND + " --rounds " + asked.rounds() + " --seed " + asked.seed()
                        + (asked.part().isEmpty() ? "" : " --part " + asked.part()));
    }

    /** Runs the parts and tells all that was counted, broken promises included. */
    static DurabilityTally measure(int rounds, long seed, String part, PrintStream progress) {
        DurabilityTally tally = new DurabilityTally();
        Asked asked = new Asked(rounds, seed, part);
        tally.add("rounds", rounds);
        try {
            Path folder = Files.createTempDirectory("cerebro-durability");
            try {
                if (asked.wants("kill")) {
                    kill(asked, tally, folder, progress);
                }
                if (asked.wants("write")) {
                    failWrites(asked, tally, folder, progress);
                }
                if (asked.wants("cut")) {
                    cut(asked, tally, folder, progress);
                }
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException | SQLException e) {
            throw new IllegalStateException(e);
        }
        return tally;
    }

    private static void kill(Asked asked, DurabilityTally tally, Path folder, PrintStream progress)
            throws IOException, InterruptedException {
        for (int done = 0; done < asked.rounds(); done += KILLS_PER_FOLDER) {
            long seed = asked.seed() + done;
            int kills = Math.min(KILLS_PER_FOLDER, asked.rounds() - done);
            KillRounds.run(tally, replay("kill", kills, seed), seed, kills, folder.resolve("kill" + done));
            progress.println("killed " + (done + kills) + " of " + asked.rounds() + " times");
            delete(folder.resolve("kill" + done));
        }
    }

    private static void failWrites(Asked asked, DurabilityTally tally, Path folder, PrintStream progress)
            throws IOException, InterruptedException, ExecutionException {
        for (int n = 1; n <= asked.rounds(); n++) {
            Path one = folder.resolve("write" + n);
            FailingWriteRounds.run(tally, replay("write", n, asked.seed()), asked.seed(), n, one);
            delete(one);
        }
        progress.println("let " + asked.rounds() + " writes fail");
    }

    private static void cut(Asked asked, DurabilityTally tally, Path folder, PrintStream progress)
            throws IOException, SQLException, InterruptedException, ExecutionException {
        CutLogRounds rounds = CutLogRounds.prepare(tally, asked.seed(), folder);
        for (int i = 0; i < asked.rounds(); i++) {
            Path one = folder.resolve("cut" + i);
            rounds.run(replay("cut", i + 1, asked.seed()), asked.seed() + i, one);
            delete(one);
        }
        progress.println("cut the log " + asked.rounds() + " times");
    }

    private static String replay(String part, int rounds, long seed) {
        return COMMAND + " --part " + part + " --rounds " + rounds + " --seed " + seed;
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
