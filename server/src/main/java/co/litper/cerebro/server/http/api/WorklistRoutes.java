package co.litper.cerebro.server.http.api;

import co.litper.cerebro.adapters.table.SpreadsheetWriter;
import co.litper.cerebro.server.access.Role;
import co.litper.cerebro.server.config.Configuration;
import co.litper.cerebro.server.http.route.ApiProblem;
import co.litper.cerebro.server.http.route.Call;
import co.litper.cerebro.server.http.route.Code;
import co.litper.cerebro.server.http.route.Doc;
import co.litper.cerebro.server.http.route.Route;
import co.litper.cerebro.server.read.Archives;
import co.litper.cerebro.server.read.IssueQueue;
import co.litper.cerebro.server.read.ReadSide;
import co.litper.cerebro.server.text.Phrase;
import co.litper.cerebro.server.text.Texts;
import co.litper.cerebro.server.worklist.Worklist;
import co.litper.cerebro.server.worklist.WorklistJson;
import co.litper.cerebro.server.worklist.WorklistSheet;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.world.Clock;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** The worklist, for programs and as a sheet. */
final class WorklistRoutes {
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final int STANDARD = 100;
    private static final int MOST = 5_000;
    private static final List<String> PERSONAL = List.of("name", "phone", "script");

    private final Archives archives;
    private final Clock clock;
    private final Worklists worklists;

    WorklistRoutes(Archives archives, Configuration configuration, Clock clock) {
        this.archives = archives;
        this.clock = clock;
        this.worklists = new Worklists(archives, configuration);
    }

    List<Route> routes() {
        Doc doc = Doc.of(
                        "getWorklist",
                        "Worklist",
                        "Open novedades in the order in which a person should take them; names and phones for operators only.")
                .merchant()
                .language()
                .query(
                        "limit",
                        "{\"type\":\"integer\",\"minimum\":1,\"maximum\":" + MOST + ",\"default\":" + STANDARD + "}",
                        "10",
                        "At most so many; the sheet has all.")
                .gives(200, "Worklist", "The list.")
                .gives(200, XLSX, "", "The list as a sheet.");
        return List.of(
                Route.get("/api/v1/worklist", Role.VIEWER, doc, this::worklist).with(Route.Trait.PERSONAL));
    }

    private void worklist(Call call) throws InterruptedException, IOException {
        MerchantId merchant = call.merchant();
        Instant now = clock.now();
        boolean sheet = call.prefers(XLSX, "application/json");
        boolean people = call.caller().may(Role.OPERATOR);
        if (sheet && !people) {
            throw ApiProblem.of(Code.ROLE_TOO_LOW, "The sheet names people: it needs the role operator.");
        }
        int limit = call.number("limit", 1, MOST, STANDARD);
        ReadSide reads = Fresh.reads(archives.of(merchant).reads());
        // Minutes are told, so the minute is part of the version.
        String version =
                reads.position() + "-" + now.getEpochSecond() / 60 + "-" + Integer.toHexString(call.fingerprint());
        if (call.isUnchanged(version)) {
            return;
        }
        if (sheet) {
            call.reply(
                    200,
                    XLSX,
                    sheet(worklists.list(reads, merchant, now, Integer.MAX_VALUE), new Texts(call.language())));
            return;
        }
        IssueQueue.Totals totals = reads.issues().totals(merchant, now);
        ObjectNode json = WorklistJson.of(
                worklists.list(reads, merchant, now, limit),
                limit,
                totals.open(),
                totals.overdue(),
                totals.lapsed(),
                totals.riskCop());
        if (!people) {
            json.path("items").forEach(WorklistRoutes::withoutPerson);
            json.path("offices").forEach(WorklistRoutes::withoutPerson);
        }
        call.reply(200, json);
    }

    private static void withoutPerson(JsonNode item) {
        ((ObjectNode) item).remove(PERSONAL);
    }

    private static byte[] sheet(Worklist list, Texts texts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (SpreadsheetWriter writer =
                SpreadsheetWriter.xlsx(bytes, texts.say(Phrase.WORKLIST_SHEET), WorklistSheet.columns(texts))) {
            WorklistSheet.write(list, texts, writer);
        }
        return bytes.toByteArray();
    }
}
