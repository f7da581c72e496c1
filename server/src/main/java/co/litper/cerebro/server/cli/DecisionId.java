package co.litper.cerebro.server.cli;

import co.litper.cerebro.decision.Decision;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a decision's id as people see it. */
final class DecisionId {
    private static final Pattern LABEL = Pattern.compile("[Dd]?([0-9]{1,15})(?:\\.([0-9]{1,4}))?");

    private DecisionId() {}

    /** The id in {@code D1042} or {@code D77.3}; empty if the text is neither. */
    static Optional<Long> parse(String text) {
        Matcher label = LABEL.matcher(text.trim());
        if (!label.matches()) {
            return Optional.empty();
        }
        int ordinal = label.group(2) == null ? 0 : Integer.parseInt(label.group(2));
        return ordinal >= Decision.PER_POSITION
                ? Optional.empty()
                : Optional.of(Decision.idOf(Long.parseLong(label.group(1)), ordinal));
    }
}
