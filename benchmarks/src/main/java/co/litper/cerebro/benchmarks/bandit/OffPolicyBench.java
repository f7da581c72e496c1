package co.litper.cerebro.benchmarks.bandit;

import co.litper.cerebro.benchmarks.Bench;
import co.litper.cerebro.benchmarks.BenchDataException;
import co.litper.cerebro.benchmarks.BenchResult;
import co.litper.cerebro.learners.offpolicy.Demands;
import co.litper.cerebro.learners.offpolicy.OffPolicy;
import co.litper.cerebro.learners.offpolicy.Verdict;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Off-policy estimates whose truth is known: one policy of a log in the Open Bandit layout from the other's rounds, or the
 * experiment that turns a classification file into logs.
 */
public final class OffPolicyBench implements Bench {
    private static final String NAME = "offpolicy";
    private static final int LOGS = 200;
    /** Of the stand-in for digits. */
    private static final long DIGITS_SEED = 20_260_101;

    /** Relative errors in the Open Bandit Pipeline's example on the real digits, as quoted in the project's references. */
    private static final Map<String, Double> QUOTED = Map.of("IPS", 0.0303, "DR", 0.0162, "DR-OS", 0.0159);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return "off-policy estimates against the truth (--log DIR in the Open Bandit layout, or --file F"
                + " [--target COL] [--logs N]; without either a generated stand-in for digits)";
    }

    @Override
    public BenchResult run(List<String> args, PrintStream progress) {
        Options options = new Options(args, List.of("--log", "--campaign", "--file", "--game", "--target", "--logs"));
        options.oneOf("--game", "classification", Map.of("classification", true));
        return options.text("--log").isPresent()
                ? fromLogs(Path.of(options.text("--log").orElseThrow()), options, progress)
                : fromClasses(options, progress);
    }

    private static BenchResult fromLogs(Path folder, Options options, PrintStream progress) {
        List<String> policies = folders(folder);
        SequencedMap<String, Object> ours = new LinkedHashMap<>();
        SequencedMap<String, Object> floor = new LinkedHashMap<>();
        SequencedMap<String, Object> ceiling = new LinkedHashMap<>();
        for (String campaign : campaigns(folder, policies, options)) {
            Map<String, OpenBanditLog> logs = new LinkedHashMap<>();
            for (String policy : policies) {
                Path file = folder.resolve(policy).resolve(campaign).resolve(campaign + ".csv");
                if (Files.exists(file)) {
                    logs.put(policy, OpenBanditLog.read(file));
                    progress.printf(
                            "offpolicy: %s %s, %d rounds%n",
                            policy, campaign, logs.get(policy).read());
                }
            }
            logs.forEach((judged, truth) -> logs.forEach((acted, log) -> {
                if (!acted.equals(judged)) {
                    String key = campaign + ": " + judged + " from " + acted;
                    ours.put(key, OpenBanditRun.estimates(log, truth));
                    floor.put(key, Map.of("meanOfTheLog", log.mean()));
                    ceiling.put(key, Map.of("onPolicyMean", truth.mean()));
                }
            }));
        }
        if (ours.isEmpty()) {
            throw new BenchDataException(
                    "no campaign under " + folder + " was logged by two policies. Maybe --log should name the folder"
                            + " that holds 'random' and 'bts'.",
                    null);
        }
        return new BenchResult(NAME, ours, floor, new LinkedHashMap<>(), ceiling, List.of(), options.command(NAME));
    }

    private static List<String> campaigns(Path folder, List<String> policies, Options options) {
        return options.text("--campaign")
                .map(List::of)
                .orElseGet(() -> policies.stream()
                        .flatMap(p -> folders(folder.resolve(p)).stream())
                        .distinct()
                        .sorted()
                        .toList());
    }

    private static List<String> folders(Path folder) {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(Files::isDirectory)
                    .map(p -> p.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new BenchDataException("no data: " + folder + " is not a folder that can be read", e);
        }
    }

    private static BenchResult fromClasses(Options options, PrintStream progress) {
        int logs = options.number("--logs", LOGS, 2, 100_000);
        Dataset data = options.text("--file")
                .map(file -> {
                    Table table = Table.read(Path.of(file));
                    return Dataset.of(
                            table,
                            options.text("--target")
                                    .map(table::column)
                                    .orElse(table.names().size() - 1));
                })
                .orElseGet(() -> {
                    progress.println(
                            "offpolicy: no --file, so a stand-in for digits is generated from seed " + DIGITS_SEED);
                    return Digits.generate(DIGITS_SEED);
                });
        ClassificationLog source = new ClassificationLog(data, 0);
        progress.printf(
                "offpolicy: %d logs of %d rounds; the policy that acts earns %.4f, the one to judge %.4f%n",
                logs, source.size(), source.actsValue(), source.truth());
        return classes(source, logs, options);
    }

    private static BenchResult classes(ClassificationLog source, int logs, Options options) {
        double truth = source.truth();
        SequencedMap<String, Tally> same = new LinkedHashMap<>();
        SequencedMap<String, Tally> fresh = new LinkedHashMap<>();
        for (int seed = 0; seed < logs; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            for (Verdict v : OffPolicy.estimateAll(source.sameRows(random), Demands.USUAL)) {
                same.computeIfAbsent(v.estimator().label(), _ -> new Tally()).add(v, truth);
            }
            for (Verdict v : OffPolicy.estimateAll(source.freshRows(random), Demands.USUAL)) {
                fresh.computeIfAbsent(v.estimator().label(), _ -> new Tally()).add(v, truth);
            }
        }
        SequencedMap<String, Object> ours = new LinkedHashMap<>();
        ours.put("drOverIps", relativeError(same, "DR") / relativeError(same, "IPS"));
        same.forEach((label, tally) -> ours.put(label + " on the same rows", tally.figures()));
        fresh.forEach((label, tally) -> ours.put(label + " on fresh rows", tally.figures()));
        SequencedMap<String, Object> floor = new LinkedHashMap<>();
        floor.put("relativeErrorOfTheLogsMean", Math.abs(source.actsValue() - truth) / truth);
        SequencedMap<String, Object> peer = new LinkedHashMap<>();
        QUOTED.forEach((label, error) -> peer.put("quoted " + label + " on the real digits", error));
        SequencedMap<String, Object> ceiling = new LinkedHashMap<>();
        ceiling.put("value", truth);
        return new BenchResult(
                NAME,
                ours,
                floor,
                peer,
                ceiling,
                LongStream.range(0, logs).boxed().toList(),
                options.command(NAME));
    }

    private static double relativeError(Map<String, Tally> tallies, String label) {
        return Objects.requireNonNull(tallies.get(label)).relativeError();
    }
}
