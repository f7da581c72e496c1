package co.litper.cerebro.learn.replay;

import co.litper.cerebro.learners.offpolicy.RewardModel;
import java.util.Arrays;
import java.util.List;

/**
 * What a parcel is expected to earn from a choice on if a policy goes on answering: fitted Q evaluation with a ridge
 * regression, on the other half of the parcels than those it speaks of (H. Le, C. Voloshin and Y. Yue, "Batch policy learning
 * under constraints", ICML 2019; cross-fitting after V. Chernozhukov and others, 2018). It only narrows intervals: estimates
 * stay right where it is wrong. O(sweeps × choices × bids × width).
 */
final class ReturnModel {
    private static final int FOLDS = 2;
    /** Steps that a value travels back beyond what the log's own returns tell. */
    private static final int SWEEPS = 3;

    private static final RewardModel.Settings RIDGE = new RewardModel.Settings(RewardModel.Kind.LINEAR, 10);

    private final List<Episode> episodes;
    private final PolicyOdds odds;
    private final RewardModel[] models = new RewardModel[FOLDS];
    /** Returns lie within these, and so does what is expected. */
    private final double least;

    private final double most;

    ReturnModel(List<Episode> episodes, PolicyOdds odds) {
        this.episodes = episodes;
        this.odds = odds;
        double[] returns = episodes.stream().mapToDouble(Episode::returnCop).toArray();
        this.least = Arrays.stream(returns).min().orElse(0);
        this.most = Arrays.stream(returns).max().orElse(0);
        for (int fold = 0; fold < FOLDS; fold++) {
            fit(fold);
        }
    }

    private void fit(int fold) {
        int steps = 0;
        int longest = 0;
        for (int e = 0; e < episodes.size(); e++) {
            boolean used = e % FOLDS != fold;
            steps += used ? episodes.get(e).choices().size() : 0;
            longest = Math.max(longest, episodes.get(e).choices().size());
        }
        float[][] rows = new float[steps][];
        int at = 0;
        for (int e = 0; e < episodes.size(); e++) {
            if (e % FOLDS != fold) {
                for (LoggedChoice choice : episodes.get(e).choices()) {
                    rows[at++] = ChoiceFeatures.row(choice, choice.chosen());
                }
            }
        }
        int[] all = new int[steps];
        Arrays.setAll(all, i -> i);
        models[fold] = RewardModel.fit(rows, targets(fold, steps, false), all, RIDGE);
        for (int sweep = 0; sweep < SWEEPS && longest > 1; sweep++) {
            models[fold] = RewardModel.fit(rows, targets(fold, steps, true), all, RIDGE);
        }
    }

    /** What each choice led to: the rest of the parcel's return, or what the model says of the next choice. */
    private double[] targets(int fold, int steps, boolean modelled) {
        double[] targets = new double[steps];
        int at = 0;
        for (int e = 0; e < episodes.size(); e++) {
            if (e % FOLDS == fold) {
                continue;
            }
            Episode episode = episodes.get(e);
            List<LoggedChoice> choices = episode.choices();
            double rest = episode.cop();
            for (int t = choices.size() - 1; t >= 0; t--) {
                boolean isLast = t == choices.size() - 1;
                double after = modelled && !isLast ? value(models[fold], e, t + 1) : rest;
                targets[at + t] = after - choices.get(t).costCop();
                rest -= choices.get(t).costCop();
            }
            at += choices.size();
        }
        return targets;
    }

    /** Expected return from a choice on if the policy answers it and those after it. */
    double value(int episode, int step) {
        return value(models[episode % FOLDS], episode, step);
    }

    /** The same if the winner of the log is taken there and the policy answers those after it. */
    double valueOfChosen(int episode, int step) {
        LoggedChoice choice = episodes.get(episode).choices().get(step);
        return predict(models[episode % FOLDS], choice, choice.chosen());
    }

    private double value(RewardModel model, int episode, int step) {
        LoggedChoice choice = episodes.get(episode).choices().get(step);
        double[] shares = odds.of(episode, step);
        double sum = 0;
        for (int bid = 0; bid < shares.length; bid++) {
            if (shares[bid] > 0) {
                sum += shares[bid] * predict(model, choice, bid);
            }
        }
        return sum;
    }

    private double predict(RewardModel model, LoggedChoice choice, int bid) {
        return Math.clamp(model.predict(ChoiceFeatures.row(choice, bid)), least, most);
    }
}
