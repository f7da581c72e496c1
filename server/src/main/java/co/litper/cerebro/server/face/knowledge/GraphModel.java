package co.litper.cerebro.server.face.knowledge;

import java.util.List;

/**
 * A part of the graph, laid out, with the same as rows. Lengths are units of the drawing.
 *
 * @param title what it shows
 * @param around its centres as a value of an address; empty for the busiest part
 * @param question that led here; may be empty
 * @param firstDay epoch day of the log's beginning
 * @param lastDay epoch day of today
 * @param day epoch day as of which it is
 * @param dayText that day in words
 */
public record GraphModel(
        String title,
        String around,
        String question,
        long firstDay,
        long lastDay,
        long day,
        String dayText,
        int width,
        int height,
        List<Dot> dots,
        List<Line> lines,
        List<Row> rows) {
    private static final int MOST_AT_ONCE = 20;

    public GraphModel {
        dots = List.copyOf(dots);
        lines = List.copyOf(lines);
        rows = List.copyOf(rows);
    }

    /** True if the rows are few enough to be shown at once. */
    public boolean isShort() {
        return rows.size() <= MOST_AT_ONCE;
    }

    /**
     * A node.
     *
     * @param kind class of the drawing, a type in lower case
     * @param label its name, short enough for its place
     * @param title its whole name
     * @param path where its neighbours are
     */
    public record Dot(
            String x, String y, String r, String labelY, String kind, String label, String title, String path) {}

    /** An edge. */
    public record Line(String x1, String y1, String x2, String y2, String width, String title) {}

    /**
     * An edge in words.
     *
     * @param fromPath where the neighbours of its beginning are
     * @param figures ended, late and returned guides; of an edge without figures empty
     */
    public record Row(
            String from,
            String fromPath,
            String relation,
            String to,
            String toPath,
            String since,
            List<String> figures) {
        public Row {
            figures = List.copyOf(figures);
        }
    }
}
