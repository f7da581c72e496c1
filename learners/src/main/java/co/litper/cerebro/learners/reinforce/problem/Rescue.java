package co.litper.cerebro.learners.reinforce.problem;

/**
 * Saving a delivery before its deadline: asking costs patience, trying again without knowing more mostly fails, and giving up in
 * time is cheaper than too late. Rewards are thousands of pesos.
 *
 * <p>Actions: 0 ask the customer (not when patience is out), 1 look the address up oneself, 2 try again (three times at most), 3
 * leave it at an office (not on the last day), 4 offer a rebate and try (only when informed), 5 give up. Features: steps left,
 * fatigue, informed or not, tries, each about 0 to 1.
 */
final class Rescue {
    private static final int STEPS = 6;
    private static final int FATIGUES = 4;
    private static final int TRIES = 4;
    private static final double TOO_LATE = -18;
    private static final double[] ANSWERS = {0.6, 0.4, 0.2, 0};
    private static final Move[] NOT_ALLOWED = {};

    private Rescue() {}

    static FiniteProblem problem() {
        int states = STEPS * FATIGUES * 2 * TRIES;
        float[][] features = new float[states][];
        for (int s = 0; s < states; s++) {
            features[s] = new float[] {
                left(s) / (float) STEPS, fatigue(s) / 3f, informed(s) ? 1 : 0, tries(s) / (float) (TRIES - 1)
            };
        }
        return new FiniteProblem("rescue", features, 6, state(STEPS, 0, false, 0), STEPS, Rescue::moves);
    }

    private static Move[] moves(int s, int action) {
        return switch (action) {
            case 0 -> ask(s);
            case 1 -> lookUp(s);
            case 2 -> tryAgain(s, informed(s) ? 0.75 : 0.25, 40, -4);
            case 3 -> left(s) < 2 ? NOT_ALLOWED : Move.either(informed(s) ? 0.5 : 0.15, Move.END, 32, Move.END, -14);
            case 4 -> informed(s) ? tryAgain(s, 0.85, 22, -4) : NOT_ALLOWED;
            default -> Move.surely(Move.END, -12);
        };
    }

    private static Move[] ask(int s) {
        if (fatigue(s) == FATIGUES - 1 || informed(s)) {
            return NOT_ALLOWED;
        }
        int tired = fatigue(s) + 1;
        return chance(ANSWERS[fatigue(s)], s, -1, tired);
    }

    private static Move[] lookUp(int s) {
        return informed(s) ? NOT_ALLOWED : chance(0.35, s, -3, fatigue(s));
    }

    /** Informed with a probability, a step later. */
    private static Move[] chance(double probability, int s, double cost, int fatigue) {
        if (left(s) == 1) {
            return Move.surely(Move.END, cost + TOO_LATE);
        }
        return Move.either(
                probability,
                state(left(s) - 1, fatigue, true, tries(s)),
                cost,
                state(left(s) - 1, fatigue, false, tries(s)),
                cost);
    }

    private static Move[] tryAgain(int s, double probability, double gain, double cost) {
        if (tries(s) == TRIES - 1) {
            return NOT_ALLOWED;
        }
        double delivered = probability * Math.pow(0.7, tries(s));
        boolean over = left(s) == 1;
        int next = over ? Move.END : state(left(s) - 1, fatigue(s), informed(s), tries(s) + 1);
        return Move.either(delivered, Move.END, gain, next, over ? cost + TOO_LATE : cost);
    }

    private static int state(int left, int fatigue, boolean informed, int tries) {
        return (((left - 1) * FATIGUES + fatigue) * 2 + (informed ? 1 : 0)) * TRIES + tries;
    }

    private static int left(int s) {
        return s / (FATIGUES * 2 * TRIES) + 1;
    }

    private static int fatigue(int s) {
        return s / (2 * TRIES) % FATIGUES;
    }

    private static boolean informed(int s) {
        return s / TRIES % 2 == 1;
    }

    private static int tries(int s) {
        return s % TRIES;
    }
}
