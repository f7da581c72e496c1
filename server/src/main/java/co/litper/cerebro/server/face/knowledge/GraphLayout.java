package co.litper.cerebro.server.face.knowledge;

import co.litper.cerebro.knowledge.KnowledgeGraph;
import co.litper.cerebro.knowledge.Link;
import co.litper.cerebro.knowledge.Node;
import co.litper.cerebro.knowledge.Surroundings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Places for nodes: centres on a small ring, the others on two rings around it, by turns, so that names have room, each near the centre
 * that it is tied to. The same part of a graph gets the same places.
 */
final class GraphLayout {
    static final int WIDTH = 720;
    static final int HEIGHT = 560;

    private static final double MIDDLE_X = WIDTH / 2.0;
    private static final double MIDDLE_Y = HEIGHT / 2.0 - 8;
    private static final double CENTRES = 105;
    private static final double NEAR_X = 215;
    private static final double NEAR_Y = 178;
    private static final double FAR_X = 300;
    private static final double FAR_Y = 240;

    private GraphLayout() {}

    /** A place. */
    record Point(double x, double y) {}

    /** A place for each node, in the order of centres and others. */
    static Map<Node, Point> of(Surroundings part) {
        Map<Node, Point> places = new LinkedHashMap<>();
        Map<Node, Double> angles = new HashMap<>();
        List<Node> centres = part.centres();
        for (int i = 0; i < centres.size(); i++) {
            double angle = 2 * Math.PI * i / centres.size() - Math.PI / 2;
            angles.put(centres.get(i), angle);
            double reach = centres.size() == 1 ? 0 : CENTRES;
            places.put(centres.get(i), at(angle, reach, reach));
        }
        Map<Node, Double> wanted = wanted(part, angles);
        List<Node> others = new ArrayList<>(part.others());
        others.sort(Comparator.comparingDouble((Node n) -> wanted.getOrDefault(n, 0.0))
                .thenComparing(Node::type)
                .thenComparing(Node::name));
        for (int i = 0; i < others.size(); i++) {
            double angle = 2 * Math.PI * i / others.size() - Math.PI / 2;
            boolean near = i % 2 == 1;
            places.put(others.get(i), at(angle, near ? NEAR_X : FAR_X, near ? NEAR_Y : FAR_Y));
        }
        return places;
    }

    private static Point at(double angle, double reachX, double reachY) {
        return new Point(MIDDLE_X + reachX * Math.cos(angle), MIDDLE_Y + reachY * Math.sin(angle));
    }

    /** The angle of the first centre that each other node is tied to. */
    private static Map<Node, Double> wanted(Surroundings part, Map<Node, Double> angles) {
        Map<Node, Double> wanted = new HashMap<>();
        for (KnowledgeGraph.Aggregate a : part.aggregates()) {
            draw(a.from(), a.to(), angles, wanted);
        }
        for (Link link : part.links()) {
            draw(link.from(), link.to(), angles, wanted);
        }
        return wanted;
    }

    private static void draw(Node from, Node to, Map<Node, Double> angles, Map<Node, Double> wanted) {
        if (angles.containsKey(from)) {
            wanted.putIfAbsent(to, Objects.requireNonNull(angles.get(from), "angle"));
        }
        if (angles.containsKey(to)) {
            wanted.putIfAbsent(from, Objects.requireNonNull(angles.get(to), "angle"));
        }
    }
}
