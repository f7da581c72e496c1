package co.litper.cerebro.benchmarks.streams;

import co.litper.cerebro.benchmarks.BenchDataException;
import com.github.javacliparser.Option;
import com.yahoo.labs.samoa.instances.Attribute;
import com.yahoo.labs.samoa.instances.DenseInstance;
import com.yahoo.labs.samoa.instances.Instance;
import com.yahoo.labs.samoa.instances.Instances;
import com.yahoo.labs.samoa.instances.InstancesHeader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import moa.classifiers.Classifier;
import moa.core.Utils;

/** MOA 2024.07 on the same rows in the same order. What it prints is swallowed. */
final class MoaPeer {
    private final String commandLine;
    private final Instance[] instances;
    private final InstancesHeader header;
    private final boolean regression;

    private MoaPeer(String commandLine, StreamTable table) {
        this.commandLine = commandLine;
        this.regression = table.isRegression();
        this.header = header(table);
        this.instances = instances(table, header);
    }

    /** The peer of one of our learners, if MOA has one. */
    static Optional<MoaPeer> of(String learner, StreamTable table) {
        String line = table.isRegression()
                ? regressor(learner)
                : classifier(learner, table.schema().classes());
        return line.isEmpty() ? Optional.empty() : Optional.of(new MoaPeer(line, table));
    }

    private static String classifier(String learner, int classes) {
        return switch (learner) {
            case "hoeffding-tree", "hoeffding-tree-reference" -> "trees.HoeffdingTree -g 200 -c 0.001 -t 0.05";
            case "adaptive-random-forest", "adaptive-random-forest-reference" -> "meta.AdaptiveRandomForest";
            case "streaming-gradient-boosting" -> "meta.StreamingGradientBoostedTrees";
            case "hoeffding-adaptive-tree" -> "trees.HoeffdingAdaptiveTree";
            case "streaming-random-patches" -> "meta.StreamingRandomPatches";
            case "leveraging-bagging" -> "meta.LeveragingBag";
            case "oza-bagging" -> "meta.OzaBag";
            case "oza-boosting" -> "meta.OzaBoost";
            case "adagrad" -> classes == 2 ? "functions.AdaGrad -o LOGLOSS" : "functions.SGDMultiClass -o LOGLOSS";
            case "linear" -> "functions.SGDMultiClass -o LOGLOSS";
            case "no-change" -> "functions.NoChange";
            case "majority" -> "functions.MajorityClass";
            case "best" -> "meta.StreamingRandomPatches";
            default -> "";
        };
    }

    private static String regressor(String learner) {
        return switch (learner) {
            case "hoeffding-tree" -> "trees.FIMTDD";
            case "adaptive-random-forest", "best" -> "meta.AdaptiveRandomForestRegressor";
            case "streaming-gradient-boosting" -> "meta.StreamingGradientBoostedTrees";
            case "adagrad" -> "functions.AdaGrad -o SQUAREDLOSS";
            case "linear" -> "functions.SGD -o SQUAREDLOSS";
            default -> "";
        };
    }

    /** What is asked of MOA, as its own command line says it. */
    String commandLine() {
        return commandLine;
    }

    /** Judges a new learner on the first {@code rows} rows. */
    Figures run(long seed, int rows, int delay) {
        PrintStream out = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        try {
            Classifier learner = learner(seed);
            return regression ? regress(learner, rows, delay) : classify(learner, rows, delay);
        } finally {
            System.setOut(out);
        }
    }

    private Classifier learner(long seed) {
        try {
            Classifier learner = (Classifier)
                    moa.options.ClassOption.cliStringToObject(commandLine, Classifier.class, new Option[0]);
            learner.setRandomSeed((int) seed);
            learner.setModelContext(header);
            learner.prepareForUse();
            learner.resetLearning();
            return learner;
        } catch (Exception e) {
            throw new BenchDataException("MOA does not take " + commandLine + ": " + e.getMessage(), e);
        }
    }

    private Figures classify(Classifier learner, int rows, int delay) {
        long start = System.nanoTime();
        int right = 0;
        for (int i = 0; i < rows; i++) {
            Instance instance = instances[i];
            double[] votes = learner.getVotesForInstance(instance);
            right += Utils.maxIndex(votes) == (int) instance.classValue() ? 1 : 0;
            if (i >= delay) {
                learner.trainOnInstance(instances[i - delay]);
            }
        }
        return Figures.of((double) right / rows, rows, System.nanoTime() - start);
    }

    private Figures regress(Classifier learner, int rows, int delay) {
        long start = System.nanoTime();
        double squares = 0;
        for (int i = 0; i < rows; i++) {
            Instance instance = instances[i];
            double[] votes = learner.getVotesForInstance(instance);
            double off = (votes.length == 0 ? 0 : votes[0]) - instance.classValue();
            squares += off * off;
            if (i >= delay) {
                learner.trainOnInstance(instances[i - delay]);
            }
        }
        return Figures.of(Math.sqrt(squares / rows), rows, System.nanoTime() - start);
    }

    private static InstancesHeader header(StreamTable table) {
        List<Attribute> attributes = new ArrayList<>();
        for (int i = 0; i < table.names().size(); i++) {
            attributes.add(
                    table.schema().isNominal(i)
                            ? new Attribute("f" + i, places(table.schema().cardinality(i)))
                            : new Attribute("f" + i));
        }
        attributes.add(
                table.isRegression()
                        ? new Attribute("target")
                        : new Attribute("target", places(table.schema().classes())));
        InstancesHeader header = new InstancesHeader(new Instances("stream", attributes, 0));
        header.setClassIndex(attributes.size() - 1);
        return header;
    }

    private static List<String> places(int count) {
        List<String> places = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            places.add("v" + i);
        }
        return places;
    }

    private static Instance[] instances(StreamTable table, InstancesHeader header) {
        Instance[] instances = new Instance[table.rows().length];
        for (int r = 0; r < instances.length; r++) {
            double[] row = table.rows()[r];
            double[] values = Arrays.copyOf(row, row.length + 1);
            values[row.length] = table.isRegression() ? table.targets()[r] : table.labels()[r];
            instances[r] = new DenseInstance(1, values);
            instances[r].setDataset(header);
        }
        return instances;
    }
}
