package co.litper.cerebro.adapters.sqlite;

import co.litper.cerebro.log.EventLog;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;

/** A process that appends batches as fast as it can and says each time how far it was acknowledged, until it is killed. */
final class Crashing {
    private static final int MOST_IN_BATCH = 120;

    private Crashing() {}

    /** Arguments: folder, seed of the batches, bytes of the write-ahead log. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        SplittableRandom sizes = new SplittableRandom(Long.parseLong(arguments[1]));
        SqliteStore.Options options = SqliteStore.Options.standard().withWalBytes(Integer.parseInt(arguments[2]));
        try (SqliteStore store = SqliteStore.open(Path.of(arguments[0]), options)) {
            EventLog log = store.log();
            while (!out.checkError()) {
                log.append(Noise.entries(log.end(), nextSize(sizes)), List.of());
                out.println(log.end());
            }
        }
    }

    private static int nextSize(SplittableRandom sizes) {
        return 1 + sizes.nextInt(MOST_IN_BATCH);
    }

    /** Every end that the log may have: those between batches, up to and with the first not below {@code end}. */
    static TreeSet<Long> ends(long seed, long end) {
        SplittableRandom sizes = new SplittableRandom(seed);
        TreeSet<Long> ends = new TreeSet<>(List.of(EventLog.FIRST));
        while (ends.last() < end) {
            ends.add(ends.last() + nextSize(sizes));
        }
        return ends;
    }

    /** Runs it on {@code folder} until {@code batches} were acknowledged, kills it, and tells the end that it last acknowledged. */
    static long runAndKill(Path folder, long seed, int walBytes, int batches) throws IOException, InterruptedException {
        Process process = start(folder, seed, walBytes);
        String last = "";
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            int seen = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                last = line;
                if (++seen == batches) {
                    process.toHandle().destroyForcibly(); // unlike the process itself this leaves its output readable
                }
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        return Long.parseLong(last);
    }

    static Process start(Path folder, long seed, int walBytes) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Crashing.class.getName(),
                folder.toString(),
                Long.toString(seed),
                Integer.toString(walBytes)));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
