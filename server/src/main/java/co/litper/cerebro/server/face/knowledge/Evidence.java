package co.litper.cerebro.server.face.knowledge;

import co.litper.cerebro.knowledge.Node;
import co.litper.cerebro.knowledge.NodeType;
import co.litper.cerebro.knowledge.ask.Answer;
import co.litper.cerebro.knowledge.ask.Condition;
import co.litper.cerebro.knowledge.ask.Step;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The nodes of the graph on which an answer rests: what the question names first, then what its steps name. */
final class Evidence {
    private Evidence() {}

    static List<Node> of(Answer answer) {
        Set<Node> nodes = new LinkedHashSet<>();
        if (!answer.inquiry().guide().isEmpty()) {
            guide(answer.inquiry().guide()).ifPresent(nodes::add);
        }
        answer.inquiry().named().forEach(c -> node(c).ifPresent(nodes::add));
        if (answer.verdict() instanceof Answer.Causes found) {
            found.causes().forEach(step -> step.subject().forEach(c -> node(c).ifPresent(nodes::add)));
        }
        for (Step step : answer.steps()) {
            Stream.concat(step.subject().stream(), step.against().stream()).forEach(c -> node(c).ifPresent(nodes::add));
        }
        return List.copyOf(nodes);
    }

    private static Optional<Node> guide(String guide) {
        return guide.length() > Node.MOST_CHARACTERS ? Optional.empty() : Optional.of(new Node(NodeType.GUIDE, guide));
    }

    private static Optional<Node> node(Condition c) {
        return switch (c.factor()) {
            case CARRIER -> Optional.of(new Node(NodeType.CARRIER, c.level()));
            case CITY -> Optional.of(new Node(NodeType.CITY, c.level()));
            case DEPARTMENT -> Optional.of(new Node(NodeType.DEPARTMENT, c.level()));
            case PRODUCT -> named(NodeType.PRODUCT, c.level());
            case SHOP -> named(NodeType.SHOP, c.level());
            case ISSUE -> Optional.of(new Node(NodeType.ISSUE, c.level()));
            case WEEKDAY, HOLIDAY, PAYMENT, VALUE, PERIOD -> Optional.empty();
        };
    }

    private static Optional<Node> named(NodeType type, String name) {
        return name.isEmpty() || name.length() > Node.MOST_CHARACTERS
                ? Optional.empty()
                : Optional.of(new Node(type, name));
    }
}
