package co.litper.cerebro.server.http.api;

import co.litper.cerebro.log.DeadLetters;
import co.litper.cerebro.server.Erasing;
import co.litper.cerebro.server.WayIn;
import co.litper.cerebro.server.access.AuditTrail;
import co.litper.cerebro.server.access.Role;
import co.litper.cerebro.server.ask.AskDesk;
import co.litper.cerebro.server.config.Configuration;
import co.litper.cerebro.server.http.HttpService.Self;
import co.litper.cerebro.server.http.observe.Meters;
import co.litper.cerebro.server.http.observe.Trouble;
import co.litper.cerebro.server.http.page.PageRoutes;
import co.litper.cerebro.server.http.route.ApiProblem;
import co.litper.cerebro.server.http.route.Code;
import co.litper.cerebro.server.http.route.Doc;
import co.litper.cerebro.server.http.route.Route;
import co.litper.cerebro.server.memory.MemorySide;
import co.litper.cerebro.server.memory.MemorySides;
import co.litper.cerebro.server.read.Archives;
import co.litper.cerebro.server.webhook.WebhookDesk;
import co.litper.cerebro.vault.Vault;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import co.litper.cerebro.world.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The endpoints of a service in front of a loop that runs elsewhere: it takes events, answers questions about merchants, and says of
 * the rest of the API that it is not there. Thread-safe.
 */
public final class FrontRoutes implements AutoCloseable {
    private static final String API = "/api/v1/";

    /** What {@link ApiRoutes} has and this has not. */
    private static final List<Missing> MISSING = List.of(
            new Missing(Route.Method.GET, API + "backups", Role.ADMIN),
            new Missing(Route.Method.POST, API + "backups", Role.ADMIN),
            new Missing(Route.Method.GET, API + "imports", Role.VIEWER),
            new Missing(Route.Method.POST, API + "imports", Role.OPERATOR),
            new Missing(Route.Method.GET, API + "imports/{import}", Role.VIEWER),
            new Missing(Route.Method.GET, API + "improvements", Role.VIEWER),
            new Missing(Route.Method.PUT, API + "improvements/{number}/{answer}", Role.ADMIN));

    private static final String ELSEWHERE =
            "An installation of one process does it. docs/operating/cluster.md tells what to do meanwhile.";

    private static final Pattern PART = Pattern.compile("\\{([a-z]+)}");

    private final Parts parts;
    private final PeopleDesk people;
    private final EventDesk events;
    private final LetterDesk letters;
    private final DecisionStream stream;
    private final AskDesk asks;
    private final ThinkingRoutes thinking;
    private final Keeper keeper;

    /**
     * What it is made of.
     *
     * @param in where events go
     * @param archives what questions are answered from
     * @param memories what is remembered
     * @param vault the people of events
     * @param letters what webhooks refuse
     * @param webhooks takes deliveries
     * @param audit where acts are written down
     * @param trouble what keeps events from being taken
     */
    public record Parts(
            WayIn in,
            Archives archives,
            MemorySides memories,
            Vault vault,
            DeadLetters letters,
            WebhookDesk webhooks,
            Configuration configuration,
            Clock clock,
            Meters meters,
            Trouble trouble,
            AuditTrail audit) {}

    private record Missing(Route.Method method, String path, Role needed) {
        Route route(String why) {
            Doc doc = Doc.of("no" + method + path.replaceAll("[^A-Za-z]+", "_"), "Not on a cluster", "Not there yet.");
            for (Matcher part = PART.matcher(path); part.find(); ) {
                doc = doc.path(part.group(1), "1", "Not looked at.");
            }
            return new Route(method, path, needed, _ -> refuse(why), doc, Set.of(Route.Trait.ANY_QUERY));
        }

        private static void refuse(String why) {
            throw ApiProblem.of(Code.NOT_ON_A_CLUSTER, why);
        }
    }

    public FrontRoutes(Parts parts) {
        this.parts = parts;
        this.people = new PeopleDesk(parts.vault());
        this.events = new EventDesk(
                new EventDesk.Parts(parts.in(), parts.vault(), people, parts.meters(), parts.trouble(), parts.clock()));
        this.letters = new LetterDesk(parts.letters(), parts.vault(), parts.clock(), events);
        this.stream = new DecisionStream(parts.archives());
        this.asks = new AskDesk(parts.archives(), parts.vault()::isErased);
        this.thinking = new ThinkingRoutes(parts.archives());
        this.keeper = new Keeper(asks, thinking);
    }

    /** The endpoints. */
    public List<Route> all(Self self) {
        Archives archives = parts.archives();
        List<Route> routes = new ArrayList<>();
        routes.add(new EventRoutes(events).route());
        routes.addAll(new DecisionRoutes(archives).routes());
        routes.addAll(new ShipmentRoutes(archives).routes());
        routes.add(stream.route());
        routes.addAll(new WorklistRoutes(archives, parts.configuration(), parts.clock()).routes());
        routes.addAll(new ApprovalRoutes(archives, parts.in(), parts.clock()).routes());
        routes.addAll(new CustomerRoutes(archives, parts.vault(), erasing()).routes());
        routes.addAll(new EffectRoutes(archives, parts.in(), parts.clock()).routes());
        routes.addAll(new KpiRoutes(archives, parts.clock()).routes());
        routes.addAll(new AskRoutes(asks, parts.clock()).routes());
        routes.addAll(thinking.routes());
        routes.addAll(recall());
        routes.addAll(new ControlRoutes(archives, parts.in(), parts.configuration(), parts.clock()).routes());
        routes.addAll(new DeadLetterRoutes(letters).routes());
        routes.addAll(new WebhookRoutes(parts.webhooks(), parts.meters()).routes());
        routes.addAll(new AuditRoutes(parts.audit()).routes());
        routes.addAll(PageRoutes.all());
        routes.addAll(HealthRoutes.of(self, parts.trouble(), parts.meters()));
        MISSING.forEach(missing -> routes.add(missing.route(ELSEWHERE)));
        return routes;
    }

    /** Read tables, journals and outboxes name customers by reference only: but for memories nothing else tells of them. */
    private Erasing erasing() {
        return new Erasing(parts.vault(), parts.letters(), this::forget, parts.clock());
    }

    private int forget(MerchantId merchant, PersonRef customer) throws InterruptedException {
        asks.forget();
        return switch (parts.memories()) {
            case MemorySides.Kept(Function<MerchantId, MemorySide> of) ->
                of.apply(merchant).erase(customer);
            case MemorySides.Absent _ -> 0;
        };
    }

    private List<Route> recall() {
        return switch (parts.memories()) {
            case MemorySides.Kept(Function<MerchantId, MemorySide> of) -> new RecallRoutes(of, parts.clock()).routes();
            case MemorySides.Absent(String why) ->
                List.of(new Missing(Route.Method.GET, API + "recall", Role.VIEWER).route(why));
        };
    }

    /** What must be told to end before calls can. */
    public List<AutoCloseable> endless() {
        return List.of(stream);
    }

    /** Ends what runs beside the calls; call when none is being served any more. */
    @Override
    public void close() {
        people.close();
        keeper.close();
        asks.close();
    }
}
