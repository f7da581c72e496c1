package co.litper.cerebro.benchmarks.streams;

import co.litper.cerebro.learners.stream.StreamSchema;
import java.util.List;

/**
 * A file's rows in their order, as learners take them.
 *
 * @param schema of the rows and the target
 * @param names of the features
 * @param classes names of the classes, empty for a regression
 * @param rows [rows × features], NaN where missing
 * @param labels class of each row; empty for a regression
 * @param targets number of each row; empty for a classification
 * @param notes what was done to the file that a reader should know
 */
record StreamTable(
        StreamSchema schema,
        List<String> names,
        List<String> classes,
        double[][] rows,
        int[] labels,
        double[] targets,
        List<String> notes) {

    boolean isRegression() {
        return schema.classes() == 0;
    }
}
