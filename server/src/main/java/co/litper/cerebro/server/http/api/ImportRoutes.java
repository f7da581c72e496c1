package co.litper.cerebro.server.http.api;

import co.litper.cerebro.server.access.Role;
import co.litper.cerebro.server.http.route.ApiProblem;
import co.litper.cerebro.server.http.route.Call;
import co.litper.cerebro.server.http.route.Code;
import co.litper.cerebro.server.http.route.Doc;
import co.litper.cerebro.server.http.route.Json;
import co.litper.cerebro.server.http.route.Route;
import co.litper.cerebro.vocabulary.MerchantId;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/** Uploads of exports. */
final class ImportRoutes {
    /** A million rows of an export have about 250 MB as a workbook. */
    private static final long MOST_BYTES = 512L * 1024 * 1024;

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N} ._()-]{1,100}");
    private static final String CSV = "text/csv";

    private final Desk desk;
    private final ImportJobs jobs;
    private final AtomicLong count = new AtomicLong();

    ImportRoutes(Desk desk, ImportJobs jobs) {
        this.desk = desk;
        this.jobs = jobs;
    }

    List<Route> routes() {
        Doc post = Doc.of(
                        "postImport",
                        "Imports",
                        "Takes a Dropi export or a table of tariffs; read while you wait or not.")
                .merchant()
                .query(
                        "name",
                        "{\"type\":\"string\",\"maxLength\":100}",
                        "ordenes.xlsx",
                        "The file's name, for people.")
                .takes(WorklistRoutes.XLSX, "")
                .takes(CSV, "")
                .gives(202, "Import", "Taken; `Location` tells how far it is.");
        Doc one = Doc.of("getImport", "Imports", "How far an import is, and its account.")
                .path("import", "i-1", "Its id.")
                .merchant()
                .gives(200, "Import", "It.");
        Doc list = Doc.of("listImports", "Imports", "The imports of this run of the service, newest first.")
                .merchant()
                .gives(200, "ImportList", "At most a hundred.");
        return List.of(
                Route.post("/api/v1/imports", Role.OPERATOR, post, this::post).with(Route.Trait.ENDLESS),
                Route.get("/api/v1/imports", Role.VIEWER, list, this::list),
                Route.get("/api/v1/imports/{import}", Role.VIEWER, one, this::one));
    }

    private void post(Call call) throws IOException {
        MerchantId merchant = call.merchant();
        boolean workbook = call.mediaType().equals(WorklistRoutes.XLSX);
        String name = call.query("name").orElse(workbook ? "upload.xlsx" : "upload.csv");
        if (!NAME.matcher(name).matches()) {
            throw ApiProblem.of(Code.BAD_PARAMETER, "name: must have 1 to 100 letters, digits, spaces or . _ - ( )");
        }
        Files.createDirectories(desk.uploads());
        Path file = Files.createTempFile(desk.uploads(), "upload-", workbook ? ".xlsx" : ".csv");
        boolean taken = false;
        try {
            try (InputStream in = call.bodyStream(MOST_BYTES)) {
                Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            }
            refuseLines(file);
            String id = "i-" + desk.clock().now().getEpochSecond() + "-" + count.incrementAndGet();
            ImportJobs.Job job =
                    new ImportJobs.Job(id, merchant, file, name, desk.clock().now());
            taken = jobs.offer(job);
            if (!taken) {
                throw ApiProblem.of(Code.BUSY, "Other imports wait already.").retryAfter(Duration.ofSeconds(30));
            }
            call.header("Location", "/api/v1/imports/" + id);
            call.reply(202, job.json());
        } finally {
            if (!taken) {
                ImportJobs.remove(file);
            }
        }
    }

    /** Lines of CloudEvents name their merchant themselves; the endpoint of events checks it. */
    private static void refuseLines(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            if (in.read() == '{') {
                throw ApiProblem.of(Code.UNSUPPORTED_TYPE, "These are events: post them to /api/v1/events as lines.");
            }
        }
    }

    private void one(Call call) {
        MerchantId merchant = call.merchant();
        call.reply(
                200,
                jobs.find(call.path("import"))
                        .filter(job -> job.merchant().equals(merchant))
                        .map(ImportJobs.Job::json)
                        .orElseThrow(() -> ApiProblem.of(
                                Code.NOT_FOUND,
                                "No import of this run has this id. Maybe the service was restarted.")));
    }

    private void list(Call call) {
        ObjectNode json = Json.object();
        ArrayNode items = json.putArray("items");
        jobs.of(call.merchant()).forEach(job -> items.add(job.json()));
        call.reply(200, json);
    }
}
