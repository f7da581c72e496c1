package co.litper.cerebro.learners.stream;

import co.litper.cerebro.learners.linear.AdaGradLearner;
import co.litper.cerebro.learners.linear.FtrlLearner;
import co.litper.cerebro.learners.linear.LinearModel;
import co.litper.cerebro.learners.linear.Loss;
import co.litper.cerebro.learners.snapshot.SnapshotException;
import java.util.function.IntToDoubleFunction;

/**
 * Scores as version 1 kept them: learners that scaled the encoded row a second time, nominal places too. The second scale goes
 * into weights and bias, so that predictions stay (but for its clipping); what is learned further is learned as now.
 */
final class LinearVersionOne {
    private LinearVersionOne() {}

    static void read(byte[] bytes, Descent descent, Loss loss, int[] places, LinearScore into) {
        switch (descent) {
            case FTRL -> {
                FtrlLearner old = FtrlLearner.fromBytes(bytes, loss, FtrlLearner.Settings.DEFAULT);
                fold(old.model(), old::squaredGradients, places, into);
            }
            case ADAGRAD -> {
                AdaGradLearner old = AdaGradLearner.fromBytes(bytes, loss, AdaGradLearner.Settings.DEFAULT);
                fold(old.model(), old::squaredGradients, places, into);
            }
        }
    }

    private static void fold(LinearModel model, IntToDoubleFunction squared, int[] places, LinearScore into) {
        int width = model.width();
        if (into.places() != width + 1) {
            throw new SnapshotException(
                    "snapshot has a score of " + width + " places, the schema has " + (into.places() - 1));
        }
        double[] weights = new double[width + 1];
        double[] squares = new double[width + 1];
        double bias = model.bias();
        for (int i = 0; i < width; i++) {
            weights[places[i]] = model.slope(i);
            bias -= model.slope(i) * model.mean(i);
            squares[places[i]] = squared.applyAsDouble(i);
        }
        weights[width] = bias;
        squares[width] = squared.applyAsDouble(width);
        into.resume(weights, squares);
    }
}
