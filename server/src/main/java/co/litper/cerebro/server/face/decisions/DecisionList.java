package co.litper.cerebro.server.face.decisions;

import co.litper.cerebro.server.face.live.LiveLine;
import co.litper.cerebro.vocabulary.Action;
import java.util.List;
import java.util.Optional;

/**
 * Decisions that were asked for.
 *
 * @param action of the filter
 * @param next the cursor of the next page; empty if this is the last
 */
public record DecisionList(Optional<Action> action, List<LiveLine> lines, String next) {
    public DecisionList {
        lines = List.copyOf(lines);
    }
}
