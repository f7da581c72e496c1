package co.litper.cerebro.learners.reinforce;

import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;
import co.litper.cerebro.learners.stream.SplitMix;
import java.util.Arrays;

/**
 * What actions are worth, by a small network that learns step by step from replayed transitions.
 *
 * <p>H. van Hasselt, A. Guez and D. Silver, "Deep reinforcement learning with Double Q-learning", AAAI 2016: the network chooses the next
 * action, a slower copy values it; with {@link PrioritisedReplay}. Departures: the copy is a running mean of the network (B. Polyak and A.
 * Juditsky, 1992; T. Lillicrap et al., ICLR 2016) and answers {@link #q}, which is steadier than the last step; dense features cut at ±10, Adam,
 * masks; several steps at once if the transitions say so ({@link Episode#transitions}). Owned by one thread, reading included; {@link
 * #q} is O(parameters) and allocates nothing, {@link #learn} adds O(batch × parameters) when it trains. Deterministic by seed, also across
 * {@link #toBytes()}.
 */
public final class DoubleDqn implements ActionValues {
    private static final int KIND = 0x4444514E;
    private static final int VERSION = 1;
    /**
     * Errors beyond count linearly (Huber), in scaled rewards. So many usual returns, because a narrower loss leans towards the median:
     * rewards that are mostly good and sometimes very bad would be valued too high.
     */
    private static final double SQUARE_UP_TO = 10;

    private final DqnSettings settings;
    private final Network network;
    private final Network average;
    private final Adam adam;
    private SplitMix random;
    private PrioritisedReplay replay;
    private long learned;
    private long trained;
    private final int[] slots;
    private final double[] corrections;
    private final float[] row;
    private final boolean[] allowed;
    private final double[] chooser;

    /** A network that knows nothing yet. */
    public DoubleDqn(DqnSettings settings) {
        this.settings = settings;
        random = new SplitMix(settings.seed());
        replay = new PrioritisedReplay(settings.replay());
        int[] sizes = settings.sizes();
        network = new Network(sizes, random);
        average = new Network(sizes, random);
        average.copy(network);
        adam = new Adam(network.parameters().length, settings.step());
        slots = new int[settings.batch()];
        corrections = new double[settings.batch()];
        row = new float[width()];
        allowed = new boolean[actions()];
        chooser = new double[actions()];
    }

    @Override
    public int width() {
        return settings.replay().width();
    }

    @Override
    public int actions() {
        return settings.replay().actions();
    }

    @Override
    public void q(float[] features, double[] out) {
        Inputs.requireRow("features", features, width());
        Inputs.requireRoom(out, actions());
        double[] scaled = average.forward(features);
        for (int a = 0; a < out.length; a++) {
            out[a] = scaled[a] * settings.rewardScale();
        }
    }

    /** Remembers a transition and, as often as the settings say, trains on a batch of what is remembered. */
    public void learn(Transition transition) {
        replay.add(transition);
        learned++;
        if (learned >= settings.warmUp() && learned % settings.trainEvery() == 0) {
            train();
        }
    }

    /** Trains on one batch; nothing happens while nothing is remembered. */
    public void train() {
        if (replay.size() == 0) {
            return;
        }
        double beta = Math.min(1, settings.beta() + (1 - settings.beta()) * trained / settings.betaSteps());
        replay.draw(slots, corrections, beta, random);
        for (int i = 0; i < slots.length; i++) {
            double error = push(slots[i], corrections[i]);
            replay.tell(slots[i], Math.abs(error));
        }
        adam.step(network, slots.length);
        trained++;
        average.follow(network, settings.follow());
    }

    /** Adds the gradient of one transition; returns its error, in scaled rewards. */
    private double push(int slot, double weight) {
        double target = replay.reward(slot) / settings.rewardScale();
        if (!replay.isTerminal(slot)) {
            replay.next(slot, row, allowed);
            System.arraycopy(network.forward(row), 0, chooser, 0, chooser.length);
            target += replay.discount(slot) * settings.backup().value(chooser, average.forward(row), allowed);
        }
        replay.features(slot, row);
        int action = replay.action(slot);
        double error = network.forward(row)[action] - target;
        double[] slopes = network.outputSlopes();
        Arrays.fill(slopes, 0);
        slopes[action] = weight * Math.clamp(error, -SQUARE_UP_TO, SQUARE_UP_TO);
        network.backward();
        return error;
    }

    /** Transitions learned. */
    public long learned() {
        return learned;
    }

    /** Batches trained. */
    public long trained() {
        return trained;
    }

    /** Versioned bytes, memory included; settings are the program's, but sizes are checked. */
    public byte[] toBytes() {
        SnapshotWriter out =
                new SnapshotWriter(KIND, VERSION).int64(learned).int64(trained).int64(random.state());
        network.write(out);
        average.write(out);
        adam.write(out);
        return out.bytes(replay.toBytes()).finish();
    }

    /** Reads what {@link #toBytes()} wrote; throws {@link SnapshotException} for anything else or other sizes. */
    public static DoubleDqn fromBytes(byte[] bytes, DqnSettings settings) {
        SnapshotReader in = new SnapshotReader(bytes, KIND, VERSION);
        long learned = in.int64();
        long trained = in.int64();
        long chance = in.int64();
        DoubleDqn made = new DoubleDqn(settings);
        made.network.read(in);
        made.average.read(in);
        made.adam.read(in);
        made.replay = PrioritisedReplay.fromBytes(in.bytes(), settings.replay());
        made.learned = learned;
        made.trained = trained;
        made.random = new SplitMix(chance);
        return made;
    }
}
