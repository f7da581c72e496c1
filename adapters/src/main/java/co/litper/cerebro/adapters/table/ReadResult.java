package co.litper.cerebro.adapters.table;

/** How the reading of a file ended. */
public sealed interface ReadResult {

    /** The account of what was read, to the end or until the problem. */
    ReadSummary summary();

    /** The file was read to its end. */
    record Complete(ReadSummary summary) implements ReadResult {}

    /** The file could not be read, or not to its end; rows that were delivered before are good. */
    record Stopped(ReadSummary summary, FileProblem problem) implements ReadResult {}
}
