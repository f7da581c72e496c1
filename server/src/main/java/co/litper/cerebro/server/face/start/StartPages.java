package co.litper.cerebro.server.face.start;

import co.litper.cerebro.adapters.dropi.DropiExport;
import co.litper.cerebro.log.DeadLetters;
import co.litper.cerebro.log.DeadLetters.DeadLetter;
import co.litper.cerebro.server.access.Role;
import co.litper.cerebro.server.demo.DemoColumns;
import co.litper.cerebro.server.demo.DemoExport;
import co.litper.cerebro.server.face.frame.FaceDesk;
import co.litper.cerebro.server.face.frame.Frame;
import co.litper.cerebro.server.face.frame.Place;
import co.litper.cerebro.server.face.frame.Press;
import co.litper.cerebro.server.http.api.ImportJobs.Job;
import co.litper.cerebro.server.http.route.ApiProblem;
import co.litper.cerebro.server.http.route.Call;
import co.litper.cerebro.server.http.route.Code;
import co.litper.cerebro.server.http.route.Doc;
import co.litper.cerebro.server.http.route.Route;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

/** The beginning: drop a file, see it read, look back. */
public final class StartPages {
    /** Open letters among which those of an import are looked for. */
    private static final int LETTERS = 1_000;

    private static final String EXAMPLE = "/example.xlsx";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** Any will do; always the same, so that two people see the same file. */
    private static final long EXAMPLE_SEED = 7;

    /** Enough for some open novedades, few enough to be read by eye. */
    private static final int EXAMPLE_ROWS = 60;

    private final FaceDesk desk;

    public StartPages(FaceDesk desk) {
        this.desk = desk;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                Route.get(
                                EXAMPLE,
                                Role.VIEWER,
                                Doc.of("sheetExample", "Pages", "A made-up export, to try with.")
                                        .gives(200, XLSX, "", "The sheet."),
                                this::example)
                        .with(Route.Trait.PAGE),
                Press.get(
                        "/start",
                        Role.VIEWER,
                        Press.doc("pageStart", "Where a first file is dropped.").merchant(),
                        this::start),
                Press.get(
                        "/start/{import}",
                        Role.VIEWER,
                        Press.doc("pageImport", "How far an import is.")
                                .path("import", "i-1", "Its id.")
                                .merchant(),
                        this::progress),
                Press.get(
                        "/history",
                        Role.VIEWER,
                        Press.doc("pageHistory", "Where shipments were lost, and what could have been saved.")
                                .merchant(),
                        this::history));
    }

    private void start(Call call) {
        Frame frame = desk.press().frame(call, Place.ELSEWHERE, StartWords.BEGIN);
        List<DropModel.Column> columns = DropiExport.headings().stream()
                .map(headings -> new DropModel.Column(
                        headings.getFirst(), String.join(", ", headings.subList(1, headings.size()))))
                .toList();
        desk.press().page(call, frame, "start/drop", new DropModel(EXAMPLE, columns));
    }

    /** Made up from a seed, up to now: the same rows for everyone of the same minute, no person and no guide of anybody. */
    private void example(Call call) throws IOException {
        call.header("Content-Disposition", "attachment; filename=\"cerebro-ejemplo.xlsx\"");
        call.header("Cache-Control", "no-store");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DemoExport.of(EXAMPLE_SEED, desk.now(), EXAMPLE_ROWS).writeXlsx(bytes, DemoColumns.ORDERS);
        call.reply(200, XLSX, bytes.toByteArray());
    }

    private void progress(Call call) {
        Job job = desk.jobs()
                .find(call.path("import"))
                .filter(found -> found.merchant().equals(call.merchant()))
                .orElseThrow(() -> ApiProblem.of(Code.NOT_FOUND, "No import of this run has this id."));
        Frame frame = desk.press().frame(call, Place.ELSEWHERE, StartWords.IMPORT, job.name());
        ImportModel model = ImportModel.of(job, letters(call, job), frame.texts());
        desk.press().page(call, frame, call.wantsPart() ? "start/progress" : "start/import", model);
    }

    /** The open letters that the reader of an import may see; they are of all merchants, so that only who sees all does. */
    private List<DeadLetter> letters(Call call, Job job) {
        boolean refused = job.account().filter(account -> account.refused() > 0).isPresent();
        boolean sees =
                call.caller().may(Role.OPERATOR) && call.caller().merchant().isEmpty();
        return refused && sees
                ? desk.desk().installation().store().deadLetters().list(DeadLetters.Status.OPEN, LETTERS)
                : List.of();
    }

    private void history(Call call) throws InterruptedException {
        Frame frame = desk.press().frame(call, Place.ELSEWHERE, StartWords.HISTORY);
        HistoryModel model = HistoryModel.of(desk.reads().lookBack(call.merchant()), desk, frame.texts());
        desk.press().page(call, frame, "start/history", model);
    }
}
