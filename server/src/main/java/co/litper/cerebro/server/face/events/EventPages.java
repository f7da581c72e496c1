package co.litper.cerebro.server.face.events;

import co.litper.cerebro.event.EventType;
import co.litper.cerebro.log.DataContract;
import co.litper.cerebro.log.DataContracts;
import co.litper.cerebro.log.DeadLetters.DeadLetter;
import co.litper.cerebro.log.DeadLetters.Status;
import co.litper.cerebro.log.Intake;
import co.litper.cerebro.logistics.ParcelState;
import co.litper.cerebro.server.access.Role;
import co.litper.cerebro.server.face.frame.FaceDesk;
import co.litper.cerebro.server.face.frame.Frame;
import co.litper.cerebro.server.face.frame.Place;
import co.litper.cerebro.server.face.frame.Press;
import co.litper.cerebro.server.http.api.LetterDesk;
import co.litper.cerebro.server.http.api.UnknownEffects;
import co.litper.cerebro.server.http.route.ApiProblem;
import co.litper.cerebro.server.http.route.Call;
import co.litper.cerebro.server.http.route.Code;
import co.litper.cerebro.server.http.route.Form;
import co.litper.cerebro.server.http.route.Route;
import co.litper.cerebro.server.read.Approvals;
import co.litper.cerebro.server.text.Figures;
import co.litper.cerebro.server.text.RowReasons;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** The page of events, its contracts, and what is done about effects of unknown fate. */
public final class EventPages {
    private static final int LETTERS = 50;
    private static final int EFFECTS = 100;
    private static final int FORM_BYTES = 256;
    /** The first of the usual alarm steps. */
    private static final Duration SILENCE = Duration.ofHours(24);

    private final FaceDesk desk;
    private final LetterDesk letters;
    private final UnknownEffects effects;

    public EventPages(FaceDesk desk, LetterDesk letters) {
        this.desk = desk;
        this.letters = letters;
        this.effects = new UnknownEffects(
                desk.desk().archives(), desk.desk().in(), desk.desk().clock());
    }

    /** The routes. */
    public List<Route> routes() {
        List<Route> routes = new ArrayList<>(new LetterPages(desk, letters).routes());
        routes.add(Press.get(
                "/events",
                Role.VIEWER,
                Press.doc("pageEvents", "Refused events, feeds, effects of unknown fate, and the catalogue.")
                        .merchant(),
                call -> show(call, "")));
        routes.add(Press.get(
                "/events/contracts/{type}",
                Role.VIEWER,
                Press.doc("pageContract", "What the contract of a type of event asks.")
                        .path("type", "guide.updated", "The type."),
                this::contract));
        routes.add(Press.post(
                "/events/effects/{effect}",
                Role.OPERATOR,
                Press.doc("reconcileOnPage", "Tells what became of an effect whose fate was unknown.")
                        .path("effect", "8192", "Its id.")
                        .merchant(),
                this::settle));
        return routes;
    }

    private void show(Call call, String told) throws InterruptedException {
        Frame frame = desk.press().frame(call, Place.EVENTS);
        boolean sees = call.caller().merchant().isEmpty();
        long open = sees ? letters.letters().count(Status.OPEN) : 0;
        List<EventModel.Unknown> unknown = unknown(call, frame);
        desk.press()
                .page(
                        call,
                        frame,
                        "events/page",
                        new EventModel(
                                frame.say(EventWords.REFUSED, Figures.count(open)),
                                sees,
                                sees ? letters(frame) : List.of(),
                                open > LETTERS ? frame.say(EventWords.MORE, LETTERS) : "",
                                feeds(call, frame),
                                frame.say(EventWords.FEEDS_NOTE, Figures.count(FeedReading.MOST_ENTRIES)),
                                unknown,
                                frame.say(EventWords.UNKNOWN, Figures.count(unknown.size())),
                                DataContracts.all().stream()
                                        .map(contract -> kind(contract, frame))
                                        .toList(),
                                told));
    }

    private List<EventModel.Letter> letters(Frame frame) {
        return letters.letters().list(Status.OPEN, LETTERS).stream()
                .map(letter -> letter(letter, frame))
                .toList();
    }

    private static EventModel.Letter letter(DeadLetter letter, Frame frame) {
        String line = letter.line() > 0 ? " · " + frame.say(EventWords.LINE, Figures.count(letter.line())) : "";
        return new EventModel.Letter(
                letter.number(),
                Figures.dayTime(letter.at(), frame.texts().language()),
                letter.source() + line,
                RowReasons.say(letter.reason(), frame.texts().language()),
                RowReasons.isTold(letter.reason(), frame.texts().language())
                        ? frame.texts().language().code()
                        : "en");
    }

    private List<EventModel.Feed> feeds(Call call, Frame frame) {
        Instant now = desk.now();
        return FeedReading.of(desk.desk().installation().store().log(), call.merchant()).stream()
                .map(feed -> new EventModel.Feed(
                        feed.source(),
                        Figures.count(feed.events()),
                        frame.say(EventWords.AGO, Figures.span(Duration.between(feed.last(), now))),
                        Figures.span(feed.lag()),
                        Figures.count(feed.late()),
                        Figures.count(feed.skewed()),
                        Duration.between(feed.last(), now).compareTo(SILENCE) > 0))
                .toList();
    }

    private List<EventModel.Unknown> unknown(Call call, Frame frame) throws InterruptedException {
        return desk.reads().approvals().unknown(call.merchant(), EFFECTS).stream()
                .map(waiting -> effect(waiting, frame))
                .toList();
    }

    private static EventModel.Unknown effect(Approvals.Waiting waiting, Frame frame) {
        ParcelState parcel = waiting.home().parcel();
        return new EventModel.Unknown(
                Long.toString(waiting.effect().plan().id()),
                frame.texts().action(waiting.effect().plan().action()),
                parcel.guideNumber().isEmpty() ? parcel.orderId() : parcel.guideNumber(),
                Figures.dayTime(
                        Instant.ofEpochMilli(waiting.effect().plan().deadlineMs()),
                        frame.texts().language()));
    }

    private static EventModel.Kind kind(DataContract contract, Frame frame) {
        return new EventModel.Kind(
                contract.type().wire(),
                EventTypeText.of(contract.type(), frame.texts().language()),
                contract.owner(),
                contract.version(),
                Figures.span(contract.freshness()),
                Intake.isTakenFromOutside(contract.type()));
    }

    private void contract(Call call) {
        EventType type = EventType.ofWire(call.path("type"))
                .orElseThrow(() -> ApiProblem.of(Code.NOT_FOUND, "No type of event is called so."));
        Frame frame = desk.press().frame(call, Place.EVENTS, EventWords.CONTRACT, type.wire());
        desk.press()
                .page(
                        call,
                        frame,
                        "events/contract",
                        new ContractModel(
                                EventTypeText.of(type, frame.texts().language()),
                                new ContractReading(type)
                                        .fields().stream()
                                                .map(f -> new ContractModel.Line(
                                                        f.pointer(), f.kind(), f.required(), f.personal(), f.told()))
                                                .toList()));
    }

    private void settle(Call call) throws IOException, InterruptedException, ExecutionException {
        Form form = call.form(FORM_BYTES);
        UnknownEffects.Result result = effects.settle(
                call.path("effect"), call.merchant(), UnknownEffects.fate(form.field("fate")), call.id());
        Frame frame = desk.press().frame(call, Place.EVENTS);
        show(call, frame.say(result.settled() ? EventWords.SETTLED : EventWords.SETTLED_LATER));
    }
}
