package co.litper.cerebro.server.http.api;

import co.litper.cerebro.log.DeadLetters;
import co.litper.cerebro.server.backup.OneBackup;
import co.litper.cerebro.server.http.HttpService.Self;
import co.litper.cerebro.server.http.page.PageRoutes;
import co.litper.cerebro.server.http.route.Route;
import java.util.ArrayList;
import java.util.List;

/** Every endpoint of the API, with what they share. Thread-safe. */
public final class ApiRoutes implements AutoCloseable {
    private final Desk desk;
    private final PeopleDesk people;
    private final EventDesk events;
    private final LetterDesk letters;
    private final OneBackup backups;
    private final DecisionStream stream;
    private final ImportJobs jobs;
    private final ThinkingRoutes thinking;
    private final Keeper keeper;

    public ApiRoutes(Desk desk) {
        this.desk = desk;
        this.people = new PeopleDesk(desk.installation().store().vault());
        this.events = new EventDesk(new EventDesk.Parts(
                desk.in(), desk.installation().store().vault(), people, desk.meters(), desk.trouble(), desk.clock()));
        this.letters = new LetterDesk(
                desk.installation().store().deadLetters(),
                desk.installation().store().vault(),
                desk.clock(),
                events);
        this.backups = new OneBackup(desk.backups(), desk.shelf());
        this.stream = new DecisionStream(desk.archives());
        this.jobs = new ImportJobs(desk);
        this.thinking = new ThinkingRoutes(desk.archives());
        this.keeper = new Keeper(desk.asks(), thinking);
        desk.meters().gauge("cerebro.streams.open", "Streams of decisions that are open", stream::open);
        desk.meters()
                .gauge(
                        "cerebro.deadletters.open",
                        "Dead letters that are unresolved",
                        () -> desk.installation().store().deadLetters().count(DeadLetters.Status.OPEN));
    }

    /** The endpoints. */
    public List<Route> all(Self self) {
        List<Route> routes = new ArrayList<>();
        routes.add(new EventRoutes(events).route());
        routes.addAll(new DecisionRoutes(desk.archives()).routes());
        routes.addAll(new ShipmentRoutes(desk.archives()).routes());
        routes.add(stream.route());
        routes.addAll(new WorklistRoutes(desk.archives(), desk.configuration(), desk.clock()).routes());
        routes.addAll(new ApprovalRoutes(desk.archives(), desk.in(), desk.clock()).routes());
        routes.addAll(
                new CustomerRoutes(desk.archives(), desk.installation().store().vault(), desk.erasing()).routes());
        routes.addAll(new EffectRoutes(desk.archives(), desk.in(), desk.clock()).routes());
        routes.addAll(new KpiRoutes(desk.archives(), desk.clock()).routes());
        routes.addAll(new AskRoutes(desk.asks(), desk.clock()).routes());
        routes.addAll(new RecallRoutes(_ -> desk.memory(), desk.clock()).routes());
        routes.addAll(thinking.routes());
        routes.addAll(new ControlRoutes(desk.archives(), desk.in(), desk.configuration(), desk.clock()).routes());
        routes.addAll(new ImprovementRoutes(desk).routes());
        routes.addAll(new DeadLetterRoutes(letters).routes());
        routes.addAll(new ImportRoutes(desk, jobs).routes());
        routes.addAll(new BackupRoutes(backups).routes());
        routes.addAll(new AuditRoutes(desk.audit()).routes());
        routes.addAll(new WebhookRoutes(desk.webhooks(), desk.meters()).routes());
        routes.addAll(PageRoutes.all());
        routes.addAll(HealthRoutes.of(self, desk.trouble(), desk.meters()));
        return routes;
    }

    /** What people do about dead letters. */
    public LetterDesk letters() {
        return letters;
    }

    /** Makes backups that are asked for from afar. */
    public OneBackup backups() {
        return backups;
    }

    /** Imports on their way. */
    public ImportJobs jobs() {
        return jobs;
    }

    /** What must be told to end before calls can. */
    public List<AutoCloseable> endless() {
        return List.of(stream);
    }

    /** Ends what runs beside the calls; call when none is being served any more. */
    @Override
    public void close() {
        jobs.close();
        people.close();
        keeper.close();
        desk.asks().close();
    }
}
