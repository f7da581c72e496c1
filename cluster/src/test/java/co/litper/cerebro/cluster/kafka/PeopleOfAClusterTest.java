package co.litper.cerebro.cluster.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.act.Dispatch;
import co.litper.cerebro.adapters.sqlite.SqliteStore;
import co.litper.cerebro.cluster.PeopleOptions;
import co.litper.cerebro.cluster.SharedPeople;
import co.litper.cerebro.cluster.postgres.PostgresPeopleProvider;
import co.litper.cerebro.cluster.postgres.SharedPostgres;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.PlannedEffect;
import co.litper.cerebro.log.DeadLetters.DeadLetter;
import co.litper.cerebro.log.DeadLetters.Status;
import co.litper.cerebro.server.cli.CommandLineFace;
import co.litper.cerebro.server.cli.Invocation;
import co.litper.cerebro.simulator.record.RecordedWorld;
import co.litper.cerebro.testkit.PostgresServer;
import co.litper.cerebro.vault.Person;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import co.litper.cerebro.world.Clock;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People who moved with an installation are reached by the nodes of its cluster. */
class PeopleOfAClusterTest {
    private static final MerchantId SHOP = new MerchantId("shop");
    private static final Person ANA = new Person("Ana Peña", "3001234567", "Calle 10 # 20-30", "", "");
    private static final Duration WITHIN = Duration.ofMinutes(4);
    private static final int EVENTS = 300;
    private static final int MOST_LETTERS = 10;
    private static final long SEED = 20261128;

    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private HttpServer platform;

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws IOException {
        platform = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        platform.createContext("/", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        platform.start();
        Files.writeString(
                folder.resolve("cerebro.properties"),
                "merchant.id = shop\nchannel.ask_address = whatsapp\nchannel.whatsapp.url = http://127.0.0.1:"
                        + platform.getAddress().getPort() + "/\n");
    }

    @AfterEach
    void stop() {
        platform.stop(0);
    }

    private int run(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--data-dir", folder.toString(), "--lang", "en"));
        return CommandLineFace.run(new Invocation(
                all, Map.of(), new PrintWriter(out, true), new PrintWriter(err, true), false, Clock.system()));
    }

    /** An installation that was stopped, with a customer and a dead letter; returns what the log calls the customer. */
    private PersonRef installation() {
        RecordedWorld world = RecordedWorld.of(new RecordedWorld.Plan(SHOP, SEED, 60, EVENTS, 1, 1));
        try (SqliteStore store = SqliteStore.open(folder, SqliteStore.Options.standard())) {
            store.log().append(world.entries(), world.snapshots());
            PersonRef ana = store.vault().refer(SHOP, ANA.phone());
            store.vault().put(Map.of(ana, ANA));
            store.deadLetters().add(Instant.parse("2026-03-01T12:00:00Z"), "a.csv", 3, "bad date", "x;" + ANA.name());
            return ana;
        }
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + WITHIN.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within %s", WITHIN).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    @Test
    void whoMovedWithAnInstallationIsReachedByANodeAndWhatItRefusesIsKept() throws Exception {
        PersonRef ana = installation();
        Topics topics = new Topics("people-" + SEED, 1, (short) 1);
        String url = SharedPostgres.server().url();
        String[] where = {"--prefix", topics.prefix(), "--postgres", url, "--postgres-user", PostgresServer.USER};

        assertThat(run(with(where, "migrate", "--to", SharedBroker.server().brokers(), "--json")))
                .as("%s", err)
                .isZero();
        assertThat(out.toString()).contains("\"people\":1,\"deadLetters\":1,\"peopleHash\":");

        Thread node = Thread.ofPlatform()
                .start(() -> run(with(
                        where,
                        "node",
                        "--brokers",
                        SharedBroker.server().brokers(),
                        "--shards",
                        "1",
                        "--health-port",
                        "0",
                        "--effects")));
        try (SharedPeople people = new PostgresPeopleProvider()
                .open(new SharedPeople.Address(
                        url, PostgresServer.USER, "", topics.prefix(), folder.resolve("vault.key")))) {
            tell(topics, ana);
            await(() -> !bodies.isEmpty());
            await(() -> refused(people).isPresent());

            assertThat(bodies).singleElement().asString().contains("\"to\":\"+57" + ANA.phone() + "\"", "Ana");
            DeadLetter kept = refused(people).orElseThrow();
            assertThat(kept.source()).isEqualTo(topics.deadLetters() + "-0");
            assertThat(kept.reason()).isNotEmpty();
        } finally {
            node.interrupt();
            node.join();
        }
    }

    private static Optional<DeadLetter> refused(SharedPeople people) {
        return people.deadLetters().list(Status.OPEN, MOST_LETTERS).stream()
                .filter(letter -> letter.payload().equals("no event"))
                .findFirst();
    }

    private static String[] with(String[] where, String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of(where));
        return all.toArray(String[]::new);
    }

    /** An effect on its way out, and an event that is none. */
    private static void tell(Topics topics, PersonRef customer) {
        long effect = PlannedEffect.idOf(Decision.idOf(Shards.firstPosition(0) + EVENTS, 0), 0);
        Dispatch dispatch =
                new Dispatch(effect, SHOP, "guide:1", customer, Action.ASK_ADDRESS, "", Long.MAX_VALUE, "G1");
        try (Producer<byte[], byte[]> producer = SharedBroker.connection().producer("")) {
            producer.send(new ProducerRecord<>(
                    topics.outbox(), 0, JournalRecord.bytes(effect), new OutboxRecord.Dispatched(dispatch).toBytes()));
            producer.send(new ProducerRecord<>(
                    topics.events(), 0, Shards.key(SHOP), "no event".getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void aNodeThatIsNotToldWherePeopleAreSaysSoAndDoesNotStart() {
        assertThat(run("node", "--brokers", "127.0.0.1:1", "--effects")).isEqualTo(2);

        assertThat(err.toString()).contains("'whatsapp'", "--postgres");
    }

    @Test
    void anAddressOfAnotherKindOfDatabaseIsRefused() {
        assertThat(run("node", "--brokers", "127.0.0.1:1", "--effects", "--postgres", "jdbc:mysql://db/x"))
                .isEqualTo(2);

        assertThat(err.toString()).contains("jdbc:postgresql:").doesNotContain(PeopleOptions.PASSWORD);
    }
}
