package co.litper.cerebro.benchmarks.streams;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file as text: a cell is null where its value is missing.
 *
 * @param names of the columns
 * @param declared values of nominal columns in their declared order, an empty list where the file declares a number, null
 *     where it declares nothing
 * @param rows cells, as many as names
 */
public record RawColumns(List<String> names, List<@Nullable List<String>> declared, List<@Nullable String[]> rows) {}
