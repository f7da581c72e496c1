package co.litper.cerebro.server.autonomy;

import co.litper.cerebro.decision.Autonomy;
import co.litper.cerebro.learn.AutonomyReport;
import co.litper.cerebro.learn.Learner;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.think.Settings;
import co.litper.cerebro.vocabulary.Action;
import java.util.ArrayList;
import java.util.List;

/**
 * How far actions may go, and why.
 *
 * @param lines one for each action that reaches the world, and one more for each reason for which it was proposed
 */
public record AutonomyStanding(List<Line> lines) {
    public AutonomyStanding {
        lines = List.copyOf(lines);
    }

    /**
     * An action, at a novedad for one reason.
     *
     * @param level how far it goes
     * @param fixed true if people fixed that
     * @param paused true if it is held back meanwhile
     * @param evidence what it has shown
     */
    public record Line(Autonomy level, boolean fixed, boolean paused, AutonomyReport.Line evidence) {}

    /** As of the newest snapshot that {@code log} keeps; what was learned after it is not in. */
    public static AutonomyStanding of(EventLog log, Settings settings) {
        List<Line> lines = new ArrayList<>();
        log.snapshot(log.newestSnapshot())
                .map(bytes -> Learner.restore(bytes).autonomy().lines())
                .orElse(List.of())
                .forEach(evidence -> lines.add(line(evidence, settings)));
        return new AutonomyStanding(lines);
    }

    private static Line line(AutonomyReport.Line evidence, Settings settings) {
        Action action = evidence.action();
        boolean fixed = !settings.isEarned(action);
        Autonomy level = fixed ? settings.autonomy(action) : evidence.level();
        return new Line(level, fixed, settings.isPaused(action), evidence);
    }
}
