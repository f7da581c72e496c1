package co.litper.cerebro.learners.reinforce.problem;

import co.litper.cerebro.learners.stream.SplitMix;
import java.util.List;

/** Problems for judging learners; each tells what makes it hard. */
public final class KnownProblems {
    private static final Move[] NOT_ALLOWED = {};

    private KnownProblems() {}

    /** All of them, the random one by seed 1. */
    public static List<FiniteProblem> all() {
        return List.of(chain(), cliff(), stopping(), garnet(1), rescue());
    }

    /**
     * Six forward steps to a large reward, a small one for turning back: short sight loses (after R. Dearden, N. Friedman and S.
     * Russell, AAAI 1998). Forward fails at 0.2. At most 12 steps, which are in the state. Features: place, steps left.
     */
    public static FiniteProblem chain() {
        int places = 6;
        int steps = 12;
        float[][] features = new float[places * steps][];
        for (int s = 0; s < features.length; s++) {
            features[s] = new float[] {s % places / (float) (places - 1), (steps - s / places) / (float) steps};
        }
        return new FiniteProblem("chain", features, 2, 0, steps, (s, a) -> {
            int place = s % places;
            int later = s / places + 1;
            int back = later == steps ? Move.END : later * places;
            if (a == 0) {
                return Move.surely(back, 0.2);
            }
            int stay = later == steps ? Move.END : later * places + place;
            boolean arrives = place == places - 1;
            int forward = arrives || later == steps ? Move.END : later * places + place + 1;
            return Move.either(0.8, forward, arrives ? 10 : 0, stay, 0);
        });
    }

    /**
     * Walking along a cliff: Sutton and Barto's example 6.6, 4 × 12 fields, −1 a step, −100 and back to the start for a fall; the
     * best walk costs 13. Here the record stops after 100 steps. Features: one for each field.
     */
    public static FiniteProblem cliff() {
        int rows = 4;
        int columns = 12;
        int start = (rows - 1) * columns;
        float[][] features = new float[rows * columns][rows * columns];
        for (int s = 0; s < features.length; s++) {
            features[s][s] = 1;
        }
        return new FiniteProblem("cliff", features, 4, start, 100, (s, a) -> {
            int row = Math.clamp(s / columns + (a == 0 ? -1 : a == 1 ? 1 : 0), 0, rows - 1);
            int column = Math.clamp(s % columns + (a == 2 ? -1 : a == 3 ? 1 : 0), 0, columns - 1);
            if (row < rows - 1 || column == 0) {
                return Move.surely(row * columns + column, -1);
            }
            return column == columns - 1 ? Move.surely(Move.END, -1) : Move.surely(start, -100);
        });
    }

    /**
     * Selling with ten offers, each drawn evenly from 100 prices between 0 and 1 and lost if declined (L. Moser, "On a problem of
     * Cayley", Scripta Mathematica 22, 1956). Features: the offer, offers left.
     */
    public static FiniteProblem stopping() {
        return stopping(10, 100);
    }

    static FiniteProblem stopping(int offers, int prices) {
        float[][] features = new float[offers * prices + 1][];
        for (int s = 0; s < offers * prices; s++) {
            features[s] = new float[] {(float) price(s % prices, prices), (offers - s / prices) / (float) offers};
        }
        int begin = offers * prices;
        features[begin] = new float[] {0, (offers + 1) / (float) offers};
        return new FiniteProblem("stopping", features, 2, begin, offers + 1, (s, a) -> {
            int seen = s == begin ? 0 : s / prices + 1;
            if (a == 0) {
                return s == begin ? NOT_ALLOWED : Move.surely(Move.END, price(s % prices, prices));
            }
            return seen == offers ? NOT_ALLOWED : anyOf(seen * prices, prices);
        });
    }

    private static double price(int index, int prices) {
        return (index + 0.5) / prices;
    }

    private static Move[] anyOf(int from, int count) {
        Move[] moves = new Move[count];
        for (int i = 0; i < count; i++) {
            moves[i] = new Move(from + i, 1.0 / count, 0);
        }
        return moves;
    }

    /**
     * Six stages of eight states with moves, rewards and masks by chance, nothing to generalise over (after T. Archibald, K.
     * McKinnon and L. Thomas, "On the generation of Markov decision processes", 1995). Features: one for each state.
     */
    public static FiniteProblem garnet(long seed) {
        int stages = 6;
        int wide = 8;
        int actions = 5;
        SplitMix random = new SplitMix(seed);
        float[][] features = new float[stages * wide][stages * wide];
        Move[][][] moves = new Move[stages * wide][actions][];
        for (int s = 0; s < moves.length; s++) {
            features[s][s] = 1;
            int sure = random.nextInt(actions);
            for (int a = 0; a < actions; a++) {
                boolean allowed = a == sure || random.nextDouble() < 0.6;
                moves[s][a] = allowed ? branch(s / wide + 1, stages, wide, random) : NOT_ALLOWED;
            }
        }
        return new FiniteProblem("garnet", features, actions, 0, stages, (s, a) -> moves[s][a]);
    }

    private static Move[] branch(int stage, int stages, int wide, SplitMix random) {
        double p = 0.2 + 0.6 * random.nextDouble();
        int one = stage == stages ? Move.END : stage * wide + random.nextInt(wide);
        int other = stage == stages ? Move.END : stage * wide + random.nextInt(wide);
        return Move.either(p, one, 2 * random.nextDouble() - 1, other, 2 * random.nextDouble() - 1);
    }

    /** Saving something before a deadline of six steps while patience wears out; see {@link Rescue}. */
    public static FiniteProblem rescue() {
        return Rescue.problem();
    }
}
