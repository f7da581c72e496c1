package co.litper.cerebro.server.face;

import co.litper.cerebro.server.access.AccessKeys;
import co.litper.cerebro.server.access.Users;
import co.litper.cerebro.server.backup.OneBackup;
import co.litper.cerebro.server.face.approvals.ApprovalPages;
import co.litper.cerebro.server.face.autonomy.AutonomyPages;
import co.litper.cerebro.server.face.carriers.CarrierPages;
import co.litper.cerebro.server.face.decisions.DecisionPages;
import co.litper.cerebro.server.face.demo.DemoPages;
import co.litper.cerebro.server.face.events.EventPages;
import co.litper.cerebro.server.face.frame.FaceDesk;
import co.litper.cerebro.server.face.frame.Press;
import co.litper.cerebro.server.face.knowledge.KnowledgePages;
import co.litper.cerebro.server.face.learning.LearningPages;
import co.litper.cerebro.server.face.live.LiveFeed;
import co.litper.cerebro.server.face.login.LoginPages;
import co.litper.cerebro.server.face.messages.MessagePages;
import co.litper.cerebro.server.face.rescue.RescuePages;
import co.litper.cerebro.server.face.shipments.ShipmentPages;
import co.litper.cerebro.server.face.start.StartPages;
import co.litper.cerebro.server.face.system.BackupPages;
import co.litper.cerebro.server.face.system.KeyPages;
import co.litper.cerebro.server.face.system.SystemPages;
import co.litper.cerebro.server.face.today.TodayPages;
import co.litper.cerebro.server.http.api.ApiRoutes;
import co.litper.cerebro.server.http.api.Desk;
import co.litper.cerebro.server.http.api.LetterDesk;
import co.litper.cerebro.server.http.api.Proposals;
import co.litper.cerebro.server.http.api.Worklists;
import co.litper.cerebro.server.http.route.ErrorPages;
import co.litper.cerebro.server.http.route.Route;
import co.litper.cerebro.server.livedemo.DemoWorld;
import co.litper.cerebro.server.message.MessageTemplates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every page of the dashboard, with what they share. Thread-safe. */
public final class Face {
    private final Press press;
    private final FaceDesk desk;
    private final LiveFeed feed;
    private final MessageTemplates messages;
    private final LetterDesk letters;
    private final OneBackup backups;
    private final AccessKeys keys;
    private final Optional<DemoWorld> demo;

    /**
     * @param api with which pages share imports on their way, dead letters, and backups
     * @param keys that programs have
     * @param messages texts of messages
     * @param demo the world of a demonstration
     */
    public Face(
            Desk desk,
            ApiRoutes api,
            Users users,
            AccessKeys keys,
            MessageTemplates messages,
            Optional<DemoWorld> demo) {
        this.demo = demo;
        this.press = new Press(demo);
        this.desk = new FaceDesk(
                desk,
                users,
                new Proposals(desk.archives(), desk.in(), desk.clock()),
                new Worklists(desk.archives(), desk.configuration()),
                api.jobs(),
                press);
        this.feed = new LiveFeed(this.desk);
        this.messages = messages;
        this.letters = api.letters();
        this.backups = api.backups();
        this.keys = keys;
        desk.meters().gauge("cerebro.pages.streams.open", "Pages that follow what happens", feed::open);
    }

    /** The pages. */
    public List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        routes.addAll(new TodayPages(desk, feed).routes());
        routes.addAll(new ApprovalPages(desk).routes());
        routes.addAll(new StartPages(desk).routes());
        routes.addAll(new RescuePages(desk).routes());
        routes.addAll(new ShipmentPages(desk).routes());
        routes.addAll(new DecisionPages(desk).routes());
        routes.addAll(new LearningPages(desk).routes());
        routes.addAll(new KnowledgePages(desk).routes());
        routes.addAll(new CarrierPages(desk).routes());
        routes.addAll(new AutonomyPages(desk).routes());
        routes.addAll(new MessagePages(desk, messages).routes());
        routes.addAll(new EventPages(desk, letters).routes());
        routes.addAll(new SystemPages(desk).routes());
        routes.addAll(new KeyPages(desk, keys).routes());
        routes.addAll(new BackupPages(desk, backups).routes());
        routes.addAll(new LoginPages(press, desk.users()).routes());
        demo.ifPresent(world -> routes.addAll(new DemoPages(desk, world).routes()));
        routes.add(feed.route());
        routes.addAll(press.routes());
        return routes;
    }

    /** Tells people of problems. */
    public ErrorPages problems() {
        return press;
    }

    /** What must be told to end before calls can. */
    public List<AutoCloseable> endless() {
        return List.of(feed);
    }
}
