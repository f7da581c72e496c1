package co.litper.cerebro.learners.examples;

import co.litper.cerebro.learners.bandit.Choice;
import co.litper.cerebro.learners.bandit.Explorer;
import co.litper.cerebro.learners.reinforce.Episode;
import co.litper.cerebro.learners.reinforce.FittedQ;
import co.litper.cerebro.learners.reinforce.Step;
import co.litper.cerebro.learners.reinforce.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * What to do next about a parcel that could not be delivered, learned from a log of parcels about which chance decided.
 *
 * <p>There are four days. Each day one can call the customer (0), try again (1) or send it back (2). A call costs 1 and reaches the
 * customer at 0.6, later calls at 0.3; once reached, a new try delivers at 0.8, before at 0.2. Delivered earns 30, sent back costs 10,
 * too late 20, all in thousands of pesos.
 */
public final class SequenceExample {
    private static final int DAYS = 4;
    private static final int CALL = 0;
    private static final int TRY = 1;
    private static final int RETURN = 2;
    private static final double PER_PESO = 1_000;

    private SequenceExample() {}

    /** Prints what chance earns a parcel, and what the learned policy does. */
    public static void main(String[] args) {
        System.out.println(run(args.length == 0 ? 7 : Long.parseLong(args[0])));
    }

    static String run(long seed) {
        SplittableRandom world = new SplittableRandom(seed);
        Explorer even = new Explorer.EpsilonGreedy(1);
        List<Transition> log = new ArrayList<>();
        double chance = 0;
        int parcels = 3_000;
        for (int i = 0; i < parcels; i++) {
            Episode episode = parcel(world, (_, allowed) -> even.choose(new double[3], allowed, world.nextDouble()));
            // Each step leads to the features and the mask of the next one; the last one ends. Nothing is discounted.
            log.addAll(episode.transitions(1));
            chance += earned(episode) / parcels;
        }
        FittedQ values = FittedQ.fit(log, FittedQ.Settings.of(3, 3, DAYS));
        // Never the best alone: 2 % of chance, so that the next log can judge other policies.
        Explorer mostlyBest = new Explorer.Softmax(PER_PESO, 0.02);
        double learned = 0;
        for (int i = 0; i < parcels; i++) {
            learned +=
                    earned(parcel(world, (row, allowed) -> values.choose(row, allowed, mostlyBest, world.nextDouble())))
                            / parcels;
        }
        Choice first = values.choose(row(DAYS, 0, false), new boolean[] {true, true, true}, mostlyBest, 0.5);
        return String.format(
                Locale.ROOT,
                "chance earns %.0f pesos a parcel, the learned policy %.0f; it begins with action %d at propensity %.3f",
                chance,
                learned,
                first.index(),
                first.propensity());
    }

    private interface Actor {
        Choice choose(float[] row, boolean[] allowed);
    }

    private static float[] row(int daysLeft, int calls, boolean reached) {
        return new float[] {daysLeft, calls, reached ? 1 : 0};
    }

    private static Episode parcel(SplittableRandom world, Actor actor) {
        List<Step> steps = new ArrayList<>();
        int calls = 0;
        boolean reached = false;
        boolean open = true;
        for (int left = DAYS; left > 0 && open; left--) {
            float[] row = row(left, calls, reached);
            boolean[] allowed = {!reached, true, true};
            Choice choice = actor.choose(row, allowed);
            boolean delivered = choice.index() == TRY && world.nextDouble() < (reached ? 0.8 : 0.2);
            open = !delivered && choice.index() != RETURN;
            double reward = delivered ? 30 : choice.index() == RETURN ? -10 : choice.index() == CALL ? -1 : -3;
            reward -= open && left == 1 ? 20 : 0;
            if (choice.index() == CALL) {
                reached = world.nextDouble() < (calls++ == 0 ? 0.6 : 0.3);
            }
            steps.add(new Step(row, allowed, choice.index(), PER_PESO * reward, 1, choice.propensity()));
        }
        return Episode.ended(steps);
    }

    private static double earned(Episode episode) {
        return episode.steps().stream().mapToDouble(Step::reward).sum();
    }
}
