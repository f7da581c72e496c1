package co.litper.cerebro.logistics;

import co.litper.cerebro.vocabulary.IssueReason;

/** What a novedad text says: nothing is wrong, a reason that is known, or words that no table knows. */
public sealed interface IssueMeaning {
    /** The text is empty or says that there is no novedad. */
    record NoIssue() implements IssueMeaning {}

    /** The text names a reason; {@code OTHER} is one, for carriers that only write NOVEDAD. */
    record Recognised(IssueReason reason) implements IssueMeaning {}

    /**
     * A novedad of no known wording; it counts as {@code OTHER}, and the text wants to be counted.
     *
     * @param folded the text, folded; may name people or places, so it goes to no log
     */
    record Unrecognised(String folded) implements IssueMeaning {}
}
