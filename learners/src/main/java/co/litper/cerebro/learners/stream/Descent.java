package co.litper.cerebro.learners.stream;

import co.litper.cerebro.learners.linear.AdaGradLearner;
import co.litper.cerebro.learners.linear.FtrlLearner;

/** How a linear learner of streams steps. */
public enum Descent {
    /** As {@link FtrlLearner} with its default settings, but for a first step as large as that of {@link #ADAGRAD}. */
    FTRL,
    /** As {@link AdaGradLearner} with its default settings. */
    ADAGRAD;

    /** A score that knows nothing, over {@code width} places and the bias. */
    LinearScore begin(int width) {
        return switch (this) {
            case FTRL -> {
                FtrlLearner.Settings s = FtrlLearner.Settings.DEFAULT;
                double rate = AdaGradLearner.Settings.DEFAULT.rate();
                yield new LinearScore(width, new LinearScore.Step(rate, s.offset(), s.l2(), 0));
            }
            case ADAGRAD -> {
                AdaGradLearner.Settings s = AdaGradLearner.Settings.DEFAULT;
                yield new LinearScore(width, new LinearScore.Step(s.rate(), s.offset(), 0, s.l2()));
            }
        };
    }
}
