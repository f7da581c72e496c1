package co.litper.cerebro.benchmarks.bandit;

import co.litper.cerebro.learners.offpolicy.Demands;
import co.litper.cerebro.learners.offpolicy.LoggedRounds;
import co.litper.cerebro.learners.offpolicy.OffPolicy;
import co.litper.cerebro.learners.offpolicy.Refusal;
import co.litper.cerebro.learners.offpolicy.RewardModel;
import co.litper.cerebro.learners.offpolicy.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TreeMap;

/** What one policy's log says of another, estimator by estimator, beside what that other really earned. */
final class OpenBanditRun {
    private static final int FOLDS = 3;
    /** Clicks are rare: the ridge holds items without clicks near the rest. */
    private static final RewardModel.Settings MODEL = new RewardModel.Settings(RewardModel.Kind.LOGISTIC, 1);

    private OpenBanditRun() {}

    static SequencedMap<String, Object> estimates(OpenBanditLog log, OpenBanditLog judged) {
        LoggedRounds rounds = rounds(log, judged);
        SequencedMap<String, Object> out = new LinkedHashMap<>();
        for (Verdict verdict : OffPolicy.estimateAll(rounds, Demands.USUAL)) {
            out.put(verdict.estimator().label(), figures(verdict, judged.mean()));
        }
        return out;
    }

    private static SequencedMap<String, Object> figures(Verdict verdict, double truth) {
        SequencedMap<String, Object> out = new LinkedHashMap<>();
        switch (verdict) {
            case Verdict.Estimate e -> {
                out.put("value", e.value());
                out.put("interval", List.of(e.low(), e.high()));
                out.put("relativeError", Math.abs(e.value() - truth) / truth);
                out.put("holdsOnPolicyMean", e.low() <= truth && truth <= e.high());
                out.put("effectiveSample", e.effectiveSample());
                out.put("parameter", e.parameter());
            }
            case Verdict.Refused r ->
                out.put("refused", r.reasons().stream().map(Refusal::message).toList());
        }
        return out;
    }

    static LoggedRounds rounds(OpenBanditLog log, OpenBanditLog judged) {
        int n = log.rounds().size();
        int items = Math.max(log.items(), judged.items());
        double[] rewards = new double[n];
        double[] propensities = new double[n];
        double[] targets = new double[n];
        TreeMap<Integer, double[]> distributions = new TreeMap<>();
        for (int i = 0; i < n; i++) {
            OpenBanditLog.Round round = log.rounds().get(i);
            rewards[i] = round.reward();
            propensities[i] = round.propensity();
            targets[i] =
                    distributions.computeIfAbsent(round.position(), p -> judged.distribution(p, items))[round.item()];
        }
        return withModel(LoggedRounds.of(rewards, propensities, targets), log, rewards, distributions, items);
    }

    private static LoggedRounds withModel(
            LoggedRounds rounds,
            OpenBanditLog log,
            double[] rewards,
            TreeMap<Integer, double[]> distributions,
            int items) {
        ClickFeatures features = new ClickFeatures(log, items);
        int n = rewards.length;
        float[][] rows = new float[n][];
        for (int i = 0; i < n; i++) {
            OpenBanditLog.Round round = log.rounds().get(i);
            rows[i] = features.row(round, round.item());
        }
        RewardModel[] models = RewardModel.crossFit(rows, rewards, FOLDS, MODEL);
        double[] logged = new double[n];
        double[] target = new double[n];
        for (int i = 0; i < n; i++) {
            OpenBanditLog.Round round = log.rounds().get(i);
            RewardModel model = models[i % FOLDS];
            logged[i] = model.predict(rows[i]);
            double[] distribution = Objects.requireNonNull(distributions.get(round.position()));
            for (int item = 0; item < items; item++) {
                if (distribution[item] > 0) {
                    features.show(rows[i], round, item);
                    target[i] += distribution[item] * model.predict(rows[i]);
                }
            }
        }
        return rounds.withModel(logged, target);
    }
}
