package co.litper.cerebro.server.face.shipments;

import co.litper.cerebro.server.Erasing;
import co.litper.cerebro.server.access.Role;
import co.litper.cerebro.server.face.frame.FaceDesk;
import co.litper.cerebro.server.face.frame.Frame;
import co.litper.cerebro.server.face.frame.Place;
import co.litper.cerebro.server.face.frame.Press;
import co.litper.cerebro.server.http.route.ApiProblem;
import co.litper.cerebro.server.http.route.Call;
import co.litper.cerebro.server.http.route.Code;
import co.litper.cerebro.server.http.route.Cursor;
import co.litper.cerebro.server.http.route.Doc;
import co.litper.cerebro.server.http.route.Form;
import co.litper.cerebro.server.http.route.Route;
import co.litper.cerebro.server.read.ParcelFilter;
import co.litper.cerebro.server.read.SearchText;
import co.litper.cerebro.vocabulary.PersonRef;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** Shipments: the list, one with its story, and what is done to them by hand. */
public final class ShipmentPages {
    static final int FORM_BYTES = 32 * 1024;

    private final FaceDesk desk;
    private final Finding finding;
    private final StoryReading stories;
    private final ByHand byHand;
    private final Erasing erasing;

    public ShipmentPages(FaceDesk desk) {
        this.desk = desk;
        this.finding = new Finding(desk);
        this.stories = new StoryReading(desk);
        this.byHand = new ByHand(desk);
        this.erasing = desk.desk().erasing();
    }

    /** The routes. */
    public List<Route> routes() {
        Doc one = Press.doc("pageShipment", "A shipment with its story.")
                .path("number", "G1", "A guide or an order.")
                .merchant()
                .query("told", "{\"type\":\"string\",\"maxLength\":40}", "", "What was just noted.")
                .query("cursor", "{\"type\":\"string\",\"maxLength\":200}", "", "Where the story goes on.");
        return List.of(
                Press.get(
                        "/shipments",
                        Role.VIEWER,
                        Finding.doc(Press.doc("pageShipments", "Shipments, to be searched.")),
                        this::list),
                Press.post(
                        "/shipments",
                        Role.OPERATOR,
                        Press.doc("searchOnPage", "Shipments by what people write.")
                                .merchant(),
                        this::search),
                Press.post(
                        "/shipments/bulk",
                        Role.OPERATOR,
                        Press.doc("answerInBulk", "Marks the novedades of several shipments as answered.")
                                .merchant(),
                        this::bulk),
                Route.get(
                                "/shipments.xlsx",
                                Role.VIEWER,
                                Finding.doc(Doc.of("sheetShipments", "Pages", "Shipments as a sheet.")
                                        .gives(200, ShipmentSheet.TYPE, "", "The sheet.")),
                                this::sheet)
                        .with(Route.Trait.PAGE),
                Press.get("/shipments/{number}", Role.VIEWER, one, this::one).with(Route.Trait.PERSONAL),
                Press.post(
                        "/shipments/{number}/erase",
                        Role.ADMIN,
                        Press.doc(
                                        "eraseOnPage",
                                        "Erases the personal data of the shipment's customer. It cannot be undone.")
                                .path("number", "G1", "A guide or an order.")
                                .merchant(),
                        this::erase),
                Press.post(
                        "/shipments/{number}/note",
                        Role.OPERATOR,
                        Press.doc("noteByHand", "Takes down what a person did or was told.")
                                .path("number", "G1", "A guide or an order.")
                                .merchant(),
                        this::note));
    }

    private void list(Call call) throws InterruptedException {
        Frame frame = desk.press().frame(call, Place.SHIPMENTS);
        String query = call.here().contains("?") ? call.here().replaceFirst("^[^?]*\\?", "") : "";
        ShipmentList list = finding.list(
                finding.filter(call),
                call.query("number").orElse(""),
                call.cursor(Finding.KIND, Long.MAX_VALUE),
                query.replaceFirst("(^|&)cursor=[^&]*", ""),
                frame.texts());
        desk.press().page(call, frame, "shipments/page", list);
    }

    /** By POST, since an address is written into histories, and a phone or a name must not be. */
    private void search(Call call) throws IOException, InterruptedException {
        Form form = call.form(FORM_BYTES);
        String text = form.field("text").strip();
        if (text.length() > SearchText.LONGEST) {
            throw ApiProblem.of(Code.BAD_BODY, "text: must have at most " + SearchText.LONGEST + " characters");
        }
        Frame frame = desk.press().frame(call, Place.SHIPMENTS);
        ParcelFilter filter = desk.reads().search().read(call.merchant(), text);
        long before =
                form.field("cursor").isEmpty() ? Long.MAX_VALUE : Cursor.position(Finding.KIND, form.field("cursor"));
        desk.press().page(call, frame, "shipments/page", finding.list(filter, text, before, "", frame.texts()));
    }

    private void bulk(Call call) throws IOException, InterruptedException, ExecutionException {
        Frame frame = desk.press().frame(call, Place.SHIPMENTS);
        String told = byHand.bulk(call, call.form(FORM_BYTES), frame.texts());
        ParcelFilter open = ParcelFilter.of(call.merchant()).issue(java.util.Optional.empty(), true);
        ShipmentList list = finding.list(open, "", Long.MAX_VALUE, "open=true", frame.texts());
        desk.press().page(call, frame, "shipments/page", list.after(told));
    }

    private void sheet(Call call) throws IOException, InterruptedException {
        call.header("Content-Disposition", "attachment; filename=\"cerebro-envios.xlsx\"");
        call.header("Cache-Control", "no-store");
        ParcelFilter filter = finding.filter(call);
        try (OutputStream out = call.stream(ShipmentSheet.TYPE)) {
            ShipmentSheet.write(desk, filter, desk.press().texts(call), out);
        }
    }

    private void one(Call call) throws InterruptedException {
        Frame frame = desk.press().frame(call, Place.SHIPMENTS, ShipmentWords.SHIPMENT, call.path("number"));
        desk.press().page(call, frame, "shipments/one", stories.of(call, frame));
    }

    private void erase(Call call) throws IOException, InterruptedException {
        PersonRef customer = desk.reads()
                .parcels()
                .find(call.merchant(), call.path("number"))
                .orElseThrow(() -> ApiProblem.of(Code.NOT_FOUND, "No shipment of the merchant has this number."))
                .customer();
        if (!call.form(FORM_BYTES).field("sure").equals("true")) {
            throw ApiProblem.of(Code.BAD_BODY, "sure: must be true; it cannot be undone");
        }
        if (customer.equals(PersonRef.NONE)) {
            throw ApiProblem.of(Code.NOTHING_WAITS, "The customer of the shipment is not known.");
        }
        erasing.erase(call.merchant(), customer, List.of());
        call.redirect("/shipments/" + ByHand.encoded(call.path("number")));
    }

    private void note(Call call) throws IOException, InterruptedException, ExecutionException {
        String noted = byHand.note(call, call.form(FORM_BYTES));
        call.redirect("/shipments/" + ByHand.encoded(call.path("number")) + "?told=" + noted);
    }
}
