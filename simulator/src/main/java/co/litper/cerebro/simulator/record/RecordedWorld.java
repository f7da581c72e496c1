package co.litper.cerebro.simulator.record;

import co.litper.cerebro.Brain;
import co.litper.cerebro.EffectPlanner;
import co.litper.cerebro.ShardState;
import co.litper.cerebro.agent.AgentRegistry;
import co.litper.cerebro.learn.BrainSnapshot;
import co.litper.cerebro.learn.Learner;
import co.litper.cerebro.log.Entry;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.InMemoryEventLog;
import co.litper.cerebro.log.Snapshot;
import co.litper.cerebro.logistics.AnswerDeadlines;
import co.litper.cerebro.logistics.ContactRules;
import co.litper.cerebro.logistics.HolidayCalendar;
import co.litper.cerebro.sense.Senses;
import co.litper.cerebro.simulator.world.World;
import co.litper.cerebro.simulator.world.WorldParameters;
import co.litper.cerebro.think.DecisionMaker;
import co.litper.cerebro.vocabulary.MerchantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/**
 * What the loop in one process made of a simulated world. Equal plans give equal recordings, to the byte.
 *
 * @param inputs what came to the loop from outside and from its learner, in order; whatever the brain itself derived is
 *     missing, since another host derives it again
 * @param entries the whole log
 * @param snapshots every snapshot that the log names
 * @param effects ids of the effects that left, in order
 */
public record RecordedWorld(List<Input> inputs, List<Entry> entries, List<Snapshot> snapshots, List<Long> effects) {
    /** Under which the brain says what follows from an event. */
    private static final String DERIVED = "/cerebro/brain";

    private static final Instant START = Instant.parse("2025-03-03T05:00:00Z");
    private static final int MOST_DAYS = 3_650;

    /** What came in, and where it stands. */
    public record Input(long position, Envelope envelope) {}

    public RecordedWorld {
        inputs = List.copyOf(inputs);
        entries = List.copyOf(entries);
        snapshots = List.copyOf(snapshots);
        effects = List.copyOf(effects);
    }

    /**
     * Which world.
     *
     * @param merchant whose parcels they are
     * @param seed of world and exploration
     * @param ordersPerDay orders of the mean day
     * @param events it ends with the day on which the log has so many entries
     * @param firstPosition of its log
     * @param firstSnapshot version of the snapshot without experience with which it begins
     */
    public record Plan(
            MerchantId merchant, long seed, int ordersPerDay, int events, long firstPosition, long firstSnapshot) {}

    /** Lives through a world. */
    public static RecordedWorld of(Plan plan) {
        InMemoryEventLog log = new InMemoryEventLog(plan.firstPosition());
        World world = new World(
                WorldParameters.middle(),
                plan.merchant(),
                plan.seed(),
                HolidayCalendar.none(),
                START,
                plan.ordersPerDay(),
                story -> {});
        List<Long> effects = new ArrayList<>();
        try (RecordingPlayer player = new RecordingPlayer(world.desk(), plan, log, effects::add)) {
            player.begin(START);
            world.opening().forEach(player::meet);
            Instant until = START;
            for (int day = 0; day < MOST_DAYS && log.end() - plan.firstPosition() < plan.events(); day++) {
                until = until.plus(Duration.ofDays(1));
                world.run(player, until);
            }
        }
        List<Entry> entries = new ArrayList<>();
        log.read(plan.firstPosition(), entries::add);
        return new RecordedWorld(inputs(entries), entries, snapshots(plan, log), effects);
    }

    private static List<Input> inputs(List<Entry> entries) {
        EnvelopeCodec codec = new EnvelopeCodec();
        List<Input> inputs = new ArrayList<>();
        for (Entry entry : entries) {
            Envelope envelope = codec.decode(entry.event());
            if (!envelope.source().equals(DERIVED)) {
                inputs.add(new Input(entry.position(), envelope));
            }
        }
        return inputs;
    }

    /** Learns everything again, since a log keeps a snapshot only now and then. */
    private static List<Snapshot> snapshots(Plan plan, InMemoryEventLog log) {
        Learner learner = Learner.cold();
        learner.numberAbove(plan.firstSnapshot() - 1);
        List<Snapshot> snapshots = new ArrayList<>();
        snapshots.add(publish(learner));
        new Lessons(log).each(plan.firstPosition(), (position, fact, bases) -> {
            learner.learn(position, fact, bases);
            if (learner.wantsToPublish()) {
                snapshots.add(publish(learner));
            }
        });
        return snapshots;
    }

    private static Snapshot publish(Learner learner) {
        learner.keepNext();
        Learner.Published made = learner.publish();
        return new Snapshot(made.snapshot().version(), made.bytes());
    }

    /** The brain of every recording: whoever runs one again needs the same. */
    public static Brain brain(ShardState state, LongFunction<BrainSnapshot> snapshots, long seed) {
        ContactRules rules = ContactRules.standard(HolidayCalendar.none());
        return new Brain(
                state,
                new DecisionMaker(AgentRegistry.standard()),
                new EffectPlanner(
                        ms -> rules.nextWindow(Instant.ofEpochMilli(ms)).toEpochMilli()),
                new Senses(AnswerDeadlines.standard(HolidayCalendar.none())),
                snapshots,
                seed);
    }
}
