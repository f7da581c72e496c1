package co.litper.cerebro.server.demo;

import co.litper.cerebro.world.Draws;
import co.litper.cerebro.world.Hash64;
import java.util.List;

/** The draws of one thing in the made-up world, in order: the same seed and thing give the same draws. */
final class Luck {
    private final Draws draws;
    private int next;

    Luck(long seed, String thing, long number) {
        this.draws = new Draws(seed, Hash64.of(Hash64.of(seed, thing), number));
    }

    /** Uniform in [0, 1). */
    double unit() {
        return draws.unit(next++);
    }

    /** Uniform in [from, to). */
    double between(double from, double to) {
        return from + (to - from) * unit();
    }

    /** Whole and uniform in [from, to]. */
    int whole(int from, int to) {
        return from + (int) (unit() * (to - from + 1));
    }

    boolean happens(double probability) {
        return unit() < probability;
    }

    <T> T oneOf(List<T> choices) {
        return choices.get((int) (unit() * choices.size()));
    }

    /** About normal, mean 0 and deviation 1: the sum of twelve uniform draws. */
    double bell() {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += unit();
        }
        return sum;
    }
}
