package co.litper.cerebro.server.face.today;

import co.litper.cerebro.server.access.Role;
import co.litper.cerebro.server.face.frame.FaceDesk;
import co.litper.cerebro.server.face.frame.Frame;
import co.litper.cerebro.server.face.frame.Place;
import co.litper.cerebro.server.face.frame.Press;
import co.litper.cerebro.server.face.live.LiveFeed;
import co.litper.cerebro.server.http.route.Call;
import co.litper.cerebro.server.http.route.Route;
import co.litper.cerebro.world.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The first page; of an empty installation it leads to where one begins. */
public final class TodayPages {
    private static final int MONTH_S = 2_592_000;

    private final FaceDesk desk;
    private final TodayReading reading;

    public TodayPages(FaceDesk desk, LiveFeed feed) {
        this.desk = desk;
        this.reading = new TodayReading(desk, feed);
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(Press.get(
                "/",
                Role.VIEWER,
                Press.doc("pageToday", "How the day stands, what happens, what waits.")
                        .merchant(),
                this::page));
    }

    private void page(Call call) throws InterruptedException {
        if (desk.reads().figures().states(call.merchant()).isEmpty() && !call.wantsPart()) {
            call.redirect("/start");
            return;
        }
        Frame frame = desk.press().frame(call, Place.TODAY);
        LocalDate today = LocalDate.ofInstant(desk.now(), Clock.BOGOTA);
        Away away = Away.of(Optional.ofNullable(call.cookie(Away.COOKIE)), today);
        call.header(
                "Set-Cookie",
                Away.COOKIE + "=" + away.cookie() + "; Path=/; HttpOnly; SameSite=Lax; Max-Age=" + MONTH_S);
        TodayModel model = reading.of(call.merchant(), away, frame);
        desk.press().page(call, frame, call.wantsPart() ? "today/panels" : "today/page", model);
    }
}
