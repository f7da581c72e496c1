package co.litper.cerebro.benchmarks.streams;

import co.litper.cerebro.benchmarks.BenchDataException;
import co.litper.cerebro.learners.stream.StreamSchema;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
public record StreamTable(
        StreamSchema schema,
        List<String> names,
        List<String> classes,
        double[][] rows,
        int[] labels,
        double[] targets,
        List<String> notes) {

    /**
     * Reads a CSV or ARFF file, compressed or not.
     *
     * @param most rows read at most
     * @param target name of the target or its place from 0; null is the last column
     * @throws BenchDataException if the file is missing, empty or broken, or does not fit the task
     */
    public static StreamTable read(Path file, int most, @Nullable String target, boolean regression) {
        return TableMaker.table(StreamFiles.read(file, most), target, regression);
    }

    boolean isRegression() {
        return schema.classes() == 0;
    }
}
