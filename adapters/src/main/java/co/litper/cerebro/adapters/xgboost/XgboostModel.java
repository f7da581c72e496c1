package co.litper.cerebro.adapters.xgboost;

import co.litper.cerebro.learners.tree.flat.TreeModel;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Reads models that XGBoost saved as JSON: boosters {@code gbtree} and {@code dart}, numeric splits, one number a leaf. Held
 * against 2.1.4.
 *
 * <p>T. Chen and C. Guestrin, "XGBoost: a scalable tree boosting system", KDD 2016. Kept are its comparisons and sums of 32 bits,
 * the direction of missing values, and base score and link of the objective.
 */
public final class XgboostModel {
    /** Outputs at most. */
    private static final int MOST_CLASSES = 65_536;

    private static final int MOST_FEATURES = 1 << 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private XgboostModel() {}

    /**
     * Reads a model.
     *
     * @param json what {@code save_model("….json")} or {@code toByteArray("json")} wrote
     * @throws UnreadableModelException if it is no such model, or one with categorical splits, vector leaves, a linear booster or an
     *     objective whose link is not known
     */
    public static TreeModel read(byte[] json) {
        JsonNode learner = parse(json).path("learner");
        JsonNode parameters = learner.path("learner_model_param");
        int features = number(parameters, "num_feature", 1, MOST_FEATURES);
        int outputs = outputs(parameters);
        XgboostObjective objective = XgboostObjective.named(text(learner.path("objective"), "name"));
        JsonNode booster = learner.path("gradient_booster");
        List<TreeModel.Tree> trees = trees(booster, features, outputs);
        try {
            return new TreeModel(
                    features,
                    base(text(parameters, "base_score"), outputs, objective),
                    objective.link(),
                    TreeModel.Precision.SINGLE,
                    trees);
        } catch (IllegalArgumentException e) {
            throw new UnreadableModelException("the model does not hold together: " + e.getMessage(), e);
        }
    }

    private static JsonNode parse(byte[] json) {
        try {
            JsonNode root = JSON.readTree(json);
            if (root == null || !root.path("learner").isObject()) {
                throw new UnreadableModelException(
                        "the file has no \"learner\". Maybe it was saved as UBJSON or in the binary format; save it as .json.");
            }
            return root;
        } catch (IOException e) {
            throw new UnreadableModelException(
                    "the model is no JSON. Maybe it was saved as UBJSON or in the binary format; save it as .json.", e);
        }
    }

    private static int outputs(JsonNode parameters) {
        int classes = number(parameters, "num_class", 0, MOST_CLASSES);
        int targets = parameters.has("num_target") ? number(parameters, "num_target", 1, MOST_CLASSES) : 1;
        return Math.max(1, Math.max(classes, targets));
    }

    private static List<Double> base(String score, int outputs, XgboostObjective objective) {
        String[] parts = score.replace("[", "").replace("]", "").split(",", -1);
        List<Double> base = new ArrayList<>();
        try {
            for (String part : parts) {
                base.add((double) objective.margin(Float.parseFloat(part.trim())));
            }
        } catch (NumberFormatException e) {
            throw new UnreadableModelException("base_score is " + score + ", no number", e);
        }
        if (base.size() == 1) {
            return Collections.nCopies(outputs, base.getFirst());
        }
        if (base.size() != outputs) {
            throw new UnreadableModelException("the model has " + outputs + " outputs and base scores " + score);
        }
        return base;
    }

    private static List<TreeModel.Tree> trees(JsonNode booster, int features, int outputs) {
        String name = text(booster, "name");
        JsonNode model = switch (name) {
            case "gbtree" -> booster.path("model");
            case "dart" -> booster.path("gbtree").path("model");
            default ->
                throw new UnreadableModelException(
                        "the booster is " + name + ", gbtree and dart are read. " + "Maybe train with booster=gbtree.");
        };
        JsonNode told = model.path("trees");
        JsonNode groups = model.path("tree_info");
        JsonNode weights = booster.path("weight_drop");
        if (!told.isArray() || groups.size() != told.size() || (name.equals("dart") && weights.size() != told.size())) {
            throw new UnreadableModelException("the model has " + told.size() + " trees, " + groups.size()
                    + " places for them and " + weights.size() + " weights");
        }
        List<TreeModel.Tree> trees = new ArrayList<>();
        for (int t = 0; t < told.size(); t++) {
            int group = groups.path(t).asInt(-1);
            if (group < 0 || group >= outputs) {
                throw new UnreadableModelException("tree " + t + " adds to output " + group + " of " + outputs);
            }
            float weight = name.equals("dart") ? (float) weights.path(t).asDouble() : 1;
            trees.add(new TreeModel.Tree(new XgboostTree(told.path(t), t, features, weight).root(), group));
        }
        return trees;
    }

    private static String text(JsonNode of, String field) {
        JsonNode value = of.path(field);
        if (value.isMissingNode()) {
            throw new UnreadableModelException(
                    "the model has no " + field + ". Maybe it is cut short or of another program.");
        }
        return value.isTextual() ? value.asText() : value.toString();
    }

    private static int number(JsonNode of, String field, int least, int most) {
        String value = text(of, field);
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new UnreadableModelException(field + " is " + value + ", no number", e);
        }
        throw new UnreadableModelException(field + " is " + value + ", must be " + least + " to " + most);
    }
}
