package co.litper.cerebro.benchmarks.bandit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import vowpalWabbit.learner.VWActionProbsLearner;
import vowpalWabbit.learner.VWLearners;
import vowpalWabbit.responses.ActionProb;

/**
 * The peer: Vowpal Wabbit's contextual bandit with action-dependent features, in this process by its own Java binding. It
 * sees the same features, every arm crossed with them, and the negative reward as its cost.
 */
final class VowpalPlayer implements Player {
    private final VWActionProbsLearner learner;
    private final String[] contexts;
    private final String[] example;
    private final int arms;
    private int arm;
    private double propensity;

    /** Explores as {@code options} say, such as {@code --squarecb}. */
    VowpalPlayer(String[] contexts, int arms, String options, long seed) {
        this.contexts = contexts;
        this.arms = arms;
        this.example = new String[arms + 1];
        this.learner =
                VWLearners.create("--quiet --cb_explore_adf --cb_type mtr -q sa --random_seed " + seed + " " + options);
    }

    /** Rows of a data set in Vowpal Wabbit's text; made once, so that its clock does not count them. */
    static String[] contexts(Dataset data) {
        String[] lines = new String[data.size()];
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < lines.length; i++) {
            line.setLength(0);
            line.append("shared |s");
            float[] row = data.features()[i];
            for (int j = 0; j < row.length; j++) {
                if (row[j] == 1) {
                    line.append(" f").append(j);
                } else if (row[j] != 0) {
                    line.append(String.format(Locale.ROOT, " f%d:%.5f", j, row[j]));
                }
            }
            lines[i] = line.toString();
        }
        return lines;
    }

    @Override
    public int play(int round, int row, double unit) {
        example[0] = contexts[row];
        for (int i = 0; i < arms; i++) {
            example[i + 1] = "|a arm" + i;
        }
        ActionProb[] offered = learner.predict(example).getActionProbs();
        double sum =
                Arrays.stream(offered).mapToDouble(ActionProb::getProbability).sum();
        double left = unit * sum;
        for (ActionProb p : offered) {
            if (p.getProbability() > 0) {
                arm = p.getAction();
                propensity = p.getProbability() / sum;
                left -= p.getProbability();
                if (left < 0) {
                    break;
                }
            }
        }
        return arm;
    }

    @Override
    public void paid(int round, double reward) {
        example[arm + 1] = "0:" + -reward + ":" + propensity + " " + example[arm + 1];
        learner.learn(example);
    }

    @Override
    public void close() {
        try {
            learner.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
