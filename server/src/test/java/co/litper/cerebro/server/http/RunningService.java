package co.litper.cerebro.server.http;

import co.litper.cerebro.act.Channel;
import co.litper.cerebro.adapters.sqlite.SqliteAccess;
import co.litper.cerebro.adapters.sqlite.SqliteStore;
import co.litper.cerebro.server.Installation;
import co.litper.cerebro.server.Service;
import co.litper.cerebro.server.access.AccessKeys;
import co.litper.cerebro.server.access.AuditTrail;
import co.litper.cerebro.server.access.Caller;
import co.litper.cerebro.server.access.Role;
import co.litper.cerebro.server.access.Users;
import co.litper.cerebro.server.config.Configuration;
import co.litper.cerebro.server.config.Wiring;
import co.litper.cerebro.server.http.observe.ServiceLog;
import co.litper.cerebro.server.webhook.Mapping;
import co.litper.cerebro.server.webhook.Mappings;
import co.litper.cerebro.server.webhook.WebhookSource;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.world.Clock;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** A service in this process at a port of its own, with a key for each role, and a client for it. */
public final class RunningService implements AutoCloseable {
    private static final Duration REMEMBERED_WITHIN = Duration.ofMinutes(2);

    public static final MerchantId MERCHANT = new MerchantId("principal");
    public static final MerchantId OTHER = new MerchantId("vecina");

    public static final String SECRET = "a secret of the tests";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Installation installation;
    private final SqliteAccess access;
    private final AccessKeys keys;
    private final Users users;
    private final Service service;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** What came back. */
    public record Reply(int status, JsonNode json, String text, HttpResponse<String> raw) {
        public String code() {
            return json.path("code").asText();
        }

        public String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }
    }

    /**
     * What a service is started with.
     *
     * @param configuration of which the address counts for nothing
     * @param disk between store and disk
     * @param channel of every action, or empty for the configuration's
     * @param ownKeys true to ask for the keys that are in the folder, false for those of {@link #gate}
     */
    public record Start(
            Path folder,
            HttpOptions options,
            Configuration configuration,
            Clock clock,
            SqliteStore.ConnectionWrapper disk,
            Optional<Channel> channel,
            boolean ownKeys) {
        public static Start in(Path folder) {
            return new Start(
                    folder,
                    RunningService.options().withCallsPerSecond(0),
                    Configuration.defaults(),
                    Clock.system(),
                    SqliteStore.Options.standard().wrapper(),
                    Optional.empty(),
                    false);
        }

        public Start options(HttpOptions other) {
            return new Start(folder, other, configuration, clock, disk, channel, ownKeys);
        }

        public Start configuration(Configuration other) {
            return new Start(folder, options, other, clock, disk, channel, ownKeys);
        }

        public Start clock(Clock other) {
            return new Start(folder, options, configuration, other, disk, channel, ownKeys);
        }

        public Start disk(SqliteStore.ConnectionWrapper other) {
            return new Start(folder, options, configuration, clock, other, channel, ownKeys);
        }

        public Start channel(Channel other) {
            return new Start(folder, options, configuration, clock, disk, Optional.of(other), ownKeys);
        }

        public Start withOwnKeys() {
            return new Start(folder, options, configuration, clock, disk, channel, true);
        }
    }

    public RunningService(Start start) {
        ServiceLog.silence();
        Configuration configuration = start.configuration();
        SqliteStore.Options store = Wiring.storeOptions(configuration, start.clock());
        installation = Installation.open(setup(start));
        access = SqliteAccess.open(start.folder(), store);
        keys = new AccessKeys(access, start.clock());
        users = new Users(access, start.clock());
        service = Service.start(
                start.options(),
                new Service.Parts(
                        installation,
                        start.folder(),
                        store,
                        configuration,
                        start.clock(),
                        start.ownKeys() ? keys::admit : RunningService::gate,
                        new AuditTrail(access, start.clock()),
                        users,
                        keys,
                        false,
                        List.of(source()),
                        Optional.empty()));
    }

    private static Installation.Setup setup(Start start) {
        Installation.Setup usual = Wiring.setup(start.configuration(), start.folder(), start.clock())
                .withConnections(start.disk());
        return start.channel()
                .map(channel -> new Installation.Setup(
                        usual.folder(),
                        usual.storeOptions(),
                        usual.clock(),
                        Map.of(),
                        channel,
                        usual.contactWindow(),
                        usual.deadlines(),
                        usual.seed()))
                .orElse(usual);
    }

    /** The keys that are in the folder. */
    public AccessKeys keys() {
        return keys;
    }

    /** Who may sign in. */
    public Users users() {
        return users;
    }

    /** The link by which the first user is made. */
    public Optional<URI> firstDoor() {
        return service.firstDoor();
    }

    public static RunningService start(Path folder) {
        return new RunningService(Start.in(folder));
    }

    public static RunningService start(Path folder, HttpOptions options) {
        return new RunningService(Start.in(folder).options(options));
    }

    /** Of a service that stops after its clients. */
    public static HttpOptions options() {
        return HttpOptions.of(Configuration.defaults()).at("127.0.0.1", 0).withoutFarewell();
    }

    /** Waits until everything in the log is remembered, which on a busy machine takes longer than an answer waits. */
    public void awaitRemembered() throws IOException, InterruptedException {
        long through = installation().store().log().end() - 1;
        long deadline = System.nanoTime() + REMEMBERED_WITHIN.toNanos();
        while (get("viewer", "/api/v1/recall?text=x").json().path("position").asLong() < through) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the memory is behind the log after " + REMEMBERED_WITHIN);
            }
        }
    }

    /** Keys are {@code viewer}, {@code operator} and {@code admin}, with {@code -all} for every merchant. */
    private static AccessKeys.Admission gate(String key, String address) {
        for (Role role : Role.values()) {
            String name = role.name().toLowerCase(Locale.ROOT);
            if (key.equals(name)) {
                return new AccessKeys.Granted(new Caller("k-" + name, name, role, Optional.of(MERCHANT)));
            }
            if (key.equals(name + "-all")) {
                return new AccessKeys.Granted(new Caller("ka-" + name, name, role, Optional.empty()));
            }
        }
        return new AccessKeys.Denied("unknown");
    }

    /** Signs as n8n does in these tests. */
    public static WebhookSource source() {
        return switch (Mappings.read(Path.of("no-such-folder"))) {
            case Mappings.Usable(Map<String, Mapping> byName) ->
                new WebhookSource(
                        "n8n", MERCHANT, List.of(SECRET), Objects.requireNonNull(byName.get("n8n"), "mapping n8n"));
            case Mappings.Faulty(List<String> problems) -> throw new IllegalStateException(problems.toString());
        };
    }

    public Installation installation() {
        return installation;
    }

    public URI address() {
        return service.address();
    }

    /** What the server really listens to, as {@code METHOD /path}. */
    public Set<String> registered() {
        return service.registered();
    }

    public HttpClient client() {
        return client;
    }

    public HttpRequest.Builder request(String key, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(service.address() + path.substring(1)))
                .timeout(Duration.ofSeconds(30));
        return key.isEmpty() ? request : request.header("Authorization", "Bearer " + key);
    }

    public Reply send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> raw = client.send(request, BodyHandlers.ofString());
        String type = raw.headers().firstValue("Content-Type").orElse("");
        return new Reply(
                raw.statusCode(),
                type.contains("json") ? JSON.readTree(raw.body()) : JSON.missingNode(),
                raw.body(),
                raw);
    }

    public Reply get(String key, String path) throws IOException, InterruptedException {
        return send(request(key, path).build());
    }

    public Reply call(String method, String key, String path, String body) throws IOException, InterruptedException {
        return send(request(key, path)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build());
    }

    public Reply post(String key, String path, String type, String body, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(key, path).POST(BodyPublishers.ofString(body));
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        headers.forEach(request::header);
        return send(request.build());
    }

    /** Tells an event as an integrator does. */
    public Reply tell(String event) throws IOException, InterruptedException {
        return post("operator", "/api/v1/events", "application/cloudevents+json", event, Map.of());
    }

    /** A novedad of a guide, reported now. */
    public static String issue(String id, String guide, String phone) {
        return issue(id, guide, phone, Clock.system().now(), "");
    }

    /** A novedad of a guide to a city, by its DANE code or empty, reported at a moment. */
    public static String issue(String id, String guide, String phone, Instant at, String city) {
        return event(
                id,
                "guide.updated",
                "{\"guideNumber\":\"" + guide + "\",\"orderId\":\"O" + guide
                        + "\",\"rawStatus\":\"NOVEDAD\",\"state\":\"ISSUE\",\"rawIssue\":\"DIRECCION ERRADA\","
                        + "\"issue\":\"BAD_ADDRESS\",\"parcel\":{\"customer\":{\"phone\":\"" + phone
                        + "\",\"name\":\"Ana María\"},\"valueCop\":90000,\"cod\":true,\"carrier\":\"ENVIA\""
                        + (city.isEmpty() ? "" : ",\"destination\":\"" + city + "\"") + "}}",
                at);
    }

    public static String event(String id, String type, String data) {
        return event(id, type, data, Clock.system().now());
    }

    public static String event(String id, String type, String data, Instant at) {
        return "{\"specversion\":\"1.0\",\"id\":\"" + id + "\",\"source\":\"/prueba\",\"type\":\"" + type
                + "\",\"time\":\"" + at + "\",\"data\":" + data + "}";
    }

    @Override
    public void close() {
        service.close();
        installation.close();
        access.close();
    }
}
