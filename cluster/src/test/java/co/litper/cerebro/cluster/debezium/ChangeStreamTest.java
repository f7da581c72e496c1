package co.litper.cerebro.cluster.debezium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import co.litper.cerebro.testkit.PostgresServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangeStreamTest {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static @Nullable PostgresServer server;
    private static int shops;

    @TempDir
    private Path folder;

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final List<String> troubles = new CopyOnWriteArrayList<>();
    private String table = "";
    private ShopDatabase shop = new ShopDatabase("", 0, "", "", "", "none", List.of("a.b"));

    @BeforeAll
    static void startServer() {
        if ("true".equals(System.getenv("CI"))) {
            assertThat(PostgresServer.isInstalled())
                    .as("PostgreSQL is installed, as .ci/run does")
                    .isTrue();
        }
        assumeTrue(PostgresServer.isInstalled(), "no PostgreSQL here: apt-get install postgresql");
        server = PostgresServer.start();
    }

    @AfterAll
    static void stopServer() {
        if (server != null) {
            server.close();
        }
    }

    private static PostgresServer server() {
        if (server == null) {
            throw new IllegalStateException("no server");
        }
        return server;
    }

    @BeforeEach
    void makeShop() throws SQLException {
        String name = "shop" + ++shops;
        table = "pedidos" + shops;
        shop = new ShopDatabase(
                "127.0.0.1", server().port(), "postgres", PostgresServer.USER, "", name, List.of("public." + table));
        run("CREATE TABLE " + table + "(id int PRIMARY KEY, guia text, valor numeric(12,2), creado timestamp)");
    }

    private void run(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server().url(), PostgresServer.USER, "");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private void insert(int id) throws SQLException {
        run("INSERT INTO " + table + " VALUES(" + id + ", 'G" + id + "', 59900.50, '2026-03-02 10:00')");
    }

    private void take(List<Change> changes) {
        changes.forEach(c -> told.add(c.kind().wire() + " " + c.row().path("id").asInt()));
    }

    private static void until(BooleanSupplier holds) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("patience").isLessThan(deadline);
            LockSupport.parkNanos(5_000_000);
        }
    }

    private ChangeStream start() {
        return ChangeStream.start(shop, folder, this::take, troubles::add);
    }

    @Test
    void whatStoodThereComesFirstThenEachChangeInItsOrder() throws SQLException {
        insert(1);
        insert(2);
        try (ChangeStream stream = start()) {
            until(() -> told.size() == 2);
            insert(3);
            run("UPDATE " + table + " SET guia = 'X' WHERE id = 1", "DELETE FROM " + table + " WHERE id = 2");
            until(() -> told.size() == 5);

            assertThat(told).containsExactly("stood 1", "stood 2", "inserted 3", "updated 1", "deleted 2");
            assertThat(stream.ended()).isNotDone();
        }
        assertThat(troubles).isEmpty();
    }

    @Test
    void amountsAndMomentsComeAsTextThatMappingsRead() throws SQLException {
        insert(1);
        List<Change> changes = new CopyOnWriteArrayList<>();
        try (ChangeStream stream = ChangeStream.start(shop, folder, changes::addAll, troubles::add)) {
            until(() -> changes.size() == 1);

            Change change = changes.getFirst();
            assertThat(change.table()).isEqualTo("public." + table);
            assertThat(change.row().path("valor").asText()).isEqualTo("59900.50");
            assertThat(change.row().path("creado").asText()).startsWith("2026-03-02T10:00:00");
            assertThat(change.toJson().path("kind").asText()).isEqualTo("stood");
            assertThat(stream.ended()).isNotDone();
        }
    }

    @Test
    void afterAStopItGoesOnAndMissesNothingThatHappenedMeanwhile() throws SQLException {
        insert(1);
        try (ChangeStream stream = start()) {
            until(() -> told.size() == 1);
            insert(2);
            until(() -> told.size() == 2);
        }
        insert(3);
        run("DELETE FROM " + table + " WHERE id = 1");
        told.clear();
        try (ChangeStream stream = start()) {
            until(() -> told.contains("deleted 1"));

            assertThat(told).containsSubsequence("inserted 3", "deleted 1").doesNotContain("stood 1");
        }
    }

    @Test
    void whatTheSinkRefusesIsOfferedAgainAndTold() throws SQLException {
        insert(1);
        boolean[] refused = new boolean[1];
        ChangeSink sink = changes -> {
            if (!refused[0]) {
                refused[0] = true;
                throw new IllegalStateException("answered 503");
            }
            take(changes);
        };
        try (ChangeStream stream = ChangeStream.start(shop, folder, sink, troubles::add)) {
            until(() -> told.size() == 1);
            assertThat(troubles).singleElement().asString().contains("503");
        }
    }

    @Test
    void aColumnThatWentAndOneThatCameAreReported() throws SQLException {
        insert(1);
        try (ChangeStream stream = start()) {
            until(() -> told.size() == 1);
        }
        run("ALTER TABLE " + table + " RENAME COLUMN guia TO numero_de_guia");
        insert(2);
        try (ChangeStream stream = start()) {
            until(() -> told.contains("inserted 2"));

            assertThat(troubles).hasSize(2);
            assertThat(troubles.getFirst()).contains(table, "no column guia any more");
            assertThat(troubles.getLast()).contains("new column numero_de_guia");
        }
    }

    @Test
    void aSlotThatIsGoneIsAnErrorAndNoSilentSnapshot() throws SQLException {
        insert(1);
        try (ChangeStream stream = start()) {
            until(() -> told.size() == 1);
        }
        assertThat(Slot.of(shop).isWhole()).isTrue();
        run("SELECT pg_drop_replication_slot('" + shop.slot() + "')");
        insert(2);

        assertThatThrownBy(this::start).isInstanceOf(SlotLostException.class).hasMessageContaining("deleted meanwhile");
        told.clear();
        try (ChangeStream stream = ChangeStream.startAgain(shop, folder, this::take, troubles::add)) {
            until(() -> told.size() == 2);
            assertThat(told).containsExactly("stood 1", "stood 2");
        }
    }
}
