package co.litper.cerebro.server.face.messages;

import co.litper.cerebro.server.access.Role;
import co.litper.cerebro.server.face.frame.FaceDesk;
import co.litper.cerebro.server.face.frame.Frame;
import co.litper.cerebro.server.face.frame.Place;
import co.litper.cerebro.server.face.frame.Press;
import co.litper.cerebro.server.http.route.ApiProblem;
import co.litper.cerebro.server.http.route.Call;
import co.litper.cerebro.server.http.route.Code;
import co.litper.cerebro.server.http.route.Form;
import co.litper.cerebro.server.http.route.Route;
import co.litper.cerebro.server.message.MessageTemplates;
import co.litper.cerebro.server.message.MessageText;
import co.litper.cerebro.vocabulary.Action;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The page of messages: what customers are told, and when. */
public final class MessagePages {
    /** A text of the longest kind, each letter percent-encoded as four bytes. */
    private static final int FORM_BYTES = 16_384;

    private final FaceDesk desk;
    private final MessageTemplates messages;

    public MessagePages(FaceDesk desk, MessageTemplates messages) {
        this.desk = desk;
        this.messages = messages;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                Press.get(
                        "/messages",
                        Role.VIEWER,
                        Press.doc("pageMessages", "Texts of messages to customers, their channels, and contact hours."),
                        call -> show(call, Map.of(), "", false)),
                Press.post(
                        "/messages/{action}",
                        Role.OPERATOR,
                        Press.doc("writeMessageOnPage", "Previews or saves a text, or goes back to the one before.")
                                .path("action", "ask_address", "The action that the text is of."),
                        this::write));
    }

    private void show(Call call, Map<Action, String> typed, String told, boolean failed) {
        Frame frame = desk.press().frame(call, Place.MESSAGES);
        MessageModel model = new MessageReading(desk, messages, frame.texts()).model(typed, told, failed);
        desk.press().page(call, frame, "messages/page", model);
    }

    private void write(Call call) throws IOException {
        call.requireAllMerchants();
        Action action = Action.ofWire(call.path("action"));
        if (action == null || !MessageTemplates.isWords(action)) {
            throw ApiProblem.of(Code.NOT_FOUND, "action: must be one that is a message, such as ask_address");
        }
        Form form = call.form(FORM_BYTES);
        String text = form.field("text").replace("\r\n", "\n").strip();
        switch (form.field("do")) {
            case "save" -> save(call, action, text);
            case "undo" -> undo(call, action);
            case "preview" -> preview(call, action, text);
            default -> throw ApiProblem.of(Code.BAD_BODY, "do: must be preview, save or undo");
        }
    }

    private void preview(Call call, Action action, String text) {
        List<MessageText.Problem> problems = MessageText.check(text);
        show(call, Map.of(action, text), problems(call, text, problems), !problems.isEmpty());
    }

    private String problems(Call call, String text, List<MessageText.Problem> problems) {
        MessageReading reading = new MessageReading(desk, messages, desk.press().texts(call));
        return problems.stream().map(problem -> reading.problem(problem, text)).collect(Collectors.joining(" "));
    }

    private void save(Call call, Action action, String text) {
        if (messages.versions(action).getLast().text().equals(text)) {
            show(call, Map.of(), said(call, MessageWords.SAME, action), false);
            return;
        }
        List<MessageText.Problem> problems =
                messages.save(action, text, call.caller().actor(), desk.now());
        if (problems.isEmpty()) {
            show(call, Map.of(), said(call, MessageWords.SAVED, action), false);
        } else {
            show(call, Map.of(action, text), problems(call, text, problems), true);
        }
    }

    /** Going back is a version too, so that nothing is ever lost. */
    private void undo(Call call, Action action) {
        List<MessageTemplates.Version> versions = messages.versions(action);
        if (versions.size() < 2) {
            throw ApiProblem.of(Code.NOTHING_WAITS, "There is no earlier text.");
        }
        save(call, action, versions.get(versions.size() - 2).text());
    }

    private String said(Call call, MessageWords words, Action action) {
        var texts = desk.press().texts(call);
        return texts.say(words, texts.action(action));
    }
}
