package co.litper.cerebro.benchmarks.reinforce;

import co.litper.cerebro.learners.bandit.Explorer;
import co.litper.cerebro.learners.reinforce.ActorCritic;
import co.litper.cerebro.learners.reinforce.Backup;
import co.litper.cerebro.learners.reinforce.DoubleDqn;
import co.litper.cerebro.learners.reinforce.DqnSettings;
import co.litper.cerebro.learners.reinforce.FittedQ;
import co.litper.cerebro.learners.reinforce.Regressor;
import co.litper.cerebro.learners.reinforce.Step;
import co.litper.cerebro.learners.reinforce.TabularQ;
import co.litper.cerebro.learners.reinforce.Transition;
import co.litper.cerebro.learners.reinforce.Visit;
import co.litper.cerebro.learners.reinforce.problem.FiniteProblem;
import co.litper.cerebro.learners.reinforce.problem.FiniteProblem.Played;
import co.litper.cerebro.learners.stream.SplitMix;
import java.util.ArrayList;
import java.util.List;

/** A learner and how it is taught. */
enum Pupil {
    /** A table, exploring less and less. */
    TABULAR_Q("tabular-q", false),
    /** The same, doubled. */
    TABULAR_DOUBLE_Q("tabular-double-q", false),
    /** Trees fitted to a log of chance. */
    FITTED_Q_TREES("fitted-q-trees", true),
    /** Two halves of trees fitted to a log of chance. */
    FITTED_Q_TREES_DOUBLED("fitted-q-trees-doubled", true),
    /** A ridge over features and, where there are few, their products, fitted to a log of chance. */
    FITTED_Q_RIDGE("fitted-q-ridge", false),
    /** A network, exploring less and less. */
    DOUBLE_DQN("double-dqn", false),
    /** A policy; its exploration is part of the figure. */
    ACTOR_CRITIC("actor-critic", false);

    /** One feature a state leaves nothing to generalise over: trees are not run there. */
    private static final int DENSE_WIDTH = 10;

    private static final int MOST_ROUNDS = 40;
    private static final double LEAST_EXPLORATION = 0.05;
    private static final Explorer GREEDY = new Explorer.EpsilonGreedy(0);

    private final String label;
    private final boolean needsDense;

    Pupil(String label, boolean needsDense) {
        this.label = label;
        this.needsDense = needsDense;
    }

    String label() {
        return label;
    }

    boolean takes(FiniteProblem problem) {
        return !needsDense || isDense(problem);
    }

    private static boolean isDense(FiniteProblem problem) {
        return problem.width() <= DENSE_WIDTH;
    }

    /** Exact value of the policy found in so many episodes. */
    double taught(FiniteProblem problem, int episodes, long seed) {
        return problem.value(
                switch (this) {
                    case TABULAR_Q -> table(problem, episodes, seed, new Backup.Best());
                    case TABULAR_DOUBLE_Q -> table(problem, episodes, seed, new Backup.Doubled());
                    case FITTED_Q_TREES -> fitted(problem, episodes, seed, Regressor.Trees.USUAL, new Backup.Best());
                    case FITTED_Q_TREES_DOUBLED ->
                        fitted(problem, episodes, seed, Regressor.Trees.USUAL, new Backup.Doubled());
                    case FITTED_Q_RIDGE ->
                        fitted(problem, episodes, seed, new Regressor.Ridge(1, isDense(problem)), new Backup.Best());
                    case DOUBLE_DQN -> network(problem, episodes, seed);
                    case ACTOR_CRITIC -> actor(problem, episodes, seed);
                });
    }

    private static Explorer explorer(int episode, int episodes) {
        return new Explorer.EpsilonGreedy(Math.max(LEAST_EXPLORATION, 1 - 2.0 * episode / episodes));
    }

    private static double[][] table(FiniteProblem problem, int episodes, long seed, Backup backup) {
        TabularQ table = new TabularQ(TabularQ.Settings.of(problem.actions()).with(backup));
        SplitMix random = new SplitMix(seed);
        for (int e = 0; e < episodes; e++) {
            Explorer explorer = explorer(e, episodes);
            Played played = problem.play((s, _, mask, unit) -> table.choose(s, mask, explorer, unit), random);
            List<Visit> visits = new ArrayList<>();
            for (Step s : played.episode().steps()) {
                visits.add(
                        new Visit(played.states()[visits.size()], s.allowed(), s.action(), s.reward(), s.discount()));
            }
            if (played.episode().isEnded()) {
                table.learn(visits, 1);
            } else {
                table.learnOpen(
                        visits, played.states()[visits.size()], played.episode().nextMask(), 1);
            }
        }
        return problem.policy(
                s -> table.choose(s, problem.allowed(s), GREEDY, 0).distribution());
    }

    private static double[][] fitted(
            FiniteProblem problem, int episodes, long seed, Regressor regressor, Backup backup) {
        List<Transition> log = new ArrayList<>();
        problem.playEvenly(episodes, seed).forEach(p -> log.addAll(p.episode().transitions(1)));
        int rounds = Math.min(MOST_ROUNDS, problem.horizon());
        FittedQ.Settings settings = FittedQ.Settings.of(problem.width(), problem.actions(), rounds);
        return problem.policy(FittedQ.fit(log, settings.with(regressor).with(backup)), GREEDY);
    }

    private static double[][] network(FiniteProblem problem, int episodes, long seed) {
        DqnSettings settings = DqnSettings.of(problem.width(), problem.actions(), scale(problem));
        DoubleDqn dqn = new DoubleDqn(settings.withSeed(seed));
        SplitMix random = new SplitMix(seed);
        for (int e = 0; e < episodes; e++) {
            Explorer explorer = explorer(e, episodes);
            problem.play((_, f, mask, unit) -> dqn.choose(f, mask, explorer, unit), random)
                    .episode()
                    .transitions(1)
                    .forEach(dqn::learn);
        }
        return problem.policy(dqn, GREEDY);
    }

    private static double[][] actor(FiniteProblem problem, int episodes, long seed) {
        ActorCritic.Settings settings = ActorCritic.Settings.of(problem.width(), problem.actions(), scale(problem));
        ActorCritic learner = new ActorCritic(settings.withSeed(seed));
        SplitMix random = new SplitMix(seed);
        for (int e = 0; e < episodes; e++) {
            learner.learn(problem.play((_, f, mask, unit) -> learner.choose(f, mask, unit), random)
                    .episode());
        }
        return problem.policy(s -> learner.distribution(problem.features(s), problem.allowed(s)));
    }

    private static double scale(FiniteProblem problem) {
        return Math.max(1, Math.abs(problem.optimum()));
    }
}
