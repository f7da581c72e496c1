package co.litper.cerebro.learners.search;

import co.litper.cerebro.learners.linear.BadSampleException;
import co.litper.cerebro.learners.search.Trial.State;
import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;
import co.litper.cerebro.learners.stream.SplitMix;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A search for the point with the least loss: {@link #ask} for a point, try it, {@link #tell} its loss. Several trials may be open
 * at once. Owned by one thread.
 *
 * <p>What is asked next is a function of space, sampler, seed and what was told, so that a search read back from its bytes goes on
 * as if it had never stopped. An ask costs O(1) by chance, O(trials × candidates × parameters) by density and O(trials³) under a
 * Gaussian process; memory is that of the trials, {@link #MOST_TRIALS} at most.
 */
public final class Search {
    /** Trials at most. */
    public static final int MOST_TRIALS = 100_000;
    /** Reports of one trial at most. */
    public static final int MOST_REPORTS = 10_000;

    private static final int KIND = 0x53524348;
    private static final int VERSION = 1;
    private static final State[] STATES = State.values();

    private final SearchSpace space;
    private final Sampler sampler;
    private final Pruner pruner;
    private final long seed;
    private final List<Trial> trials = new ArrayList<>();

    /** A search with nothing tried; equal seeds and losses give equal points. */
    public Search(SearchSpace space, Sampler sampler, Pruner pruner, long seed) {
        this.space = space;
        this.sampler = sampler;
        this.pruner = pruner;
        this.seed = seed;
    }

    /**
     * The next point to try.
     *
     * @throws IllegalStateException if {@link #MOST_TRIALS} were asked for
     */
    public Trial ask() {
        if (trials.size() >= MOST_TRIALS) {
            throw new IllegalStateException("a search has at most " + MOST_TRIALS + " trials");
        }
        int number = trials.size();
        SplitMix random = new SplitMix(new SplitMix(seed + number).split());
        Trial trial = trial(number, propose(random), State.OPEN, Double.NaN, Collections.emptySortedMap());
        trials.add(trial);
        return trial;
    }

    private double[] propose(SplitMix random) {
        Tried tried = Tried.of(trials);
        return switch (sampler) {
            case Sampler.Chance c -> chance(random);
            case Sampler.Parzen p when tried.size() < p.startup() -> chance(random);
            case Sampler.Parzen p -> new ParzenProposal(space, tried, p).next(random);
            case Sampler.ExpectedImprovement e when tried.finished() < e.startup() -> chance(random);
            case Sampler.ExpectedImprovement e ->
                new ImprovementProposal(space, tried.most(e.mostTrials())).next(random);
        };
    }

    private double[] chance(SplitMix random) {
        return space.draw(d -> space.options(d) > 0 ? random.nextInt(space.options(d)) : random.nextDouble());
    }

    /**
     * Ends a trial with its loss.
     *
     * @throws BadSampleException if the loss is not finite; use {@link #fail} for a trial that broke
     * @throws IllegalArgumentException if no such trial is open
     */
    public void tell(int number, double loss) {
        requireLoss(loss);
        Trial open = open(number);
        trials.set(number, new Trial(number, open.point(), State.FINISHED, loss, open.reports()));
    }

    /** Ends a trial that has no loss; it is not learned from. */
    public void fail(int number) {
        Trial open = open(number);
        trials.set(number, new Trial(number, open.point(), State.FAILED, Double.NaN, open.reports()));
    }

    /**
     * Takes the loss of a trial on its way, after {@code step} epochs for example.
     *
     * @param step at least 0; a step told twice keeps the later loss
     * @return whether to go on; if not, the trial is over and counts as {@link State#PRUNED}
     */
    public boolean report(int number, int step, double loss) {
        requireLoss(loss);
        Trial open = open(number);
        if (step < 0 || open.reports().size() >= MOST_REPORTS) {
            throw new IllegalArgumentException(
                    "step must be at least 0 and reports at most " + MOST_REPORTS + "; step is " + step);
        }
        SortedMap<Integer, Double> reports = new TreeMap<>(open.reports());
        reports.put(step, loss);
        boolean over = GivenUp.at(step, reports, others(number), pruner);
        trials.set(
                number,
                new Trial(
                        number,
                        open.point(),
                        over ? State.PRUNED : State.OPEN,
                        over ? loss : Double.NaN,
                        Collections.unmodifiableSortedMap(reports)));
        return !over;
    }

    private List<Trial> others(int number) {
        return trials.stream().filter(t -> t.number() != number).toList();
    }

    private Trial open(int number) {
        if (number < 0 || number >= trials.size() || trials.get(number).state() != State.OPEN) {
            throw new IllegalArgumentException("trial " + number + " is not open. Maybe its loss was told before.");
        }
        return trials.get(number);
    }

    private static void requireLoss(double loss) {
        if (!(Math.abs(loss) <= Double.MAX_VALUE)) {
            throw new BadSampleException("loss must be finite, is " + loss + ". Maybe the trial failed.");
        }
    }

    /** All trials by number. */
    public List<Trial> trials() {
        return List.copyOf(trials);
    }

    /** The finished trial with the least loss, the earliest of equals. */
    public Optional<Trial> best() {
        return trials.stream().filter(t -> t.state() == State.FINISHED).min(Comparator.comparingDouble(Trial::loss));
    }

    /** Versioned bytes of seed and trials; space, sampler and pruner are the program's and not among them. */
    public byte[] toBytes() {
        SnapshotWriter out = new SnapshotWriter(KIND, VERSION)
                .int64(seed)
                .int32(space.size())
                .int32(trials.size());
        for (Trial trial : trials) {
            out.doubles(trial.point().unit()).int32(trial.state().ordinal()).float64(trial.loss());
            out.int32(trial.reports().size());
            for (Map.Entry<Integer, Double> report : trial.reports().entrySet()) {
                out.int32(report.getKey()).float64(report.getValue());
            }
        }
        return out.finish();
    }

    /**
     * Reads what {@link #toBytes()} wrote.
     *
     * @throws SnapshotException if the bytes are cut short, damaged, of another kind or version, or of points that the space does
     *     not have
     */
    public static Search fromBytes(byte[] bytes, SearchSpace space, Sampler sampler, Pruner pruner) {
        SnapshotReader in = new SnapshotReader(bytes, KIND, VERSION);
        Search search = new Search(space, sampler, pruner, in.int64());
        int size = in.int32();
        int count = in.int32();
        if (size != space.size() || count < 0 || count > MOST_TRIALS) {
            throw new SnapshotException("snapshot has " + count + " trials of " + size + " parameters, the space has "
                    + space.size() + " parameters");
        }
        for (int t = 0; t < count; t++) {
            search.trials.add(search.read(in, t));
        }
        return search;
    }

    private Trial read(SnapshotReader in, int number) {
        double[] unit = in.doubles();
        int state = in.int32();
        double loss = in.float64();
        int reports = in.int32();
        if (unit.length != space.size()
                || !space.contains(unit)
                || state < 0
                || state >= STATES.length
                || reports < 0
                || reports > MOST_REPORTS) {
            throw new SnapshotException(
                    "trial " + number + " is at no point of the space. Maybe the space was changed since.");
        }
        SortedMap<Integer, Double> told = new TreeMap<>();
        for (int r = 0; r < reports; r++) {
            told.put(in.int32(), in.float64());
        }
        return trial(number, unit, STATES[state], loss, Collections.unmodifiableSortedMap(told));
    }

    private Trial trial(int number, double[] unit, State state, double loss, SortedMap<Integer, Double> reports) {
        return new Trial(number, new Point(space, unit), state, loss, reports);
    }
}
