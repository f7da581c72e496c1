package co.litper.cerebro.benchmarks.experiment;

import co.litper.cerebro.benchmarks.Bench;
import co.litper.cerebro.benchmarks.BenchDataException;
import co.litper.cerebro.benchmarks.BenchResult;
import co.litper.cerebro.learners.inference.Comparison;
import co.litper.cerebro.learners.inference.Effect;
import co.litper.cerebro.learners.inference.ManyTests;
import co.litper.cerebro.learners.inference.Moments;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Tests the metrics of an experiment's file between its variants, and their sizes; or counts what peeking finds. */
public final class ExperimentBench implements Bench {
    private static final double COVERAGE = 0.95;
    private static final String USAGE =
            "give --file F (CSV, also .gz) --unit COL --variant COL --metric COL…, or --peek [--seed N]";

    @Override
    public String name() {
        return "experiment";
    }

    @Override
    public String description() {
        return "an A/B test from a file (--file F --unit COL --variant COL --metric COL), or --peek: false positives";
    }

    @Override
    public BenchResult run(List<String> args, PrintStream progress) {
        SequencedMap<String, Object> ours = new LinkedHashMap<>();
        SequencedMap<String, Object> floor = new LinkedHashMap<>();
        SequencedMap<String, Object> peer = new LinkedHashMap<>();
        SequencedMap<String, Object> ceiling = new LinkedHashMap<>();
        long seed = seed(args);
        if (args.contains("--peek")) {
            progress.println("experiment: simulating, looking after every observation");
            PeekingRuns.run(seed, ours, floor);
            ceiling.put("falsePositives", 1 - COVERAGE);
            ceiling.put("of", "what 95 % coverage promises at most");
        } else {
            List<String> metrics = options(args, "--metric");
            ExperimentTable table = ExperimentTable.read(
                    Path.of(options(args, "--file").getFirst()),
                    options(args, "--unit").getFirst(),
                    options(args, "--variant").getFirst(),
                    metrics);
            judge(table, metrics, ours);
            floor.putAll(ReferenceTests.floor(table, metrics, seed));
            peer.putAll(ReferenceTests.peer(table, metrics));
            ceiling.put("of", "the truth of an experiment on file is not known; --peek makes some where it is");
        }
        return new BenchResult(
                "experiment",
                ours,
                floor,
                peer,
                ceiling,
                List.of(seed),
                "./cerebro bench experiment " + String.join(" ", args));
    }

    private static void judge(ExperimentTable table, List<String> metrics, SequencedMap<String, Object> ours) {
        List<String> variants = table.variants();
        SequencedMap<String, Object> counts = new LinkedHashMap<>();
        long[] sizes =
                variants.stream().mapToLong(v -> table.values(v, 0).length).toArray();
        double[] weights = new double[sizes.length];
        Arrays.fill(weights, 1);
        for (int i = 0; i < sizes.length; i++) {
            counts.put(variants.get(i), sizes[i]);
        }
        double mismatch = Comparison.sampleRatio(sizes, weights);
        ours.put("units", counts);
        ours.put("sampleRatioP", mismatch);
        ours.put("sampleRatioMismatch", mismatch < 0.01);
        ours.put("unitsRepeated", table.repeated());
        ours.put("unitsInTwoVariants", table.mixed());
        List<SequencedMap<String, Object>> tests = new ArrayList<>();
        for (int m = 0; m < metrics.size(); m++) {
            for (String variant : variants.subList(1, variants.size())) {
                SequencedMap<String, Object> test =
                        compare(table.values(variants.getFirst(), m), table.values(variant, m));
                test.putFirst("variants", variants.getFirst() + " → " + variant);
                test.putFirst("metric", metrics.get(m));
                tests.add(test);
            }
        }
        double[] holm = ManyTests.holm(tests.stream()
                .mapToDouble(t -> (Double) t.getOrDefault("p", 1.0))
                .toArray());
        for (int i = 0; i < holm.length; i++) {
            tests.get(i).put("pHolm", holm[i]);
        }
        ours.put("tests", tests);
    }

    static SequencedMap<String, Object> compare(double[] first, double[] second) {
        SequencedMap<String, Object> test = new LinkedHashMap<>();
        try {
            if (isYesOrNo(first) && isYesOrNo(second)) {
                compareRates(first, second, test);
            } else {
                test.put("test", "welch");
                show(Comparison.welch(Moments.of(first), Moments.of(second), COVERAGE), test);
                test.put("pMannWhitney", Comparison.mannWhitney(first, second));
            }
        } catch (IllegalArgumentException e) {
            test.put("refused", String.valueOf(e.getMessage()));
        }
        return test;
    }

    private static void compareRates(double[] first, double[] second, SequencedMap<String, Object> test) {
        int yes = (int) Arrays.stream(first).sum();
        int otherYes = (int) Arrays.stream(second).sum();
        boolean large = Comparison.isLarge(yes, first.length, otherYes, second.length);
        test.put("test", large ? "two proportions, z, pooled" : "fisher");
        test.put("rates", List.of((double) yes / first.length, (double) otherYes / second.length));
        show(Comparison.proportions(yes, first.length, otherYes, second.length, COVERAGE), test);
        if (!large) {
            test.put("p", Comparison.fisher(yes, first.length, otherYes, second.length));
        }
    }

    private static void show(Effect effect, SequencedMap<String, Object> test) {
        test.put("difference", effect.difference());
        test.put("low95", effect.low());
        test.put("high95", effect.high());
        test.put("p", effect.pValue());
    }

    static boolean isYesOrNo(double[] values) {
        return Arrays.stream(values).allMatch(v -> v == 0 || v == 1);
    }

    private static long seed(List<String> args) {
        try {
            return args.contains("--seed")
                    ? Long.parseLong(options(args, "--seed").getFirst())
                    : 1;
        } catch (NumberFormatException e) {
            throw new BenchDataException("--seed is no whole number: " + USAGE, e);
        }
    }

    private static List<String> options(List<String> args, String name) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < args.size(); i++) {
            if (args.get(i).equals(name)) {
                for (int v = i + 1; v < args.size() && !args.get(v).startsWith("--"); v++) {
                    values.add(args.get(v));
                }
            }
        }
        if (values.isEmpty()) {
            throw new BenchDataException(name + " is missing: " + USAGE, null);
        }
        return values;
    }
}
