package co.litper.cerebro.server.improve;

import co.litper.cerebro.Subjects;
import co.litper.cerebro.event.SystemEvent.ConfigurationChanged;
import co.litper.cerebro.learn.improve.Evidence;
import co.litper.cerebro.learn.improve.EvidenceReader;
import co.litper.cerebro.learn.improve.ImprovementReport;
import co.litper.cerebro.learn.improve.Improver;
import co.litper.cerebro.learn.improve.Standing;
import co.litper.cerebro.learn.replay.Period;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.server.Installation;
import co.litper.cerebro.server.config.Configuration;
import co.litper.cerebro.world.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.LongConsumer;

/** Joins the log, the settings and the configuration for self-improvement. Settings are everybody's, so all merchants count. */
public final class ImprovementDesk {
    /** What is looked at: far enough back to measure a change against the weeks before it. */
    private static final Duration PERIOD = Duration.ofDays(98);

    private ImprovementDesk() {}

    /** The usual period, which ends now. */
    public static Period usualPeriod(Instant now) {
        return new Period(now.minus(PERIOD), now.plusMillis(1));
    }

    /** How settings stand. */
    public static Standing standing(Map<String, String> values, Configuration configuration, Instant now) {
        return new Standing(values, configuration::isGiven, now);
    }

    /** Reads the log, whole, and judges. Changes nothing. */
    public static ImprovementReport report(EventLog log, Period period, Standing standing, LongConsumer progress) {
        Instant end = period.to().isBefore(standing.now()) ? period.to() : standing.now();
        Evidence evidence = EvidenceReader.read(log, period, end.minus(Improver.MATURING), m -> true, progress);
        return Improver.report(evidence, standing);
    }

    /** Appends events in order, each durable before the next. */
    public static void append(Installation installation, List<ConfigurationChanged> steps, Clock clock)
            throws InterruptedException, ExecutionException {
        long now = clock.now().toEpochMilli();
        for (int i = 0; i < steps.size(); i++) {
            String id = "improvement-" + now + "-" + i;
            installation.submitOwn(id, Subjects.SYSTEM, steps.get(i)).get();
        }
    }
}
