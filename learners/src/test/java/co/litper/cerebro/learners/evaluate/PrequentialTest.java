package co.litper.cerebro.learners.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import co.litper.cerebro.learners.stream.LastValueRegressor;
import co.litper.cerebro.learners.stream.NoChangeClassifier;
import co.litper.cerebro.learners.stream.StreamSchema;
import org.junit.jupiter.api.Test;

class PrequentialTest {
    private static final double[][] ROWS = {{0}, {0}, {0}, {0}, {0}, {0}};

    @Test
    void aRowIsPredictedBeforeItsLabelIsLearned() {
        NoChangeClassifier learner = new NoChangeClassifier(StreamSchema.classification(2, 0));
        Prequential.Classified judged = Prequential.classify(learner, ROWS, new int[] {1, 1, 1, 0, 0, 1}, 0);
        assertThat(judged.right()).isEqualTo(3);
        assertThat(judged.accuracy()).isEqualTo(0.5);
    }

    @Test
    void aDelayedLabelIsLearnedThatManyRowsLater() {
        LastValueRegressor learner = new LastValueRegressor(StreamSchema.regression(0));
        // Known when the rows come: 0, 0, 0, 1, 2, 3.
        Prequential.Regressed judged = Prequential.regress(learner, ROWS, new double[] {1, 2, 3, 4, 5, 6}, 2);
        assertThat(judged.mae()).isCloseTo((1 + 2 + 3 + 3 + 3 + 3) / 6.0, within(1e-12));
        assertThat(learner.predict(new double[] {0})).isEqualTo(4);
    }
}
