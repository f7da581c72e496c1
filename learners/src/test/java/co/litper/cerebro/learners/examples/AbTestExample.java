package co.litper.cerebro.learners.examples;

import co.litper.cerebro.learners.inference.Allocation;
import co.litper.cerebro.learners.inference.Comparison;
import co.litper.cerebro.learners.inference.DifferenceSequence;
import co.litper.cerebro.learners.inference.Power;
import java.util.Locale;
import java.util.SplittableRandom;

/** An A/B test from its plan to its decision, watched after every parcel. An argument is another seed. */
public final class AbTestExample {
    private static final double RATE = 0.62;
    private static final double BETTER = 0.66;

    private AbTestExample() {}

    /** Prints the plan, the decision, and how many parcels looking early has saved. */
    public static void main(String[] args) {
        System.out.println(run(args.length == 0 ? 7 : Long.parseLong(args[0])));
    }

    static String run(long seed) {
        long planned = Power.unitsForRates(RATE, BETTER, 0.05, 0.9);
        Allocation call = new Allocation("call-before-delivery", 1, 1);
        DifferenceSequence delivered = new DifferenceSequence(0.95, planned);
        SplittableRandom world = new SplittableRandom(seed);
        for (int parcel = 0; parcel < 4 * planned && !delivered.isDecided(); parcel++) {
            boolean called = call.variant("guide-" + parcel) == 1;
            boolean arrived = world.nextDouble() < (called ? BETTER : RATE);
            delivered.observe(called, arrived ? 1 : 0);
        }
        long[] sizes = {delivered.count(false), delivered.count(true)};
        double mismatch = Comparison.sampleRatio(sizes, new double[] {1, 1});
        return String.format(
                Locale.ROOT,
                "planned %d a group; groups of %d and %d (mismatch p %.2f); calling changes delivery by %.3f ± %.3f: %s",
                planned,
                sizes[0],
                sizes[1],
                mismatch,
                delivered.difference(),
                delivered.reach(),
                mismatch < 0.01 ? "believe nothing" : delivered.isDecided() ? "decided" : "undecided");
    }
}
