package co.litper.cerebro.server.face.rescue;

import co.litper.cerebro.adapters.table.SpreadsheetWriter;
import co.litper.cerebro.server.access.Role;
import co.litper.cerebro.server.face.frame.FaceDesk;
import co.litper.cerebro.server.face.frame.Frame;
import co.litper.cerebro.server.face.frame.Place;
import co.litper.cerebro.server.face.frame.Press;
import co.litper.cerebro.server.face.shipments.ByHand;
import co.litper.cerebro.server.http.route.Call;
import co.litper.cerebro.server.http.route.Doc;
import co.litper.cerebro.server.http.route.Form;
import co.litper.cerebro.server.http.route.Route;
import co.litper.cerebro.server.worklist.DropiAnswers;
import co.litper.cerebro.server.worklist.Worklist;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** The rescue desk, and what its buttons do. */
public final class RescuePages {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final String SHOWN = "shown";
    private static final int FORM_BYTES = 256;

    private final FaceDesk desk;
    private final ByHand byHand;

    public RescuePages(FaceDesk desk) {
        this.desk = desk;
        this.byHand = new ByHand(desk);
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                Press.get(
                                "/rescue",
                                Role.VIEWER,
                                Press.doc("pageRescue", "Open novedades, the most urgent first.")
                                        .merchant()
                                        .query(
                                                SHOWN,
                                                "{\"type\":\"integer\",\"minimum\":" + RescueModel.SHOWN
                                                        + ",\"maximum\":" + RescueModel.MOST_SHOWN + "}",
                                                "50",
                                                "How many novedades at most."),
                                this::page)
                        .with(Route.Trait.PERSONAL),
                Press.post(
                        "/rescue/{number}",
                        Role.OPERATOR,
                        Press.doc("noteAtRescue", "Takes down what the customer said or the carrier was answered.")
                                .path("number", "G1", "A guide or an order.")
                                .merchant(),
                        this::note),
                Route.get(
                                "/rescue/answers.xlsx",
                                Role.OPERATOR,
                                Doc.of("sheetAnswers", "Pages", "The proposed answers as a sheet for Dropi.")
                                        .merchant()
                                        .gives(200, XLSX, "", "The sheet."),
                                this::answers)
                        .with(Route.Trait.PAGE)
                        .with(Route.Trait.PERSONAL));
    }

    private void page(Call call) throws InterruptedException {
        Frame frame = desk.press().frame(call, Place.RESCUE);
        RescueModel model = RescueModel.of(
                desk,
                call.merchant(),
                frame.acts(),
                frame.texts(),
                call.number(SHOWN, RescueModel.SHOWN, RescueModel.MOST_SHOWN, RescueModel.SHOWN));
        desk.press().page(call, frame, call.wantsPart() ? "rescue/list" : "rescue/page", model);
    }

    private void note(Call call) throws IOException, InterruptedException, ExecutionException {
        Frame frame = desk.press().frame(call, Place.RESCUE);
        Form form = call.form(FORM_BYTES);
        String noted = byHand.note(call, form);
        String words = ByHand.words(noted, frame.texts()).orElse(noted);
        RescueModel model = RescueModel.of(desk, call.merchant(), true, frame.texts(), shown(form))
                .after(frame.say(RescueWords.NOTED, call.path("number"), words));
        desk.press().page(call, frame, call.wantsPart() ? "rescue/list" : "rescue/page", model);
    }

    /** As many as before the button was pressed. */
    private static int shown(Form form) {
        String told = form.field(SHOWN);
        int shown = told.matches("[0-9]{1,4}") ? Integer.parseInt(told) : RescueModel.SHOWN;
        return Math.clamp(shown, RescueModel.SHOWN, RescueModel.MOST_SHOWN);
    }

    private void answers(Call call) throws IOException, InterruptedException {
        Worklist list = desk.worklists().list(desk.reads(), call.merchant(), desk.now(), Integer.MAX_VALUE);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (SpreadsheetWriter writer = SpreadsheetWriter.xlsx(
                bytes, desk.press().texts(call).say(RescueWords.SHEET), DropiAnswers.columns())) {
            DropiAnswers.write(list, writer);
        }
        call.header("Content-Disposition", "attachment; filename=\"soluciones.xlsx\"");
        call.header("Cache-Control", "no-store");
        call.reply(200, XLSX, bytes.toByteArray());
    }
}
