package co.litper.cerebro.learners.stream;

import co.litper.cerebro.learners.linear.AdaGradLearner;
import co.litper.cerebro.learners.linear.FtrlLearner;
import co.litper.cerebro.learners.linear.Loss;

/** How a linear learner of streams steps. */
public enum Descent {
    /** {@link FtrlLearner} with its default settings. */
    FTRL,
    /** {@link AdaGradLearner} with its default settings. */
    ADAGRAD;

    /** One linear score, whichever way it steps. */
    interface Score {
        void update(float[] row, double target, double weight);

        double score(float[] row);

        byte[] toBytes();
    }

    Score begin(int width, Loss loss) {
        return switch (this) {
            case FTRL -> ftrl(new FtrlLearner(width, loss, FtrlLearner.Settings.DEFAULT));
            case ADAGRAD -> adagrad(new AdaGradLearner(width, loss, AdaGradLearner.Settings.DEFAULT));
        };
    }

    Score resume(byte[] bytes, Loss loss) {
        return switch (this) {
            case FTRL -> ftrl(FtrlLearner.fromBytes(bytes, loss, FtrlLearner.Settings.DEFAULT));
            case ADAGRAD -> adagrad(AdaGradLearner.fromBytes(bytes, loss, AdaGradLearner.Settings.DEFAULT));
        };
    }

    private static Score ftrl(FtrlLearner learner) {
        return new Score() {
            @Override
            public void update(float[] row, double target, double weight) {
                learner.update(row, target, weight);
            }

            @Override
            public double score(float[] row) {
                return learner.score(row);
            }

            @Override
            public byte[] toBytes() {
                return learner.toBytes();
            }
        };
    }

    private static Score adagrad(AdaGradLearner learner) {
        return new Score() {
            @Override
            public void update(float[] row, double target, double weight) {
                learner.update(row, target, weight);
            }

            @Override
            public double score(float[] row) {
                return learner.score(row);
            }

            @Override
            public byte[] toBytes() {
                return learner.toBytes();
            }
        };
    }
}
