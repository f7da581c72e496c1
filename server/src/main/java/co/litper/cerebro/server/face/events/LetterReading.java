package co.litper.cerebro.server.face.events;

import co.litper.cerebro.event.EventType;
import co.litper.cerebro.log.DeadLetters.DeadLetter;
import co.litper.cerebro.log.DeadLetters.Status;
import co.litper.cerebro.log.Problem;
import co.litper.cerebro.server.http.api.LetterDesk;
import co.litper.cerebro.server.http.route.ApiProblem;
import co.litper.cerebro.server.http.route.Json;
import co.litper.cerebro.server.text.Figures;
import co.litper.cerebro.server.text.RowReasons;
import co.litper.cerebro.server.text.Texts;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A dead letter taken apart into fields, each with what is wrong about it, and what a person typed put together again. */
final class LetterReading {
    /** Fields shown; a contract has some twenty. */
    private static final int MOST_FIELDS = 200;
    /** Objects within objects; contracts have four. */
    private static final int DEEPEST = 8;

    private final DeadLetter letter;
    private final Texts texts;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Optional<ObjectNode> event;

    LetterReading(DeadLetter letter, Texts texts) {
        this.letter = letter;
        this.texts = texts;
        this.event = event(letter);
        event.ifPresent(tree -> collect("", tree, 0));
    }

    private static Optional<ObjectNode> event(DeadLetter letter) {
        if (!LetterDesk.isEvent(letter)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.read(letter.payload().getBytes(StandardCharsets.UTF_8)));
        } catch (ApiProblem cutOff) {
            return Optional.empty(); // shown as it came
        }
    }

    private void collect(String pointer, JsonNode node, int depth) {
        if (node instanceof ObjectNode object && depth < DEEPEST) {
            object.properties()
                    .forEach(each -> collect(pointer + "/" + escaped(each.getKey()), each.getValue(), depth + 1));
        } else if (values.size() < MOST_FIELDS) {
            values.put(pointer, node.isValueNode() ? node.asText() : node.toString());
        }
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /** What a person changed, by pointer; what was left as it is stays out. */
    Map<String, JsonNode> changes(Map<String, String> typed) {
        Optional<ContractReading> contract = event.flatMap(tree -> EventType.ofWire(
                        typed.getOrDefault("/type", tree.path("type").asText())))
                .map(ContractReading::new);
        Map<String, JsonNode> changes = new LinkedHashMap<>();
        typed.forEach((pointer, text) -> {
            if (!text.equals(values.getOrDefault(pointer, ""))) {
                changes.put(
                        pointer, contract.map(c -> c.value(pointer, text)).orElseGet(() -> new TextNode(text.strip())));
            }
        });
        return changes;
    }

    /** For a page, with what was typed standing in the fields. */
    LetterModel model(List<Problem> problems, Map<String, String> typed, String told, boolean failed) {
        Map<String, String> wrong =
                problems.stream().collect(Collectors.toMap(Problem::pointer, Problem::message, (a, b) -> a + " " + b));
        Map<String, String> shown = new LinkedHashMap<>(values);
        problems.stream().map(Problem::pointer).filter(this::isMissingField).forEach(p -> shown.putIfAbsent(p, ""));
        shown.replaceAll((pointer, value) -> typed.getOrDefault(pointer, value));
        List<LetterModel.Field> fields = new ArrayList<>();
        shown.forEach((pointer, value) -> fields.add(
                new LetterModel.Field("f" + fields.size(), pointer, value, wrong.getOrDefault(pointer, ""))));
        return new LetterModel(
                Long.toString(letter.number()),
                facts(),
                letter.status() == Status.OPEN,
                event.isPresent(),
                problems.stream()
                        .filter(p -> !shown.containsKey(p.pointer()))
                        .map(Problem::toString)
                        .toList(),
                fields,
                cells(),
                letter.payload(),
                letter.source(),
                told,
                failed);
    }

    private boolean isMissingField(String pointer) {
        return !pointer.isEmpty()
                && event.map(tree -> tree.at(JsonPointer.compile(pointer).head()))
                                .orElse(null)
                        instanceof ObjectNode
                && event.map(tree -> tree.at(pointer).isMissingNode()).orElse(false);
    }

    private List<LetterModel.Fact> facts() {
        List<LetterModel.Fact> facts = new ArrayList<>();
        facts.add(fact(EventWords.WHEN, Figures.dayYearTime(letter.at(), texts.language())));
        String line = letter.line() > 0 ? " · " + texts.say(EventWords.LINE, Figures.count(letter.line())) : "";
        facts.add(fact(EventWords.SOURCE, letter.source() + line));
        facts.add(fact(EventWords.REASON, RowReasons.say(letter.reason(), texts.language())));
        facts.add(fact(
                EventWords.STATE,
                texts.say(
                        switch (letter.status()) {
                            case OPEN -> EventWords.OPEN;
                            case REPLAYED -> EventWords.REPLAYED;
                            case DROPPED -> EventWords.DROPPED;
                        })));
        return facts;
    }

    /** The cells of a row that are kept, as {@code column=value}, parted by commas. */
    private List<LetterModel.Fact> cells() {
        List<LetterModel.Fact> cells = new ArrayList<>();
        for (String cell :
                LetterDesk.isEvent(letter) ? new String[0] : letter.payload().split(", ", MOST_FIELDS)) {
            int at = cell.indexOf('=');
            if (at > 0) {
                cells.add(new LetterModel.Fact(cell.substring(0, at), cell.substring(at + 1)));
            }
        }
        return cells;
    }

    private LetterModel.Fact fact(EventWords name, String value) {
        return new LetterModel.Fact(texts.say(name), value);
    }
}
