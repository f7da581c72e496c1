package co.litper.cerebro.benchmarks;

import java.io.PrintStream;
import java.util.List;

/** A named run that measures something. */
public interface Bench {

    /** The name behind {@code ./cerebro bench}. */
    String name();

    /** One line for the help. */
    String description();

    /**
     * Runs it.
     *
     * @param args options, such as {@code --data DIR}
     * @param progress where progress is told to people, one line at a time
     * @throws BenchDataException if the data that it needs is not there; the caller prints the message and exits with 2
     */
    BenchResult run(List<String> args, PrintStream progress);
}
