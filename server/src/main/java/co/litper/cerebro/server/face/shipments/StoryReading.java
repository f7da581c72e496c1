package co.litper.cerebro.server.face.shipments;

import co.litper.cerebro.decision.Choice;
import co.litper.cerebro.decision.Considered;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.Fact;
import co.litper.cerebro.decision.FactsCodec;
import co.litper.cerebro.decision.HandedOver;
import co.litper.cerebro.decision.PlannedEffect;
import co.litper.cerebro.decision.Settled;
import co.litper.cerebro.log.Entry;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.server.access.Role;
import co.litper.cerebro.server.face.frame.FaceDesk;
import co.litper.cerebro.server.face.frame.Frame;
import co.litper.cerebro.server.http.route.ApiProblem;
import co.litper.cerebro.server.http.route.Call;
import co.litper.cerebro.server.http.route.Code;
import co.litper.cerebro.server.http.route.Cursor;
import co.litper.cerebro.server.read.ParcelLine;
import co.litper.cerebro.server.read.ReadSide;
import co.litper.cerebro.server.receipt.Causes;
import co.litper.cerebro.server.text.Figures;
import co.litper.cerebro.server.text.Texts;
import co.litper.cerebro.vault.Person;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.PersonRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a shipment and its story from tables, log and vault. Thread-safe. */
final class StoryReading {
    private static final String KIND = "story";
    private static final int SHOWN = 100;

    private final FaceDesk desk;

    StoryReading(FaceDesk desk) {
        this.desk = desk;
    }

    StoryModel of(Call call, Frame frame) throws InterruptedException {
        ReadSide reads = desk.reads();
        ParcelLine line = reads.parcels()
                .find(call.merchant(), call.path("number"))
                .orElseThrow(() -> ApiProblem.of(Code.NOT_FOUND, "No shipment of the merchant has this number."));
        List<Long> positions = reads.timeline().positions(line.id(), call.cursor(KIND, 0), SHOWN + 1);
        boolean people = call.caller().may(Role.OPERATOR);
        boolean erased = desk.desk().installation().store().vault().isErased(line.customer());
        Texts texts = frame.texts();
        return new StoryModel(
                call.path("number"),
                call.query("told")
                        .flatMap(noted -> ByHand.words(noted, texts))
                        .map(noted -> texts.say(ShipmentWords.NOTED, noted))
                        .orElse(""),
                facts(line, texts),
                people ? person(line, texts) : List.of(),
                !people ? texts.say(ShipmentWords.HIDDEN) : erased ? texts.say(ShipmentWords.ERASED) : "",
                line.open(),
                !line.customer().equals(PersonRef.NONE),
                items(line, positions.subList(0, Math.min(SHOWN, positions.size())), texts),
                positions.size() > SHOWN ? new Cursor(KIND, positions.getLast()).text() : "");
    }

    private List<StoryModel.Fact> facts(ParcelLine line, Texts texts) {
        List<StoryModel.Fact> facts = new ArrayList<>();
        add(
                facts,
                texts.say(ShipmentWords.STATE),
                texts.state(line.state()),
                line.late() ? texts.say(ShipmentWords.LATE) : "");
        add(facts, texts.say(ShipmentWords.ORDER), line.order(), "");
        add(facts, texts.say(ShipmentWords.CARRIER), texts.carrier(line.carrier()), "");
        add(facts, texts.say(ShipmentWords.CITY), desk.cities().apply(line.city()), "");
        add(
                facts,
                texts.say(ShipmentWords.ISSUE),
                line.issue().map(texts::reason).orElse(""),
                "");
        if (line.open()) {
            add(facts, texts.say(ShipmentWords.UNTIL), ShipmentRow.moment(line.dueMs(), texts), "");
            add(
                    facts,
                    texts.say(ShipmentWords.RISK),
                    Figures.pesos(line.riskCop()),
                    line.assumed() ? texts.say(ShipmentWords.ASSUMED) : "");
        }
        if (line.valueCop() > 0) {
            add(
                    facts,
                    texts.say(ShipmentWords.VALUE),
                    Figures.pesos(line.valueCop()),
                    line.cod() ? texts.say(ShipmentWords.COD) : "");
        }
        add(facts, texts.say(ShipmentWords.CREATED), ShipmentRow.moment(line.createdMs(), texts), "");
        add(facts, texts.say(ShipmentWords.PROMISED), ShipmentRow.moment(line.promisedMs(), texts), "");
        add(facts, texts.say(ShipmentWords.MOVED), ShipmentRow.moment(line.movedMs(), texts), "");
        add(facts, texts.say(ShipmentWords.ENDED), ShipmentRow.moment(line.endedMs(), texts), "");
        return facts;
    }

    private static void add(List<StoryModel.Fact> facts, String name, String value, String remark) {
        if (!value.isEmpty() && !value.equals("–")) {
            facts.add(new StoryModel.Fact(name, value, remark));
        }
    }

    private List<StoryModel.Fact> person(ParcelLine line, Texts texts) {
        Person person =
                desk.desk().installation().store().vault().find(line.customer()).orElse(Person.NOBODY);
        List<StoryModel.Fact> facts = new ArrayList<>();
        add(facts, texts.say(ShipmentWords.CUSTOMER), person.name(), "");
        add(facts, texts.say(ShipmentWords.PHONE), person.phone(), "");
        add(facts, texts.say(ShipmentWords.ADDRESS), person.address(), "");
        return facts;
    }

    private List<StoryModel.Item> items(ParcelLine line, List<Long> positions, Texts texts) {
        EventLog log = desk.desk().installation().store().log();
        EventText words = new EventText(desk, texts);
        Causes causes = new Causes();
        List<StoryModel.Item> items = new ArrayList<>();
        for (long position : positions) {
            log.at(position)
                    .map(entry -> item(entry, line.key(), words, causes, texts))
                    .ifPresent(items::add);
        }
        return items;
    }

    private static StoryModel.Item item(Entry entry, long key, EventText words, Causes causes, Texts texts) {
        Envelope e = new EnvelopeCodec().decode(entry.event());
        List<StoryModel.Decided> decided = new ArrayList<>();
        List<String> more = new ArrayList<>();
        for (Fact fact : FactsCodec.decode(entry.facts())) {
            switch (fact) {
                case Decision d
                when d.key() == key -> decided.add(new StoryModel.Decided(Decision.label(d.id()), chosen(d, texts)));
                case PlannedEffect p
                when p.homeKey() == key ->
                    more.add(texts.say(
                            ShipmentWords.PLANNED, texts.action(p.action()), texts.say(EventText.status(p.status()))));
                case Settled s
                when s.homeKey() == key ->
                    more.add(texts.say(
                            ShipmentWords.CAME_OF_IT,
                            Decision.label(s.decisionId()),
                            texts.outcome(s.outcome()),
                            Figures.pesos(s.reward().cop())));
                case Considered c
                when c.homeKey() == key && c.asked() ->
                    more.add(texts.say(ShipmentWords.THOUGHT_ABOUT, Decision.label(c.decisionId())));
                case Decision _, PlannedEffect _, Settled _, HandedOver _, Considered _ -> {}
            }
        }
        Optional<Causes.Cause> cause = causes.of(entry.position(), e);
        return new StoryModel.Item(
                entry.position(),
                Figures.dayYearTime(e.validAt(), texts.language()),
                words.of(e.event()),
                e.source(),
                cause.map(c -> because(c, texts)).orElse(""),
                cause.map(StoryReading::link).orElse(""),
                e.correlationId().isEmpty() ? "" : texts.say(ShipmentWords.MATTER, e.correlationId()),
                decided,
                more);
    }

    private static String because(Causes.Cause cause, Texts texts) {
        return switch (cause) {
            case Causes.ByDecision(long id) -> texts.say(ShipmentWords.BECAUSE_DECISION, Decision.label(id));
            case Causes.ByEvent _ -> texts.say(ShipmentWords.BECAUSE_EVENT);
            case Causes.ByUnknown(String id) -> texts.say(ShipmentWords.BECAUSE_UNKNOWN, id);
        };
    }

    private static String link(Causes.Cause cause) {
        return switch (cause) {
            case Causes.ByDecision(long id) -> "/decisions/" + Decision.label(id);
            case Causes.ByEvent(long position) -> "#e" + position;
            case Causes.ByUnknown _ -> "";
        };
    }

    /** Which agent's bid won. */
    private static String by(Choice choice, Texts texts) {
        return texts.say(ShipmentWords.BY_AGENT, texts.agent(choice.winner().agent()));
    }

    private static String chosen(Decision d, Texts texts) {
        List<String> told = new ArrayList<>();
        for (Choice choice : d.choices()) {
            Action action = choice.winner().action();
            String target = choice.winner().target();
            if (action == Action.CHOOSE_CARRIER && !target.isEmpty()) {
                told.add(texts.action(action) + ": " + texts.carrier(new Carrier(target)) + by(choice, texts));
            } else if (action != Action.NONE) {
                told.add(texts.action(action) + by(choice, texts));
            }
        }
        return Optional.of(String.join(" · ", told))
                .filter(text -> !text.isEmpty())
                .orElse(texts.action(Action.NONE));
    }
}
