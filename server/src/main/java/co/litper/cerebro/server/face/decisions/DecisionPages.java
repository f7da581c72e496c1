package co.litper.cerebro.server.face.decisions;

import co.litper.cerebro.decision.AgentName;
import co.litper.cerebro.decision.Bid;
import co.litper.cerebro.decision.Choice;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.logistics.ParcelState;
import co.litper.cerebro.server.access.Role;
import co.litper.cerebro.server.face.frame.FaceDesk;
import co.litper.cerebro.server.face.frame.Frame;
import co.litper.cerebro.server.face.frame.Place;
import co.litper.cerebro.server.face.frame.Press;
import co.litper.cerebro.server.face.live.LiveLine;
import co.litper.cerebro.server.http.route.ApiProblem;
import co.litper.cerebro.server.http.route.Call;
import co.litper.cerebro.server.http.route.Code;
import co.litper.cerebro.server.http.route.Cursor;
import co.litper.cerebro.server.http.route.Route;
import co.litper.cerebro.server.read.DecisionFilter;
import co.litper.cerebro.server.read.Decisions;
import co.litper.cerebro.server.read.ReadSide;
import co.litper.cerebro.server.receipt.Receipts;
import co.litper.cerebro.server.text.Figures;
import co.litper.cerebro.server.text.Said;
import co.litper.cerebro.server.text.Texts;
import co.litper.cerebro.server.why.Explanation;
import co.litper.cerebro.server.why.WhyPage;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.MerchantId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Decisions: the list, and one as a receipt. */
public final class DecisionPages {
    private static final String KIND = "decision";
    private static final int SHOWN = 50;

    private final FaceDesk desk;

    public DecisionPages(FaceDesk desk) {
        this.desk = desk;
    }

    /** The routes. */
    public List<Route> routes() {
        String actions =
                Arrays.stream(Action.values()).map(a -> '"' + a.wire() + '"').collect(Collectors.joining(","));
        return List.of(
                Press.get(
                        "/decisions",
                        Role.VIEWER,
                        Press.doc("pageDecisions", "Decisions, the newest first.")
                                .merchant()
                                .query(
                                        "action",
                                        "{\"type\":\"string\",\"enum\":[" + actions + ",\"\"]}",
                                        "redeliver",
                                        "With this one chosen.")
                                .query(
                                        "cursor",
                                        "{\"type\":\"string\",\"maxLength\":200}",
                                        "",
                                        "Where the page begins."),
                        this::list),
                Press.get(
                        "/decisions/{decision}",
                        Role.VIEWER,
                        Press.doc("pageDecision", "A decision as a receipt in words.")
                                .path("decision", "D1", "Its label, or a guide or an order for the last one about it.")
                                .merchant(),
                        this::one));
    }

    private void list(Call call) throws InterruptedException {
        Frame frame = desk.press().frame(call, Place.ELSEWHERE, DecisionWords.LIST);
        Optional<Action> action = call.query("action").map(DecisionPages::action);
        Decisions.Page page = desk.reads()
                .decisions()
                .page(DecisionFilter.of(call.merchant()).action(action), call.cursor(KIND, Long.MAX_VALUE), SHOWN);
        List<LiveLine> lines = page.lines().stream()
                .map(line -> LiveLine.of(line, frame.texts()))
                .toList();
        String next = page.next() == 0 ? "" : new Cursor(KIND, page.next()).text();
        desk.press().page(call, frame, "decisions/page", new DecisionList(action, lines, next));
    }

    private static Action action(String wire) {
        Action action = Action.ofWire(wire);
        if (action == null) {
            throw ApiProblem.of(Code.BAD_PARAMETER, "action: must be an action's name such as redeliver");
        }
        return action;
    }

    private void one(Call call) throws InterruptedException {
        Explanation explanation = find(call.merchant(), call.path("decision"))
                .orElseThrow(() ->
                        ApiProblem.of(Code.NOT_FOUND, "No decision, guide or order of the merchant has this number."));
        String label = Decision.label(explanation.receipt().decision().id());
        Frame frame = desk.press().frame(call, Place.ELSEWHERE, DecisionWords.ONE, label);
        desk.press().page(call, frame, "decisions/one", model(explanation, frame.texts()));
    }

    private Optional<Explanation> find(MerchantId merchant, String number) throws InterruptedException {
        ReadSide reads = desk.reads();
        Receipts receipts = new Receipts(desk.desk().installation().store().log(), reads.rescues());
        return desk.desk().view().ask(view -> switch (Explanation.find(
                number,
                merchant,
                view,
                receipts,
                id -> reads.decisions()
                        .find(id)
                        .filter(line -> line.settledAt() > 0)
                        .flatMap(line -> receipts.outcomeAt(id, line.settledAt())))) {
            case Explanation.Explained(Explanation e) ->
                view.state()
                        .home(e.receipt().decision().key())
                        .filter(home -> home.merchant().equals(merchant))
                        .map(_ -> e);
            case Explanation.Unknown _, Explanation.Undecided _ -> Optional.empty();
        });
    }

    private ReceiptModel model(Explanation explanation, Texts texts) {
        WhyPage.Told told = WhyPage.told(explanation, texts, desk.cities());
        List<Choice> choices = explanation.receipt().decision().choices();
        return new ReceiptModel(
                explanation.parcel().map(DecisionPages::number).orElse(""),
                told.head(),
                IntStream.range(0, choices.size())
                        .mapToObj(i -> choice(choices.get(i), told.choices().get(i), texts))
                        .toList(),
                told.forecast(),
                told.foot());
    }

    private static String number(ParcelState parcel) {
        return parcel.guideNumber().isEmpty() ? parcel.orderId() : parcel.guideNumber();
    }

    private static ReceiptModel.Choice choice(Choice choice, List<String> lines, Texts texts) {
        List<ReceiptModel.Option> options = choice.bids().stream()
                .sorted(Comparator.comparing((Bid b) -> b != choice.winner())
                        .thenComparing(b -> !b.feasible())
                        .thenComparing(Comparator.comparingDouble(Bid::valueCop).reversed()))
                .map(bid -> option(bid, bid == choice.winner(), texts))
                .toList();
        return new ReceiptModel.Choice(lines.getFirst(), lines.subList(1, lines.size()), options);
    }

    private static Said agent(AgentName agent) {
        return switch (agent) {
            case LOGISTICS -> DecisionWords.AGENT_LOGISTICS;
            case CUSTOMER -> DecisionWords.AGENT_CUSTOMER;
            case FINANCE -> DecisionWords.AGENT_FINANCE;
            case OPTIMIZATION -> DecisionWords.AGENT_OPTIMIZATION;
            case EMERGENCY -> DecisionWords.AGENT_EMERGENCY;
            case LEARNING -> DecisionWords.AGENT_LEARNING;
            case QUALITY -> DecisionWords.AGENT_QUALITY;
            case FORECASTING -> DecisionWords.AGENT_FORECASTING;
            case REASONER -> DecisionWords.AGENT_REASONER;
        };
    }

    private static ReceiptModel.Option option(Bid bid, boolean chosen, Texts texts) {
        String name = bid.action() == Action.CHOOSE_CARRIER && !bid.target().isEmpty()
                ? texts.carrier(new Carrier(bid.target()))
                : texts.action(bid.action());
        Said standing =
                chosen ? DecisionWords.CHOSEN : bid.feasible() ? DecisionWords.CONSIDERED_ONLY : DecisionWords.EXCLUDED;
        return new ReceiptModel.Option(
                name,
                Figures.pesos(Math.round(bid.valueCop())),
                Figures.percent(bid.confidence()),
                texts.say(agent(bid.agent())),
                texts.say(standing),
                chosen);
    }
}
