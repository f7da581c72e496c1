package co.litper.cerebro.benchmarks.streams;

import co.litper.cerebro.benchmarks.BenchDataException;
import co.litper.cerebro.learners.ensemble.BestClassifier;
import co.litper.cerebro.learners.ensemble.BestRegressor;
import co.litper.cerebro.learners.ensemble.LeastSquaresRegressor;
import co.litper.cerebro.learners.stream.Descent;
import co.litper.cerebro.learners.stream.LastValueRegressor;
import co.litper.cerebro.learners.stream.LinearClassifier;
import co.litper.cerebro.learners.stream.LinearRegressor;
import co.litper.cerebro.learners.stream.MajorityClassifier;
import co.litper.cerebro.learners.stream.MeanRegressor;
import co.litper.cerebro.learners.stream.NoChangeClassifier;
import co.litper.cerebro.learners.stream.StreamClassifier;
import co.litper.cerebro.learners.stream.StreamRegressor;
import co.litper.cerebro.learners.stream.StreamSchema;
import co.litper.cerebro.learners.tree.AdaptiveRandomForest;
import co.litper.cerebro.learners.tree.BaggedTrees;
import co.litper.cerebro.learners.tree.BoostedClassifier;
import co.litper.cerebro.learners.tree.BoostedRegressor;
import co.litper.cerebro.learners.tree.BoostingSettings;
import co.litper.cerebro.learners.tree.ForestRegressor;
import co.litper.cerebro.learners.tree.HoeffdingAdaptiveTree;
import co.litper.cerebro.learners.tree.HoeffdingTree;
import co.litper.cerebro.learners.tree.OnlineBoosting;
import co.litper.cerebro.learners.tree.RegressionTree;
import co.litper.cerebro.learners.tree.StreamingRandomPatches;
import java.util.List;

/** Our learners by the names of the command line. */
final class NamedLearners {
    static final List<String> NAMES = List.of(
            "hoeffding-tree",
            "adaptive-random-forest",
            "hoeffding-tree-reference",
            "adaptive-random-forest-reference",
            "streaming-gradient-boosting",
            "hoeffding-adaptive-tree",
            "streaming-random-patches",
            "leveraging-bagging",
            "oza-bagging",
            "oza-boosting",
            "linear",
            "adagrad",
            "least-squares",
            "best",
            "no-change",
            "majority",
            "mean");

    private NamedLearners() {}

    static StreamClassifier classifier(String name, StreamSchema schema, long seed) {
        return switch (name) {
            case "hoeffding-tree" -> new HoeffdingTree(schema, HoeffdingTree.Settings.DEFAULT);
            case "adaptive-random-forest" ->
                new AdaptiveRandomForest(schema, AdaptiveRandomForest.Settings.DEFAULT, seed);
            case "hoeffding-tree-reference" -> new HoeffdingTree(schema, HoeffdingTree.Settings.REFERENCE);
            case "adaptive-random-forest-reference" ->
                new AdaptiveRandomForest(schema, AdaptiveRandomForest.Settings.REFERENCE, seed);
            case "streaming-gradient-boosting" -> new BoostedClassifier(schema, BoostingSettings.CLASSIFICATION, seed);
            case "hoeffding-adaptive-tree" -> new HoeffdingAdaptiveTree(schema, HoeffdingAdaptiveTree.Settings.DEFAULT);
            case "streaming-random-patches" ->
                new StreamingRandomPatches(schema, StreamingRandomPatches.Settings.DEFAULT, seed);
            case "leveraging-bagging" -> new BaggedTrees(schema, BaggedTrees.Settings.LEVERAGING, seed);
            case "oza-bagging" -> new BaggedTrees(schema, BaggedTrees.Settings.OZA, seed);
            case "oza-boosting" -> new OnlineBoosting(schema, OnlineBoosting.Settings.DEFAULT, seed);
            case "linear" -> new LinearClassifier(schema, Descent.FTRL);
            case "adagrad" -> new LinearClassifier(schema, Descent.ADAGRAD);
            case "best" -> new BestClassifier(schema, seed);
            case "no-change" -> new NoChangeClassifier(schema);
            case "majority" -> new MajorityClassifier(schema);
            default -> throw unknown(name);
        };
    }

    static StreamRegressor regressor(String name, StreamSchema schema, long seed) {
        return switch (name) {
            case "hoeffding-tree" -> new RegressionTree(schema, RegressionTree.Settings.DEFAULT);
            case "adaptive-random-forest" -> new ForestRegressor(schema, ForestRegressor.Settings.DEFAULT, seed);
            case "streaming-gradient-boosting" -> new BoostedRegressor(schema, BoostingSettings.REGRESSION, seed);
            case "linear" -> new LinearRegressor(schema, Descent.FTRL);
            case "adagrad" -> new LinearRegressor(schema, Descent.ADAGRAD);
            case "least-squares" -> new LeastSquaresRegressor(schema);
            case "best" -> new BestRegressor(schema, seed);
            case "no-change" -> new LastValueRegressor(schema);
            case "majority", "mean" -> new MeanRegressor(schema);
            default -> throw unknown(name);
        };
    }

    private static BenchDataException unknown(String name) {
        return new BenchDataException("no learner is named " + name + ". Maybe one of " + NAMES, null);
    }
}
