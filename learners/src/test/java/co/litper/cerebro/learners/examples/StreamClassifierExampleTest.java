package co.litper.cerebro.learners.examples;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.learners.stream.StreamSchema;
import co.litper.cerebro.learners.tree.AdaptiveRandomForest;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A classifier that learns from a stream, follows a change of its concept, and survives a restart. */
class StreamClassifierExampleTest {

    @Test
    void learnsWhichParcelsComeLateAndFollowsWhenTheRoadsChange() {
        // A row is: distance in km (numeric), carrier (one of three words). The class is 0 for in time, 1 for late.
        StreamSchema schema = StreamSchema.classification(2, 0, 3);
        AdaptiveRandomForest.Settings settings = AdaptiveRandomForest.Settings.DEFAULT;
        AdaptiveRandomForest forest = new AdaptiveRandomForest(schema, settings, 1);
        SplittableRandom world = new SplittableRandom(7);
        int right = 0;
        for (int i = 0; i < 3_000; i++) {
            double[] row = {1_000 * world.nextDouble(), world.nextInt(3)};
            boolean roadClosed = i >= 1_500;
            int late = row[0] > (roadClosed ? 200 : 700) || row[1] == 2 ? 1 : 0;
            // Predict first, learn once the outcome is known.
            right += forest.predict(row) == late ? 1 : 0;
            forest.learn(row, late, 1);
            if (i == 2_000) {
                forest = AdaptiveRandomForest.fromBytes(forest.toBytes(), schema, settings);
            }
        }
        assertThat(right).isGreaterThan(2_700);
        double[] votes = new double[2];
        forest.votes(new double[] {350, Double.NaN}, votes);
        assertThat(votes[1]).isGreaterThan(0.5);
    }
}
