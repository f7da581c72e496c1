package co.litper.cerebro.benchmarks.streams;

import co.litper.cerebro.benchmarks.BenchDataException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param file CSV or ARFF, plain or .gz
 * @param target name or place of the target; null is the last column
 * @param learner one of {@link NamedLearners#NAMES}
 * @param regression whether the target is a number to be foreseen
 * @param moa whether MOA runs beside it
 * @param delay rows between a row and its label
 * @param limit rows read at most
 * @param seeds runs, with seeds from 1
 */
record PrequentialOptions(
        Path file,
        @Nullable String target,
        String learner,
        boolean regression,
        boolean moa,
        int delay,
        int limit,
        int seeds) {
    static final String USAGE =
            "--file F --learner NAME [--target COLUMN] [--task classification|regression] [--peer moa]"
                    + " [--delay ROWS] [--limit ROWS] [--seeds RUNS]";

    /** Runs at most: more say little and take long. */
    private static final int MOST_SEEDS = 100;

    static PrequentialOptions parse(List<String> args) {
        Path file = null;
        String target = null;
        String learner = null;
        boolean regression = false;
        boolean moa = false;
        int delay = 0;
        int limit = Integer.MAX_VALUE;
        int seeds = 1;
        for (int i = 0; i < args.size(); i += 2) {
            String option = args.get(i);
            if (i + 1 >= args.size()) {
                throw new BenchDataException("option " + option + " has no value. Usage: " + USAGE, null);
            }
            String value = args.get(i + 1);
            switch (option) {
                case "--file" -> file = Path.of(value);
                case "--target" -> target = value;
                case "--learner" -> learner = value;
                case "--task" -> regression = oneOf(option, value, "classification", "regression");
                case "--peer" -> moa = oneOf(option, value, "none", "moa");
                case "--delay" -> delay = number(option, value, 0, Integer.MAX_VALUE);
                case "--limit" -> limit = number(option, value, 1, Integer.MAX_VALUE);
                case "--seeds" -> seeds = number(option, value, 1, MOST_SEEDS);
                default -> throw new BenchDataException("unknown option " + option + ". Usage: " + USAGE, null);
            }
        }
        if (file == null || learner == null) {
            throw new BenchDataException(
                    "--file and --learner are needed. Usage: " + USAGE + "; learners: " + NamedLearners.NAMES, null);
        }
        return new PrequentialOptions(file, target, learner, regression, moa, delay, limit, seeds);
    }

    private static boolean oneOf(String option, String value, String no, String yes) {
        if (!value.equals(no) && !value.equals(yes)) {
            throw new BenchDataException(option + " is " + value + ". Maybe " + no + " or " + yes + ".", null);
        }
        return value.equals(yes);
    }

    private static int number(String option, String value, int least, int most) {
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new BenchDataException(option + " is " + value + ", a number from " + least + " was expected", e);
        }
        throw new BenchDataException(option + " is " + value + ", must be " + least + " to " + most, null);
    }

    /** The line that repeats the run. */
    String command() {
        StringBuilder line = new StringBuilder("./cerebro bench prequential --file ").append(file);
        if (target != null) {
            line.append(" --target ").append(target);
        }
        line.append(" --learner ").append(learner);
        if (regression) {
            line.append(" --task regression");
        }
        if (moa) {
            line.append(" --peer moa");
        }
        if (delay > 0) {
            line.append(" --delay ").append(delay);
        }
        if (limit < Integer.MAX_VALUE) {
            line.append(" --limit ").append(limit);
        }
        return line.append(" --seeds ").append(seeds).append(" --json").toString();
    }
}
