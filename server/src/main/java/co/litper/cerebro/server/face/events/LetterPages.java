package co.litper.cerebro.server.face.events;

import co.litper.cerebro.log.DeadLetters.DeadLetter;
import co.litper.cerebro.log.DeadLetters.Status;
import co.litper.cerebro.log.Problem;
import co.litper.cerebro.server.access.Role;
import co.litper.cerebro.server.face.frame.FaceDesk;
import co.litper.cerebro.server.face.frame.Frame;
import co.litper.cerebro.server.face.frame.Place;
import co.litper.cerebro.server.face.frame.Press;
import co.litper.cerebro.server.http.api.LetterDesk;
import co.litper.cerebro.server.http.route.ApiProblem;
import co.litper.cerebro.server.http.route.Call;
import co.litper.cerebro.server.http.route.Code;
import co.litper.cerebro.server.http.route.Route;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** The page of one dead letter: what is wrong, and repair. */
final class LetterPages {
    private static final int FORM_BYTES = 512 * 1024;

    private final FaceDesk desk;
    private final LetterDesk letters;

    LetterPages(FaceDesk desk, LetterDesk letters) {
        this.desk = desk;
        this.letters = letters;
    }

    List<Route> routes() {
        return List.of(
                Press.get(
                                "/events/letters/{number}",
                                Role.OPERATOR,
                                Press.doc("pageLetter", "A dead letter: what came in and what is wrong with it.")
                                        .path("number", "1", "Its number."),
                                this::page)
                        .with(Route.Trait.PERSONAL),
                Press.post(
                        "/events/letters/{number}/replay",
                        Role.ADMIN,
                        Press.doc("replayOnPage", "Takes a repaired dead letter in again.")
                                .path("number", "1", "Its number."),
                        this::replay),
                Press.post(
                        "/events/letters/{number}/drop",
                        Role.ADMIN,
                        Press.doc("dropOnPage", "Gives a dead letter up.").path("number", "1", "Its number."),
                        this::drop));
    }

    private DeadLetter find(Call call) {
        call.requireAllMerchants();
        return letters.find(call.path("number"));
    }

    private void page(Call call) {
        DeadLetter letter = find(call);
        List<Problem> wrong = letters.wrong(letter);
        boolean healed = letter.status() == Status.OPEN && LetterDesk.isEvent(letter) && wrong.isEmpty();
        String told = healed ? desk.press().texts(call).say(EventWords.NOTHING_WRONG) : "";
        show(call, letter, wrong, Map.of(), told, false);
    }

    private void show(
            Call call,
            DeadLetter letter,
            List<Problem> problems,
            Map<String, String> typed,
            String told,
            boolean failed) {
        Frame frame = desk.press().frame(call, Place.EVENTS, EventWords.LETTER, letter.number());
        LetterModel model = new LetterReading(letter, frame.texts()).model(problems, typed, told, failed);
        desk.press().page(call, frame, "events/letter", model);
    }

    private void replay(Call call) throws IOException, InterruptedException, ExecutionException {
        DeadLetter letter = open(call);
        Map<String, String> typed = call.form(FORM_BYTES).startingWith("set.");
        Frame frame = desk.press().frame(call, Place.EVENTS);
        LetterReading reading = new LetterReading(letter, frame.texts());
        switch (letters.repair(letter, reading.changes(typed))) {
            case LetterDesk.StillWrong(List<Problem> problems) ->
                show(call, letter, problems, typed, frame.say(EventWords.STILL_WRONG), true);
            case LetterDesk.Taken(boolean known) ->
                show(
                        call,
                        letters.find(call.path("number")),
                        List.of(),
                        typed,
                        frame.say(known ? EventWords.KNOWN : EventWords.TAKEN),
                        false);
        }
    }

    private void drop(Call call) {
        DeadLetter letter = open(call);
        letters.drop(letter);
        Frame frame = desk.press().frame(call, Place.EVENTS);
        show(call, letters.find(call.path("number")), List.of(), Map.of(), frame.say(EventWords.DROPPED_NOW), false);
    }

    private DeadLetter open(Call call) {
        DeadLetter letter = find(call);
        if (letter.status() != Status.OPEN) {
            throw ApiProblem.of(Code.NOTHING_WAITS, "Somebody dealt with this dead letter already.");
        }
        return letter;
    }
}
