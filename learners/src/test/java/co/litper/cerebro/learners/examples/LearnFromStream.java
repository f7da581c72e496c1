package co.litper.cerebro.learners.examples;

import co.litper.cerebro.learners.stream.StreamSchema;
import co.litper.cerebro.learners.tree.AdaptiveRandomForest;
import java.util.Locale;
import java.util.SplittableRandom;

/** A classifier that learns which parcels come late, follows when the roads change, and survives a restart. */
public final class LearnFromStream {
    private static final int PARCELS = 3_000;

    private LearnFromStream() {}

    /** Prints what was found. An argument is another seed. */
    public static void main(String[] args) {
        System.out.println(run(args.length == 0 ? 7 : Long.parseLong(args[0])));
    }

    static String run(long seed) {
        // A row is: distance in km (a number), carrier (one of three words). The class is 0 for in time, 1 for late.
        StreamSchema schema = StreamSchema.classification(2, 0, 3);
        AdaptiveRandomForest.Settings settings = AdaptiveRandomForest.Settings.DEFAULT;
        AdaptiveRandomForest forest = new AdaptiveRandomForest(schema, settings, 1);
        SplittableRandom world = new SplittableRandom(seed);
        int right = 0;
        for (int parcel = 0; parcel < PARCELS; parcel++) {
            double[] row = {1_000 * world.nextDouble(), world.nextInt(3)};
            boolean roadClosed = parcel >= PARCELS / 2;
            int late = row[0] > (roadClosed ? 200 : 700) || row[1] == 2 ? 1 : 0;
            // Ask first, learn once the outcome is known.
            right += forest.predict(row) == late ? 1 : 0;
            forest.learn(row, late, 1);
            if (parcel == 2 * PARCELS / 3) {
                forest = AdaptiveRandomForest.fromBytes(forest.toBytes(), schema, settings);
            }
        }
        double[] votes = new double[2];
        forest.votes(new double[] {350, Double.NaN}, votes);
        return String.format(
                Locale.ROOT,
                "%d of %d right; 350 km by a carrier unknown is late with probability %.2f",
                right,
                PARCELS,
                votes[1]);
    }
}
