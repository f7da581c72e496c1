package co.litper.cerebro.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;

/**
 * What a bench found, printed as one JSON object.
 *
 * @param bench its name
 * @param ours our figures by metric name; a value is a {@code Number}, a {@code String}, a {@code List} or a {@code Map} of such
 * @param floor of a naive method
 * @param peer of what others publish or ship, recomputed in the same run where it can be
 * @param ceiling of an oracle, or empty if none is known
 * @param seeds of everything random
 * @param command that prints these figures
 */
public record BenchResult(
        String bench,
        SequencedMap<String, ?> ours,
        SequencedMap<String, ?> floor,
        SequencedMap<String, ?> peer,
        SequencedMap<String, ?> ceiling,
        List<Long> seeds,
        String command) {

    /** Decimals of a printed figure. */
    private static final String FIGURE = "%.6f";

    /** The object on one line. */
    public String toJson() {
        StringBuilder out = new StringBuilder("{\"bench\":");
        write(bench, out);
        field("ours", ours, out);
        field("floor", floor, out);
        field("peer", peer, out);
        field("ceiling", ceiling, out);
        field("seeds", seeds, out);
        field("command", command, out);
        return out.append('}').toString();
    }

    private static void field(String name, Object value, StringBuilder out) {
        out.append(",\"").append(name).append("\":");
        write(value, out);
    }

    private static void write(Object value, StringBuilder out) {
        switch (value) {
            case Map<?, ?> map -> {
                String between = "{";
                for (Map.Entry<?, ?> e : map.entrySet()) {
                    out.append(between);
                    write(String.valueOf(e.getKey()), out);
                    out.append(':');
                    write(e.getValue(), out);
                    between = ",";
                }
                out.append(map.isEmpty() ? "{}" : "}");
            }
            case List<?> list -> {
                out.append('[');
                for (int i = 0; i < list.size(); i++) {
                    out.append(i == 0 ? "" : ",");
                    write(list.get(i), out);
                }
                out.append(']');
            }
            case Double d when d.isNaN() || d.isInfinite() -> out.append("null");
            case Double d -> out.append(String.format(Locale.ROOT, FIGURE, d));
            case Number n -> out.append(n);
            case Boolean b -> out.append(b);
            default -> quote(value.toString(), out);
        }
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
