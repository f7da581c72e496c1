package co.litper.cerebro.server.face.knowledge;

import co.litper.cerebro.knowledge.Node;
import co.litper.cerebro.knowledge.ask.QuestionReader;
import co.litper.cerebro.server.access.Role;
import co.litper.cerebro.server.face.frame.FaceDesk;
import co.litper.cerebro.server.face.frame.Frame;
import co.litper.cerebro.server.face.frame.Place;
import co.litper.cerebro.server.face.frame.Press;
import co.litper.cerebro.server.http.route.ApiProblem;
import co.litper.cerebro.server.http.route.Call;
import co.litper.cerebro.server.http.route.Code;
import co.litper.cerebro.server.http.route.Doc;
import co.litper.cerebro.server.http.route.Route;
import java.util.List;

/** The page of what is known: questions, memories, and the graph. */
public final class KnowledgePages {
    private static final int MOST_AROUND = 4_000;
    /** Epoch day beyond any log: today. */
    private static final int LAST_DAY = 1_000_000;

    private final FaceDesk desk;

    public KnowledgePages(FaceDesk desk) {
        this.desk = desk;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                Press.get(
                        "/knowledge",
                        Role.VIEWER,
                        wanting(Press.doc(
                                        "pageKnowledge",
                                        "A question with its answer, what is remembered, and the graph.")
                                .query(
                                        "question",
                                        "{\"type\":\"string\",\"maxLength\":" + QuestionReader.MOST_CHARACTERS + "}",
                                        "¿Cuántos envíos tienen novedad?",
                                        "In Spanish or English.")),
                        this::page),
                Press.get(
                        "/knowledge/graph",
                        Role.VIEWER,
                        wanting(Press.doc("partGraph", "The graph around some nodes, as known on a day.")),
                        this::graph));
    }

    private static Doc wanting(Doc doc) {
        return doc.merchant()
                .query(
                        "around",
                        "{\"type\":\"string\",\"maxLength\":" + MOST_AROUND + "}",
                        "CITY:52001",
                        "Nodes of the graph, type and name, with commas between.")
                .query(
                        "day",
                        "{\"type\":\"integer\",\"minimum\":0,\"maximum\":" + LAST_DAY + "}",
                        "20500",
                        "Days since 1970 as of which the graph is shown; today if absent.");
    }

    private static List<Node> around(Call call) {
        return NodeText.read(call.query("around").orElse(""))
                .orElseThrow(() -> ApiProblem.of(
                        Code.BAD_PARAMETER, "around must be nodes such as CITY:52001, with commas between"));
    }

    private void page(Call call) throws InterruptedException {
        String question = call.query("question").orElse("").strip();
        if (question.length() > QuestionReader.MOST_CHARACTERS) {
            throw ApiProblem.of(
                    Code.BAD_PARAMETER, "question must have at most " + QuestionReader.MOST_CHARACTERS + " characters");
        }
        Frame frame = desk.press().frame(call, Place.KNOWLEDGE);
        KnowledgeModel model = new KnowledgeReading(desk, frame.texts())
                .page(call, question, around(call), call.number("day", 0, LAST_DAY, LAST_DAY));
        desk.press().page(call, frame, "knowledge/page", model);
    }

    private void graph(Call call) {
        Frame frame = desk.press().frame(call, Place.KNOWLEDGE);
        GraphModel model = new KnowledgeReading(desk, frame.texts())
                .graph(call.merchant(), around(call), "", call.number("day", 0, LAST_DAY, LAST_DAY));
        desk.press().page(call, frame, "knowledge/graph", model);
    }
}
