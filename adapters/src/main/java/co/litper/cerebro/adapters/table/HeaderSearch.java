package co.litper.cerebro.adapters.table;

import co.litper.cerebro.adapters.table.FileProblem.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the search for the header found in one table.
 *
 * @param columns the columns that are looked for
 * @param header the headings, if a row has all required columns
 * @param line the line of the header, or of the row nearest to one
 * @param nearest the headings of the row that knows most columns
 * @param rowsSeen rows with content that were looked at
 */
record HeaderSearch<C extends Enum<C>>(
        ColumnSet<C> columns, @Nullable List<String> header, long line, List<String> nearest, int rowsSeen) {
    /** More headings than this are not listed in a message. */
    private static final int MAX_LISTED = 20;

    private static final int MAX_NAME = 40;
    /** A row of data has a phone or guide number of at least this many digits; a header never. */
    private static final int DATA_DIGITS = 5;

    /** How many known columns the best row has. */
    int score() {
        return columns.recognised(header == null ? nearest : header);
    }

    /** Why there is no header, naming what was found and what is missing. */
    UnreadableFile problem() {
        if (rowsSeen == 0) {
            return new UnreadableFile(Kind.EMPTY, "The file has no rows. Maybe the export's filter selected nothing.");
        }
        String missing = String.join(" and ", columns.missing(nearest));
        String found = columns.recognised(nearest) < 2 && looksLikeData()
                ? "The first rows look like data: no row names the columns"
                : "Found on line " + line + ": " + listed(nearest);
        return new UnreadableFile(
                Kind.WRONG_COLUMNS,
                found + ". Missing: " + missing
                        + ". Maybe it is another report, or its header row was deleted or renamed.");
    }

    private boolean looksLikeData() {
        return nearest.stream()
                .anyMatch(name -> name.indexOf('@') >= 0
                        || name.chars().filter(Character::isDigit).count() >= DATA_DIGITS);
    }

    /** Headings as people may see them: clipped, and at most so many. */
    static String listed(List<String> names) {
        String text = names.stream()
                .filter(name -> !name.isEmpty())
                .limit(MAX_LISTED)
                .map(HeaderSearch::clipped)
                .collect(Collectors.joining(", "));
        return names.size() > MAX_LISTED ? text + ", …" : text;
    }

    static String clipped(String name) {
        return name.length() > MAX_NAME ? name.substring(0, MAX_NAME) + "…" : name;
    }

    /** Headings that no column claims. */
    List<String> ignored(int max) {
        List<String> names = new ArrayList<>();
        for (String name : header == null ? List.<String>of() : header) {
            if (!name.isEmpty()
                    && columns.find(name).isEmpty()
                    && names.size() < max
                    && !names.contains(clipped(name))) {
                names.add(clipped(name));
            }
        }
        return names;
    }

    /** Headings that claim a column that an earlier one has. */
    List<String> duplicated(int max) {
        List<String> names = new ArrayList<>();
        List<C> seen = new ArrayList<>();
        for (String name : header == null ? List.<String>of() : header) {
            columns.find(name).ifPresent(column -> {
                if (seen.contains(column) && names.size() < max && !names.contains(clipped(name))) {
                    names.add(clipped(name));
                }
                seen.add(column);
            });
        }
        return names;
    }
}
