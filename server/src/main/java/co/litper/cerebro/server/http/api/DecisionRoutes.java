package co.litper.cerebro.server.http.api;

import co.litper.cerebro.Home;
import co.litper.cerebro.StateView;
import co.litper.cerebro.decision.AgentName;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.Settled;
import co.litper.cerebro.logistics.CityDirectory;
import co.litper.cerebro.server.access.Role;
import co.litper.cerebro.server.http.route.ApiProblem;
import co.litper.cerebro.server.http.route.Call;
import co.litper.cerebro.server.http.route.Code;
import co.litper.cerebro.server.http.route.Cursor;
import co.litper.cerebro.server.http.route.Doc;
import co.litper.cerebro.server.http.route.Json;
import co.litper.cerebro.server.http.route.Route;
import co.litper.cerebro.server.read.Archive;
import co.litper.cerebro.server.read.Archives;
import co.litper.cerebro.server.read.DecisionFilter;
import co.litper.cerebro.server.read.DecisionLine;
import co.litper.cerebro.server.read.Decisions;
import co.litper.cerebro.server.read.ReadSide;
import co.litper.cerebro.server.receipt.DecisionLabel;
import co.litper.cerebro.server.receipt.Receipts;
import co.litper.cerebro.server.text.CityText;
import co.litper.cerebro.server.text.Texts;
import co.litper.cerebro.server.why.Explanation;
import co.litper.cerebro.server.why.WhyJson;
import co.litper.cerebro.server.why.WhyPage;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.MerchantId;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

/** Decisions and why they fell. */
final class DecisionRoutes {
    private static final String KIND = "decision";
    private static final int STANDARD = 50;
    private static final int MOST = 200;
    private static final String ACTIONS =
            Arrays.stream(Action.values()).map(a -> '"' + a.wire() + '"').collect(Collectors.joining(","));

    private static final String AGENTS =
            Arrays.stream(AgentName.values()).map(a -> '"' + a.name() + '"').collect(Collectors.joining(","));
    private static final int LONGEST_CARRIER = 40;

    private final Archives archives;

    DecisionRoutes(Archives archives) {
        this.archives = archives;
    }

    List<Route> routes() {
        Doc list = Doc.of("listDecisions", "Decisions", "Decisions, newest first.")
                .merchant()
                .pages(STANDARD, MOST)
                .query("action", "{\"type\":\"string\",\"enum\":[" + ACTIONS + "]}", "none", "With this action chosen.")
                .query(
                        "since",
                        "{\"type\":\"string\",\"format\":\"date-time\"}",
                        "2026-01-01T00:00:00Z",
                        "From then on.")
                .query(
                        "until",
                        "{\"type\":\"string\",\"format\":\"date-time\"}",
                        "2100-01-01T00:00:00Z",
                        "Before then.")
                .query("carrier", "{\"type\":\"string\",\"maxLength\":40}", "TCC", "While this carrier had it.")
                .query("agent", "{\"type\":\"string\",\"enum\":[" + AGENTS + "]}", "LOGISTICS", "Whose bid won.")
                .gives(200, "DecisionPage", "A page; `next` is there while more may follow.");
        Doc one = Doc.of("getDecision", "Decisions", "One decision in brief.")
                .path(KIND, "D1", "Its label, `D1042` or `D77.3`.")
                .merchant()
                .gives(200, "Decision", "It.");
        Doc why = Doc.of(
                        "getWhy", "Decisions", "Why it fell so: the whole receipt, or a page for people as text/plain.")
                .path("id", "D1", "A decision, or a guide or order, whose last decision is meant.")
                .merchant()
                .language()
                .gives(200, "Why", "The receipt.")
                .gives(200, "text/plain", "", "At most 25 lines.");
        return List.of(
                Route.get("/api/v1/decisions", Role.VIEWER, list, this::list),
                Route.get("/api/v1/decisions/{decision}", Role.VIEWER, one, this::one),
                Route.get("/api/v1/why/{id}", Role.VIEWER, why, this::why));
    }

    private void list(Call call) throws InterruptedException {
        DecisionFilter filter = wanted(call);
        long before = call.cursor(KIND, Long.MAX_VALUE);
        int limit = call.number("limit", 1, MOST, STANDARD);
        Archive archive = archives.of(call.merchant());
        ReadSide reads = Fresh.reads(archive.reads());
        if (call.isUnchanged(Fresh.version(reads.position(), call.fingerprint()))) {
            return;
        }
        Decisions.Page page = reads.decisions().page(filter, before, limit);
        List<Long> ids = page.lines().stream().map(DecisionLine::id).toList();
        Map<Long, Decision> receipts = new Receipts(archive.log(), reads.rescues()).decisions(ids);
        ObjectNode json = Json.object();
        ArrayNode items = json.putArray("items");
        for (long id : ids) {
            Decision decision = receipts.get(id);
            if (decision != null) {
                items.add(DecisionJson.brief(decision));
            }
        }
        if (page.next() > 0) {
            json.put("next", new Cursor(KIND, page.next()).text());
        }
        call.reply(200, json);
    }

    private static DecisionFilter wanted(Call call) {
        Optional<Action> action = call.query("action")
                .map(text -> Arrays.stream(Action.values())
                        .filter(a -> a.wire().equals(text))
                        .findFirst()
                        .orElseThrow(() -> ApiProblem.of(Code.BAD_PARAMETER, "action: must be one of " + ACTIONS)));
        Optional<Carrier> carrier = call.query("carrier").map(text -> {
            if (text.length() > LONGEST_CARRIER) {
                throw ApiProblem.of(
                        Code.BAD_PARAMETER, "carrier: must have at most " + LONGEST_CARRIER + " characters");
            }
            return new Carrier(text);
        });
        return DecisionFilter.of(call.merchant())
                .action(action)
                .carrier(carrier)
                .agent(call.word("agent", AgentName.values()))
                .between(
                        call.instant("since").map(DecisionRoutes::epochMs),
                        call.instant("until").map(DecisionRoutes::epochMs));
    }

    /** The nearest moment that can be counted so; nothing was decided beyond those. */
    private static long epochMs(Instant moment) {
        Instant first = Instant.EPOCH;
        Instant last = Instant.parse("9999-12-31T00:00:00Z");
        return (moment.isBefore(first) ? first : moment.isAfter(last) ? last : moment).toEpochMilli();
    }

    /** True if the decision is about a parcel of the merchant. */
    static boolean isOf(MerchantId merchant, Decision d, StateView view) {
        return view.state()
                .home(d.key())
                .map(Home::merchant)
                .filter(merchant::equals)
                .isPresent();
    }

    private void one(Call call) throws InterruptedException {
        MerchantId merchant = call.merchant();
        Archive archive = archives.of(merchant);
        OptionalLong id = DecisionLabel.parse(call.path(KIND));
        Optional<Decision> found = id.isEmpty()
                ? Optional.empty()
                : archive.log().at(Decision.positionOf(id.getAsLong())).stream()
                        .flatMap(entry -> DecisionLog.decisions(entry).stream())
                        .filter(d -> d.id() == id.getAsLong())
                        .findFirst();
        boolean own = found.isPresent() && archive.state().ask(view -> isOf(merchant, found.get(), view));
        if (!own) {
            throw unknown();
        }
        if (!call.isUnchanged(Decision.label(found.get().id()))) {
            call.reply(200, DecisionJson.brief(found.get()));
        }
    }

    private static ApiProblem unknown() {
        return ApiProblem.of(Code.NOT_FOUND, "No decision, guide or order of the merchant has this number.");
    }

    private void why(Call call) throws InterruptedException {
        MerchantId merchant = call.merchant();
        Archive archive = archives.of(merchant);
        ReadSide reads = Fresh.reads(archive.reads());
        Receipts receipts = new Receipts(archive.log(), reads.rescues());
        LongFunction<Optional<Settled>> outcomes = id -> reads.decisions()
                .find(id)
                .filter(line -> line.settledAt() > 0)
                .flatMap(line -> receipts.outcomeAt(id, line.settledAt()));
        Optional<Explanation> found = archive.state().ask(view -> switch (Explanation.find(
                call.path("id"), merchant, view, receipts, outcomes)) {
            case Explanation.Explained(Explanation e) ->
                isOf(merchant, e.receipt().decision(), view) ? Optional.of(e) : Optional.empty();
            case Explanation.Unknown _, Explanation.Undecided _ -> Optional.empty();
        });
        Explanation explanation = found.orElseThrow(DecisionRoutes::unknown);
        if (call.prefers("text/plain", "application/json")) {
            List<String> lines =
                    WhyPage.lines(explanation, new Texts(call.language()), CityText.of(CityDirectory.packaged()));
            call.reply(
                    200,
                    "text/plain; charset=utf-8",
                    (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        } else {
            call.reply(200, WhyJson.of(explanation));
        }
    }
}
