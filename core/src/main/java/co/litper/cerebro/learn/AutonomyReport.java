package co.litper.cerebro.learn;

import co.litper.cerebro.decision.Autonomy;
import co.litper.cerebro.think.EarnedAutonomy;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.IssueReason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What each action has earned, and by which evidence.
 *
 * @param lines one for each action, at a novedad for each reason, that was ever proposed and whose parcel has ended
 */
public record AutonomyReport(List<Line> lines) {
    public AutonomyReport {
        lines = List.copyOf(lines);
    }

    /**
     * One action's standing.
     *
     * @param cell its cell of {@link EarnedAutonomy}
     * @param level what it has earned
     * @param proposals proposals whose parcels have ended, since the level was last lost
     * @param done of these, done as proposed
     * @param gain what parcels fared better where it was done, in shares of what is at stake
     * @param gainAtLeast the lower end of that gain's always-valid 95 % interval; minus infinity while too little is known
     * @param lost how often its level was lost
     */
    public record Line(int cell, Autonomy level, long proposals, long done, double gain, double gainAtLeast, int lost) {
        public Action action() {
            return EarnedAutonomy.action(cell);
        }

        /** The novedad's reason, or null. */
        public @Nullable IssueReason reason() {
            return EarnedAutonomy.reason(cell);
        }
    }
}
