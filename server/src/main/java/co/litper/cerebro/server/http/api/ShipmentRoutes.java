package co.litper.cerebro.server.http.api;

import co.litper.cerebro.server.access.Role;
import co.litper.cerebro.server.http.route.ApiProblem;
import co.litper.cerebro.server.http.route.Call;
import co.litper.cerebro.server.http.route.Code;
import co.litper.cerebro.server.http.route.Cursor;
import co.litper.cerebro.server.http.route.Doc;
import co.litper.cerebro.server.http.route.Json;
import co.litper.cerebro.server.http.route.Route;
import co.litper.cerebro.server.read.Archives;
import co.litper.cerebro.server.read.ParcelFilter;
import co.litper.cerebro.server.read.ParcelLine;
import co.litper.cerebro.server.read.Parcels;
import co.litper.cerebro.server.read.ReadSide;
import co.litper.cerebro.server.read.SearchText;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.ShipmentState;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Shipments and their stories. */
final class ShipmentRoutes {
    private static final String KIND = "shipment";
    private static final String STORY = "story";
    private static final int STANDARD = 50;
    private static final int MOST = Parcels.MOST_LINES;
    private static final int BODY_BYTES = 4_096;
    private static final int LONGEST_CARRIER = 40;
    private static final int LONGEST_CITY = 61;

    private final Archives archives;

    ShipmentRoutes(Archives archives) {
        this.archives = archives;
    }

    List<Route> routes() {
        String states = words(ShipmentState.values());
        String issues = words(IssueReason.values());
        Doc list = Doc.of("listShipments", "Shipments", "Shipments, the latest known first.")
                .merchant()
                .pages(STANDARD, MOST)
                .query("state", "{\"type\":\"string\",\"enum\":[" + states + "]}", "ISSUE", "That stand so.")
                .query("carrier", "{\"type\":\"string\",\"maxLength\":40}", "TCC", "With this carrier's code.")
                .query("city", "{\"type\":\"string\",\"maxLength\":61}", "11001", "To this city's code.")
                .query(
                        "number",
                        "{\"type\":\"string\",\"maxLength\":" + ParcelFilter.LONGEST_NUMBER + "}",
                        "G1",
                        "How the guide begins, or the whole order.")
                .query(
                        "issue",
                        "{\"type\":\"string\",\"enum\":[" + issues + "]}",
                        "LOST",
                        "Whose last novedad this was.")
                .query("open", "{\"type\":\"boolean\"}", "false", "`true` for those whose novedad waits.")
                .gives(200, "ShipmentPage", "A page; `next` is there while more may follow.");
        Doc search = Doc.of(
                        "searchShipments",
                        "Shipments",
                        "Shipments by what people write: guide, order, phone, name, city, carrier, state, in any order.")
                .merchant()
                .pages(STANDARD, MOST)
                .takes("ShipmentSearch")
                .gives(200, "ShipmentPage", "A page; `next` is there while more may follow.");
        Doc one = Doc.of("getShipment", "Shipments", "A shipment as it stands, without personal data.")
                .path("number", "G1", "A guide or an order.")
                .merchant()
                .gives(200, "Shipment", "It.");
        Doc story = Doc.of("getStory", "Shipments", "What happened to a shipment and what was decided, oldest first.")
                .path("number", "G1", "A guide or an order.")
                .merchant()
                .pages(STANDARD, MOST)
                .gives(200, "Story", "A page; `next` is there while more may follow.");
        return List.of(
                Route.get("/api/v1/shipments", Role.VIEWER, list, this::list),
                Route.post("/api/v1/shipments/search", Role.OPERATOR, search, this::search),
                Route.get("/api/v1/shipments/{number}", Role.VIEWER, one, this::one),
                Route.get("/api/v1/shipments/{number}/story", Role.VIEWER, story, this::story));
    }

    private static String words(Enum<?>[] words) {
        return Arrays.stream(words).map(w -> '"' + w.name() + '"').collect(Collectors.joining(","));
    }

    private void list(Call call) throws InterruptedException {
        ParcelFilter filter = filter(call);
        long before = call.cursor(KIND, Long.MAX_VALUE);
        int limit = call.number("limit", 1, MOST, STANDARD);
        ReadSide reads = Fresh.reads(archives.of(call.merchant()).reads());
        if (!call.isUnchanged(Fresh.version(reads.position(), call.fingerprint()))) {
            reply(call, reads, filter, before, limit);
        }
    }

    private static ParcelFilter filter(Call call) {
        Optional<IssueReason> issue = call.word("issue", IssueReason.values());
        boolean open = call.query("open").map(Boolean::parseBoolean).orElse(false);
        return ParcelFilter.of(call.merchant())
                .number(called(call, "number", ParcelFilter.LONGEST_NUMBER).orElse(""))
                .state(call.word("state", ShipmentState.values()))
                .carrier(called(call, "carrier", LONGEST_CARRIER).map(Carrier::new))
                .city(called(call, "city", LONGEST_CITY).map(CityCode::new))
                .issue(issue, open);
    }

    private static Optional<String> called(Call call, String name, int longest) {
        return call.query(name).map(text -> {
            if (text.length() > longest) {
                throw ApiProblem.of(Code.BAD_PARAMETER, name + ": must have at most " + longest + " characters");
            }
            return text;
        });
    }

    /** By POST, since an address is written into logs and histories, and a phone or a name must not be. */
    private void search(Call call) throws InterruptedException, IOException {
        String text = call.object(BODY_BYTES).path("text").asText("");
        if (text.isBlank() || text.length() > SearchText.LONGEST) {
            throw ApiProblem.of(
                    Code.BAD_BODY, "text: must have 1 to " + SearchText.LONGEST + " characters, not all of them blank");
        }
        ReadSide reads = Fresh.reads(archives.of(call.merchant()).reads());
        reply(
                call,
                reads,
                reads.search().read(call.merchant(), text),
                call.cursor(KIND, Long.MAX_VALUE),
                call.number("limit", 1, MOST, STANDARD));
    }

    private static void reply(Call call, ReadSide reads, ParcelFilter filter, long before, int limit) {
        Parcels.Page page = reads.parcels().page(filter, before, limit);
        ObjectNode json = Json.object();
        ArrayNode items = json.putArray("items");
        reads.parcels()
                .homes(page.lines().stream().map(ParcelLine::id).toList())
                .forEach(home -> items.add(ParcelJson.of(home)));
        if (page.next() > 0) {
            json.put("next", new Cursor(KIND, page.next()).text());
        }
        if (page.cut()) {
            json.put("cut", true);
        }
        call.reply(200, json);
    }

    private void one(Call call) throws InterruptedException {
        ReadSide reads = Fresh.reads(archives.of(call.merchant()).reads());
        ParcelLine line = line(call, reads);
        call.reply(200, ParcelJson.of(reads.parcels().homes(List.of(line.id())).getFirst()));
    }

    private static ParcelLine line(Call call, ReadSide reads) {
        MerchantId merchant = call.merchant();
        return reads.parcels()
                .find(merchant, call.path("number"))
                .orElseThrow(() -> ApiProblem.of(
                        Code.NOT_FOUND, "No guide or order of merchant " + merchant + " has this number."));
    }

    private void story(Call call) throws InterruptedException {
        long from = call.cursor(STORY, 0);
        int limit = call.number("limit", 1, MOST, STANDARD);
        ReadSide reads = Fresh.reads(archives.of(call.merchant()).reads());
        ParcelLine line = line(call, reads);
        List<Long> positions = reads.timeline().positions(line.id(), from, limit + 1);
        ObjectNode json = Json.object();
        json.set(
                "items",
                Story.of(
                        line.key(),
                        archives.of(call.merchant()).log(),
                        positions.subList(0, Math.min(limit, positions.size()))));
        if (positions.size() > limit) {
            json.put("next", new Cursor(STORY, positions.getLast()).text());
        }
        call.reply(200, json);
    }
}
