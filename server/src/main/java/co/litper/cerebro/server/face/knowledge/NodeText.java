package co.litper.cerebro.server.face.knowledge;

import co.litper.cerebro.decision.AgentName;
import co.litper.cerebro.knowledge.Node;
import co.litper.cerebro.knowledge.NodeType;
import co.litper.cerebro.knowledge.RelationType;
import co.litper.cerebro.logistics.City;
import co.litper.cerebro.logistics.CityDirectory;
import co.litper.cerebro.server.text.CityText;
import co.litper.cerebro.server.text.Texts;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.IssueReason;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Nodes and relations in words, and nodes as parts of an address. Immutable. */
final class NodeText {
    private static final int SHORT_REFERENCE = 6;

    private final Texts texts;

    NodeText(Texts texts) {
        this.texts = texts;
    }

    /** What a node is called; of a customer no more than the beginning of the reference. */
    String name(Node node) {
        String name = node.name();
        return switch (node.type()) {
            case CUSTOMER ->
                texts.say(KnowledgeWords.NODE_CUSTOMER, name.substring(0, Math.min(SHORT_REFERENCE, name.length())));
            case ORDER -> texts.say(KnowledgeWords.NODE_ORDER, name);
            case PRODUCT -> texts.say(KnowledgeWords.NODE_PRODUCT, name);
            case GUIDE -> texts.say(KnowledgeWords.NODE_GUIDE, name);
            case CITY -> CityText.of(CityDirectory.packaged()).apply(new CityCode(name));
            case DEPARTMENT -> department(name);
            case CARRIER -> texts.carrier(new Carrier(name));
            case ISSUE -> texts.reason(IssueReason.valueOf(name));
            case SOLUTION -> action(Action.ofWire(name), name);
            case PATTERN -> texts.say(KnowledgeWords.NODE_PATTERN, name);
            case AGENT -> texts.say(KnowledgeWords.NODE_AGENT, texts.agent(AgentName.valueOf(name)));
            case RECOMMENDATION -> texts.say(KnowledgeWords.NODE_RECOMMENDATION, texts.action(Action.valueOf(name)));
            case SHOP -> texts.say(KnowledgeWords.NODE_SHOP, name);
        };
    }

    private String action(@Nullable Action action, String otherwise) {
        return action == null ? otherwise.toLowerCase(Locale.ROOT) : texts.action(action);
    }

    private static String department(String code) {
        return CityDirectory.packaged().cities().stream()
                .filter(city -> city.code().department().equals(code))
                .map(City::department)
                .findFirst()
                .orElse(code);
    }

    /** How two nodes belong together. */
    String relation(RelationType relation) {
        return texts.say(
                switch (relation) {
                    case ORDERED -> KnowledgeWords.REL_ORDERED;
                    case DELIVERED_TO -> KnowledgeWords.REL_DELIVERED_TO;
                    case SHIPPED_BY -> KnowledgeWords.REL_SHIPPED_BY;
                    case LOCATED_IN -> KnowledgeWords.REL_LOCATED_IN;
                    case EXPERIENCED -> KnowledgeWords.REL_EXPERIENCED;
                    case SOLVED_BY -> KnowledgeWords.REL_SOLVED_BY;
                    case SIMILAR_TO -> KnowledgeWords.REL_SIMILAR_TO;
                    case CAUSED_BY -> KnowledgeWords.REL_CAUSED_BY;
                    case PREVENTS -> KnowledgeWords.REL_PREVENTS;
                    case CONTAINS -> KnowledgeWords.REL_CONTAINS;
                    case CARRIED_BY -> KnowledgeWords.REL_CARRIED_BY;
                    case SERVES -> KnowledgeWords.REL_SERVES;
                    case SOLD_BY -> KnowledgeWords.REL_SOLD_BY;
                    case PROPOSED_BY -> KnowledgeWords.REL_PROPOSED_BY;
                });
    }

    /** Nodes as one value of an address, to be encoded like any other. */
    static String written(List<Node> nodes) {
        return nodes.stream()
                .map(node -> node.type() + ":" + URLEncoder.encode(node.name(), StandardCharsets.UTF_8))
                .collect(Collectors.joining(","));
    }

    /** What {@link #written} wrote; empty if any of it was not. */
    static Optional<List<Node>> read(String text) {
        List<Node> nodes = new ArrayList<>();
        if (text.isEmpty()) {
            return Optional.of(nodes);
        }
        for (String part : text.split(",", -1)) {
            int colon = part.indexOf(':');
            Optional<NodeType> type = Arrays.stream(NodeType.values())
                    .filter(t -> colon > 0 && t.name().equals(part.substring(0, colon)))
                    .findFirst();
            Optional<Node> node = type.flatMap(t -> node(t, part.substring(colon + 1)));
            if (node.isEmpty()) {
                return Optional.empty();
            }
            nodes.add(node.get());
        }
        return Optional.of(nodes);
    }

    private static Optional<Node> node(NodeType type, String encoded) {
        try {
            return Optional.of(new Node(type, URLDecoder.decode(encoded, StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // neither encoded as it should be, nor as long as a name is
        }
    }
}
