package co.litper.cerebro.server.face.today;

import co.litper.cerebro.server.access.Role;
import co.litper.cerebro.server.face.approvals.ApprovalList;
import co.litper.cerebro.server.face.frame.FaceDesk;
import co.litper.cerebro.server.face.frame.Frame;
import co.litper.cerebro.server.face.frame.Place;
import co.litper.cerebro.server.face.frame.Press;
import co.litper.cerebro.server.face.live.LiveFeed;
import co.litper.cerebro.server.http.route.Call;
import co.litper.cerebro.server.http.route.Route;
import java.util.List;

/** The first page. */
public final class TodayPages {
    private static final int SHOWN = 5;

    private final FaceDesk desk;
    private final LiveFeed feed;

    public TodayPages(FaceDesk desk, LiveFeed feed) {
        this.desk = desk;
        this.feed = feed;
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
        Frame frame = desk.press().frame(call, Place.TODAY);
        TodayModel model = new TodayModel(
                ApprovalList.of(desk, call.merchant(), frame.texts(), SHOWN), feed.lines(call.merchant(), frame));
        desk.press().page(call, frame, call.wantsPart() ? "today/panels" : "today/page", model);
    }
}
