package co.litper.cerebro.benchmarks.drift;

import co.litper.cerebro.benchmarks.Bench;
import co.litper.cerebro.benchmarks.BenchDataException;
import co.litper.cerebro.benchmarks.BenchResult;
import co.litper.cerebro.benchmarks.streams.StreamTable;
import co.litper.cerebro.learners.drift.Detectors;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeSet;

/**
 * Delay, false alarms and missed drifts of a detector over a stream whose drifts are known, beside no detector, the other
 * detectors and one that knows.
 */
public final class DriftBench implements Bench {
    /** Rows read at most: what a gigabyte holds. */
    private static final int MOST_ROWS = 5_000_000;

    private static final String USAGE =
            "give --file F (CSV or ARFF, also .gz; last column is the class) --drifts ROW,ROW… [--detector NAME, default best] "
                    + "[--seed N]; detectors: " + Detectors.names();

    @Override
    public String name() {
        return "drift";
    }

    @Override
    public String description() {
        return "delay and false alarms of a drift detector (--file F --drifts 20000,40000 --detector NAME)";
    }

    @Override
    public BenchResult run(List<String> args, PrintStream progress) {
        String detector = option(args, "--detector", "best");
        if (!Detectors.names().contains(detector)) {
            throw new BenchDataException(
                    "no detector is named '" + detector + "'. Maybe one of " + Detectors.names(), null);
        }
        Path file = Path.of(option(args, "--file", ""));
        long seed = number(option(args, "--seed", "1"));
        StreamTable data = StreamTable.read(file, MOST_ROWS, null, false);
        List<Integer> drifts = drifts(option(args, "--drifts", ""), data.labels().length);
        progress.println(
                "drift: " + data.labels().length + " rows, " + data.classes().size() + " classes");
        SequencedMap<String, Object> peers = new LinkedHashMap<>();
        for (String peer : Detectors.names()) {
            if (!peer.equals(detector) && !peer.equals("best")) {
                peers.put(
                        peer,
                        DriftRun.of(data, drifts, Detectors.named(peer, seed)).figures());
            }
        }
        return new BenchResult(
                "drift",
                DriftRun.of(data, drifts, Detectors.named(detector, seed)).figures(),
                DriftRun.untouched(data, drifts).figures(),
                peers,
                DriftRun.oracle(data, drifts).figures(),
                List.of(seed),
                "./cerebro bench drift " + String.join(" ", args));
    }

    private static String option(List<String> args, String name, String otherwise) {
        int at = args.indexOf(name);
        if (at >= 0 && at + 1 < args.size()) {
            return args.get(at + 1);
        }
        if (otherwise.isEmpty() || at >= 0) {
            throw new BenchDataException(name + " is missing: " + USAGE, null);
        }
        return otherwise;
    }

    private static List<Integer> drifts(String text, int rows) {
        TreeSet<Integer> drifts = new TreeSet<>();
        for (String part : text.split(",", -1)) {
            long row = number(part.strip());
            if (row < 1 || row >= rows) {
                throw new BenchDataException("--drifts has " + row + " in a file of " + rows + " rows", null);
            }
            drifts.add((int) row);
        }
        return new ArrayList<>(drifts);
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new BenchDataException("'" + text + "' is no whole number: " + USAGE, e);
        }
    }
}
