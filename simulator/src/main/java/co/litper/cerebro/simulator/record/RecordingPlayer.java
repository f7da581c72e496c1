package co.litper.cerebro.simulator.record;

import co.litper.cerebro.Subjects;
import co.litper.cerebro.act.Channel;
import co.litper.cerebro.act.Dispatch;
import co.litper.cerebro.act.Executor;
import co.litper.cerebro.event.Event;
import co.litper.cerebro.event.SystemEvent.ConfigurationChanged;
import co.litper.cerebro.event.SystemEvent.SnapshotPublished;
import co.litper.cerebro.host.InlineHost;
import co.litper.cerebro.host.LearnerThread;
import co.litper.cerebro.learn.Learner;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.log.InMemoryStateStore;
import co.litper.cerebro.simulator.Desk;
import co.litper.cerebro.simulator.Player;
import co.litper.cerebro.simulator.player.Players;
import co.litper.cerebro.simulator.record.RecordedWorld.Plan;
import co.litper.cerebro.vocabulary.MerchantId;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/** The product in one process, acting by itself in all things, with a log that keeps everything. */
final class RecordingPlayer implements Player {
    private static final int MOST_CACHED = 1_000_000;

    private final Desk desk;
    private final LongConsumer left;
    private final Plan plan;
    private final InlineHost host;
    private Instant now = Instant.EPOCH;
    private long count;

    /** @param left is told the id of each effect that leaves */
    RecordingPlayer(Desk desk, Plan plan, EventLog log, LongConsumer left) {
        this.desk = desk;
        this.left = left;
        this.plan = plan;
        Learner cold = Learner.cold();
        cold.numberAbove(plan.firstSnapshot());
        LearnerThread learner = new LearnerThread(cold, log, () -> now, MerchantId.INSTALLATION);
        this.host = new InlineHost(
                log,
                new InMemoryStateStore(),
                new EnvelopeCodec(),
                state -> RecordedWorld.brain(state, learner::snapshot, plan.seed()),
                learner,
                inline -> new Executor(
                        Map.of(),
                        new ToDesk(),
                        (effect, done) -> inline.submit(own(effect.merchant(), effect.subject(), done)),
                        () -> now),
                MOST_CACHED);
    }

    /** What stands first in the log: the snapshot without experience, and the settings. */
    void begin(Instant start) {
        now = start;
        host.submit(system(new SnapshotPublished(plan.firstSnapshot(), 0, 0)));
        new TreeMap<>(Players.acting())
                .forEach((key, value) -> host.submit(system(new ConfigurationChanged(key, value, "simulation"))));
    }

    @Override
    public void meet(Envelope event) {
        now = event.recordedAt();
        host.submit(event);
    }

    private Envelope system(Event event) {
        return own(MerchantId.INSTALLATION, Subjects.SYSTEM, event);
    }

    private Envelope own(MerchantId merchant, String subject, Event event) {
        return Envelope.own("own-" + count++, "/simulation", merchant, subject, now, event);
    }

    /** The channel of every action. */
    private final class ToDesk implements Channel {
        @Override
        public String name() {
            return "world";
        }

        @Override
        public boolean deduplicates() {
            return true;
        }

        @Override
        public Result send(Dispatch effect) {
            left.accept(effect.effectId());
            return desk.take(effect);
        }
    }

    @Override
    public void close() {
        host.close();
    }
}
