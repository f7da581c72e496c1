package co.litper.cerebro.server.receipt;

import co.litper.cerebro.decision.Decision;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the label of a decision as people write it: {@code D1042}, {@code d77.3}. */
public final class DecisionLabel {
    /** As many digits as a position can have before ids overflow. */
    private static final Pattern LABEL = Pattern.compile("[Dd]([0-9]{1,15})(?:\\.([0-9]{1,4}))?");

    private DecisionLabel() {}

    /** The decision's id, or empty if the text is no label. */
    public static OptionalLong parse(String text) {
        Matcher matcher = LABEL.matcher(text.strip());
        if (!matcher.matches()) {
            return OptionalLong.empty();
        }
        int ordinal = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
        return ordinal >= Decision.PER_POSITION
                ? OptionalLong.empty()
                : OptionalLong.of(Decision.idOf(Long.parseLong(matcher.group(1)), ordinal));
    }
}
