package co.litper.cerebro.server.face.knowledge;

import co.litper.cerebro.knowledge.EdgeStatistics;
import co.litper.cerebro.knowledge.Estimate;
import co.litper.cerebro.knowledge.KnowledgeGraph;
import co.litper.cerebro.knowledge.Link;
import co.litper.cerebro.knowledge.Node;
import co.litper.cerebro.knowledge.Surroundings;
import co.litper.cerebro.server.text.Figures;
import co.litper.cerebro.server.text.Texts;
import co.litper.cerebro.world.Clock;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Draws a part of the graph for a reader. */
final class GraphReading {
    private static final double CENTRE_R = 20;
    private static final double OTHER_R = 13;
    private static final int LABEL_BELOW = 14;
    private static final int LONGEST_LABEL = 16;
    private static final double THINNEST = 1;
    private static final double WIDEST = 7;
    /** Where a city lies has always been so: no day is told. */
    private static final long LONG_AGO_MS = 0;

    private final Texts texts;
    private final NodeText names;

    GraphReading(Texts texts) {
        this.texts = texts;
        this.names = new NodeText(texts);
    }

    /**
     * What a part of the graph was asked for with.
     *
     * @param around its centres; empty for the busiest part
     * @param first day of the log's beginning
     * @param last today
     * @param day as of which it is
     */
    record Wanted(List<Node> around, String question, LocalDate first, LocalDate last, LocalDate day) {
        /** The last millisecond of that day in Bogotá. */
        long recordedMs() {
            return day.plusDays(1).atStartOfDay(Clock.BOGOTA).toInstant().toEpochMilli() - 1;
        }
    }

    GraphModel model(Surroundings part, Wanted wanted) {
        Map<Node, GraphLayout.Point> places = GraphLayout.of(part);
        List<GraphModel.Dot> dots = new ArrayList<>();
        places.forEach((node, at) -> dots.add(dot(node, at, part.centres().contains(node), wanted)));
        List<GraphModel.Row> rows = new ArrayList<>();
        part.aggregates().forEach(a -> rows.add(row(a, wanted)));
        part.links().forEach(l -> rows.add(row(l, wanted)));
        return new GraphModel(
                texts.say(wanted.around().isEmpty() ? KnowledgeWords.GRAPH_BUSIEST : KnowledgeWords.GRAPH),
                NodeText.written(wanted.around()),
                wanted.question(),
                wanted.first().toEpochDay(),
                wanted.last().toEpochDay(),
                wanted.day().toEpochDay(),
                texts.say(KnowledgeWords.UNTIL, wanted.day()),
                GraphLayout.WIDTH,
                GraphLayout.HEIGHT,
                dots,
                lines(part, places),
                rows);
    }

    private GraphModel.Dot dot(Node node, GraphLayout.Point at, boolean centre, Wanted wanted) {
        double r = centre ? CENTRE_R : OTHER_R;
        String name = names.name(node);
        return new GraphModel.Dot(
                number(at.x()),
                number(at.y()),
                number(r),
                number(at.y() + r + LABEL_BELOW),
                node.type().name().toLowerCase(Locale.ROOT) + (centre ? " centre" : ""),
                name.length() > LONGEST_LABEL
                        ? name.substring(0, LONGEST_LABEL - 1).strip() + "…"
                        : name,
                name,
                path(node, wanted));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String path(Node node, Wanted wanted) {
        return "/knowledge?around=" + URLEncoder.encode(NodeText.written(List.of(node)), StandardCharsets.UTF_8)
                + "&day=" + wanted.day().toEpochDay();
    }

    /** An edge to be drawn: its width and words. */
    private record Stroke(double width, String title) {}

    /** An edge and its opposite end; several relations between two nodes are one line. */
    private record Ends(Node from, Node to) {}

    private List<GraphModel.Line> lines(Surroundings part, Map<Node, GraphLayout.Point> places) {
        double most = part.aggregates().stream()
                .mapToDouble(a -> a.figures().n())
                .max()
                .orElse(1);
        Map<Ends, Stroke> strokes = new LinkedHashMap<>();
        for (KnowledgeGraph.Aggregate a : part.aggregates()) {
            double width = Math.max(THINNEST, WIDEST * Math.sqrt(a.figures().n() / most));
            String title = names.name(a.from()) + " " + names.relation(a.relation()) + " " + names.name(a.to()) + ": "
                    + Figures.count(a.figures().n());
            strokes.putIfAbsent(new Ends(a.from(), a.to()), new Stroke(width, title));
        }
        for (Link l : part.links()) {
            String title = names.name(l.from()) + " " + names.relation(l.relation()) + " " + names.name(l.to());
            strokes.putIfAbsent(new Ends(l.from(), l.to()), new Stroke(THINNEST, title));
        }
        List<GraphModel.Line> lines = new ArrayList<>();
        strokes.forEach((ends, stroke) -> {
            GraphLayout.Point from = Objects.requireNonNull(places.get(ends.from()), "place");
            GraphLayout.Point to = Objects.requireNonNull(places.get(ends.to()), "place");
            lines.add(new GraphModel.Line(
                    number(from.x()),
                    number(from.y()),
                    number(to.x()),
                    number(to.y()),
                    number(stroke.width()),
                    stroke.title()));
        });
        return lines;
    }

    private GraphModel.Row row(KnowledgeGraph.Aggregate a, Wanted wanted) {
        EdgeStatistics f = a.figures();
        return new GraphModel.Row(
                names.name(a.from()),
                path(a.from(), wanted),
                names.relation(a.relation()),
                names.name(a.to()),
                path(a.to(), wanted),
                "",
                List.of(Figures.count(f.n()), late(f.lateShare()), share(f.returnShare())));
    }

    private String late(Estimate e) {
        return e.n() == 0 ? texts.say(KnowledgeWords.NO_PROMISE) : share(e);
    }

    private String share(Estimate e) {
        return texts.say(
                KnowledgeWords.INTERVAL,
                Figures.percent(e.value()),
                Figures.percent(e.low()),
                Figures.percent(e.high()));
    }

    private GraphModel.Row row(Link l, Wanted wanted) {
        return new GraphModel.Row(
                names.name(l.from()),
                path(l.from(), wanted),
                names.relation(l.relation()),
                names.name(l.to()),
                path(l.to(), wanted),
                l.validFromMs() < LONG_AGO_MS
                        ? ""
                        : Figures.dayYearTime(Instant.ofEpochMilli(l.validFromMs()), texts.language()),
                List.of());
    }
}
