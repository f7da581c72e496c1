package co.litper.cerebro.server.face.demo;

import co.litper.cerebro.server.access.Role;
import co.litper.cerebro.server.face.frame.FaceDesk;
import co.litper.cerebro.server.face.frame.Frame;
import co.litper.cerebro.server.face.frame.Place;
import co.litper.cerebro.server.face.frame.Press;
import co.litper.cerebro.server.http.route.ApiProblem;
import co.litper.cerebro.server.http.route.Call;
import co.litper.cerebro.server.http.route.Code;
import co.litper.cerebro.server.http.route.Doc;
import co.litper.cerebro.server.http.route.Form;
import co.litper.cerebro.server.http.route.OwnPath;
import co.litper.cerebro.server.http.route.Route;
import co.litper.cerebro.server.livedemo.DemoPlan;
import co.litper.cerebro.server.livedemo.DemoWorld;
import co.litper.cerebro.vocabulary.Carrier;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** The page of a demonstration, and what its buttons do. */
public final class DemoPages {
    private static final int FORM_BYTES = 2_048;

    private final FaceDesk desk;
    private final DemoWorld world;

    public DemoPages(FaceDesk desk, DemoWorld world) {
        this.desk = desk;
        this.world = world;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                Press.get(
                        Place.DEMO.path(),
                        Role.VIEWER,
                        Press.doc("pageDemo", "The brain beside the best static policy in a simulated world."),
                        this::page),
                Press.get(
                        "/demo/told",
                        Role.VIEWER,
                        Press.doc("pageDemoTold", "The line of the bar: simulated time and speed."),
                        this::told),
                Press.post(
                        "/demo/speed",
                        Role.OPERATOR,
                        act("setDemoSpeed", "Lets simulated time go faster or slower: `daysPerMinute`."),
                        this::speed),
                Press.post(
                        "/demo/break",
                        Role.OPERATOR,
                        act("breakDemoCarrier", "Lets a `carrier` of the simulated world go on strike."),
                        call -> carrier(call, world::breakCarrier)),
                Press.post(
                        "/demo/mend",
                        Role.OPERATOR,
                        act("mendDemoCarrier", "Ends the strike of a `carrier`."),
                        call -> carrier(call, world::mendCarrier)));
    }

    private static Doc act(String id, String told) {
        return Press.doc(id, told).gives(303, "", "", "Back to the page `back`.");
    }

    private void page(Call call) {
        Frame frame = desk.press().frame(call, Place.DEMO).withCharts();
        DemoModel model = DemoModel.of(world.standing(), frame.texts());
        desk.press().page(call, frame, call.wantsPart() ? "demo/figures" : "demo/page", model);
    }

    private void told(Call call) {
        Frame frame = desk.press().frame(call, Place.DEMO);
        desk.press().page(call, frame, "frame/demoTold", frame.demo().orElseThrow());
    }

    private void speed(Call call) throws IOException {
        Form form = call.form(FORM_BYTES);
        double daysPerMinute = number(form.field("daysPerMinute"));
        if (!DemoPlan.isSpeed(daysPerMinute)) {
            throw ApiProblem.of(
                    Code.BAD_BODY,
                    "daysPerMinute: must be a number from " + DemoPlan.SLOWEST + " to " + DemoPlan.FASTEST);
        }
        world.speed(daysPerMinute);
        call.redirect(OwnPath.orFirstPage(form.field("back")));
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private void carrier(Call call, Consumer<Carrier> act) throws IOException {
        Form form = call.form(FORM_BYTES);
        String wanted = form.field("carrier");
        Carrier carrier = world.carriers().stream()
                .filter(known -> known.code().equalsIgnoreCase(wanted))
                .findFirst()
                .orElseThrow(() -> ApiProblem.of(
                        Code.BAD_BODY,
                        "carrier: must be one of "
                                + String.join(
                                        ", ",
                                        world.carriers().stream()
                                                .map(Carrier::code)
                                                .toList())));
        act.accept(carrier);
        call.redirect(OwnPath.orFirstPage(form.field("back")));
    }
}
