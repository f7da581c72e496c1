package co.litper.cerebro.server.ask;

import co.litper.cerebro.knowledge.ask.Answer;
import co.litper.cerebro.knowledge.ask.Condition;
import co.litper.cerebro.knowledge.ask.Step;
import co.litper.cerebro.server.text.Texts;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/** An answer for programs; shares are 0 to 1, what is not known is left out. */
public final class AnswerJson {
    private AnswerJson() {}

    /** The object; {@code conclusion} and {@code wouldChange} in the language of {@code texts}. */
    public static ObjectNode of(String question, Answer answer, Texts texts) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("question", question)
                .put("kind", word(answer.inquiry().kind()))
                .put("measure", word(answer.inquiry().measure()))
                .put("answered", answer.isAnswered())
                .put("conclusion", AnswerPage.conclusion(answer, texts))
                .put("wouldChange", AnswerPage.change(answer, texts))
                .put("sureness", word(answer.sureness()));
        if (answer.verdict() instanceof Answer.Unanswerable unanswerable) {
            json.put("reason", word(unanswerable.why()));
        }
        if (answer.verdict() instanceof Answer.NotWorse) {
            json.put("worse", false);
        }
        json.set("named", conditions(answer.inquiry().named()));
        ArrayNode causes = json.putArray("causes");
        if (answer.verdict() instanceof Answer.Causes found) {
            found.causes().forEach(step -> causes.add(conditions(step.subject())));
        }
        ArrayNode steps = json.putArray("steps");
        answer.steps().forEach(step -> steps.add(step(step)));
        return json;
    }

    private static ObjectNode step(Step step) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("kind", word(step.kind()));
        json.put("measure", word(step.measure()));
        json.set("subject", conditions(step.subject()));
        json.set("against", conditions(step.against()));
        putKnown(json, "value", step.figure().value());
        putKnown(json, "low", step.figure().low());
        putKnown(json, "high", step.figure().high());
        json.put("n", step.figure().n());
        putKnown(json, "p", step.p());
        putKnown(json, "share", step.share());
        ArrayNode controlled = json.putArray("controlled");
        step.controlled().stream().sorted().forEach(factor -> controlled.add(word(factor)));
        ArrayNode guides = json.putArray("shipments");
        step.guides().forEach(guides::add);
        return json;
    }

    private static ArrayNode conditions(List<Condition> conditions) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        conditions.forEach(
                c -> array.addObject().put("factor", word(c.factor())).put("level", c.level()));
        return array;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static void putKnown(ObjectNode json, String name, double value) {
        if (Double.isFinite(value)) {
            json.put(name, value);
        }
    }
}
