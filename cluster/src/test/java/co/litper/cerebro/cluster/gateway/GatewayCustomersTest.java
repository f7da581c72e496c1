package co.litper.cerebro.cluster.gateway;

import static co.litper.cerebro.cluster.gateway.FrontDesk.NOW;
import static co.litper.cerebro.cluster.gateway.FrontDesk.node;
import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.cluster.SharedPeople;
import co.litper.cerebro.cluster.gateway.FrontDesk.Reply;
import co.litper.cerebro.cluster.kafka.ClusterNode;
import co.litper.cerebro.cluster.kafka.SharedBroker;
import co.litper.cerebro.cluster.kafka.Topics;
import co.litper.cerebro.cluster.postgres.PostgresOptions;
import co.litper.cerebro.cluster.postgres.PostgresPeopleProvider;
import co.litper.cerebro.cluster.postgres.SharedPostgres;
import co.litper.cerebro.server.http.RunningService;
import co.litper.cerebro.testkit.PostgresServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Customers of a cluster, as people at its gateways see and forget them. */
class GatewayCustomersTest {
    private static final String PHONE = "3001112233";

    @TempDir
    Path folder;

    private static String issue(String id, String guide) {
        return RunningService.issue(id, guide, PHONE, NOW, "76001");
    }

    @Test
    void whoIsErasedAtOneGatewayIsGoneAtEveryOne() throws Exception {
        Topics topics = SharedBroker.installation(1);
        PostgresOptions postgres = SharedPostgres.schema();
        try (SharedPeople people = new PostgresPeopleProvider()
                        .open(new SharedPeople.Address(
                                postgres.url(),
                                PostgresServer.USER,
                                "",
                                postgres.schema(),
                                folder.resolve("vault.key")));
                ClusterNode node = node(SharedBroker.connection(), topics, folder.resolve("node"));
                FrontDesk here = desk(topics, postgres, people, "here");
                FrontDesk there = desk(topics, postgres, people, "there")) {
            assertThat(here.tell(issue("e-1", "8401")).status()).isEqualTo(202);
            people.deadLetters().add(NOW, "a.csv", 3, "bad date", "8401;Ana María");
            people.deadLetters().add(NOW, "a.csv", 4, "bad date", "8402;Luis");
            here.await("/api/v1/shipments/8401");
            there.await("/api/v1/shipments/8401");
            assertThat(there.get("/api/v1/worklist").text()).contains("Ana María", PHONE);
            assertThat(there.get("/api/v1/deadletters").json().path("items")).hasSize(2);
            requireNamesNobody(postgres, "Ana María", PHONE);
            String lookup = "/api/v1/customers/lookup";
            Reply found = there.post(there.gateway().ownerKey(), lookup, "{\"phone\":\"" + PHONE + "\"}");
            String customer =
                    "/api/v1/customers/" + found.json().path("customer").asText();

            Reply proof = there.delete(customer);
            assertThat(proof.status()).as(proof.text()).isEqualTo(200);
            assertThat(proof.json().path("found").asBoolean()).isTrue();
            assertThat(proof.json().path("deadLettersPurged").asInt()).isEqualTo(1);
            assertThat(proof.json().path("verifiedGone").asBoolean()).isTrue();
            for (FrontDesk desk : List.of(here, there)) {
                assertThat(desk.get(customer).json().path("erased").asBoolean()).isTrue();
                assertThat(desk.get(customer).text()).doesNotContain("Ana", PHONE);
                assertThat(desk.get("/api/v1/worklist").text()).doesNotContain("Ana María", PHONE);
                assertThat(desk.get("/api/v1/deadletters").json().path("items"))
                        .singleElement()
                        .satisfies(letter ->
                                assertThat(letter.path("line").asInt()).isEqualTo(4));
                assertThat(desk.post(desk.gateway().ownerKey(), lookup, "{\"phone\":\"" + PHONE + "\"}")
                                .status())
                        .isEqualTo(404);
            }
            assertThat(there.get("/api/v1/audit").text())
                    .contains("eraseCustomer")
                    .doesNotContain(PHONE);
            assertThat(here.tell(issue("e-2", "8402")).status())
                    .as("told again of somebody who was erased")
                    .isEqualTo(202);
            here.await("/api/v1/shipments/8402");
            assertThat(here.get("/api/v1/worklist").text()).contains("8402").doesNotContain("Ana María", PHONE);
            Reply again = here.delete(customer);
            assertThat(again.json().path("found").asBoolean()).as(again.text()).isFalse();
            assertThat(here.delete("/api/v1/customers/" + "0".repeat(32)).status())
                    .isEqualTo(404);
            assertThat(node.isAlive()).isTrue();
        }
    }

    private FrontDesk desk(Topics topics, PostgresOptions postgres, SharedPeople people, String name) {
        return FrontDesk.open(
                SharedBroker.connection(),
                topics,
                postgres,
                folder.resolve(name),
                people.vault(),
                people.deadLetters());
    }

    /** No row of the read tables tells of a person in words. */
    private static void requireNamesNobody(PostgresOptions postgres, String... texts) throws SQLException {
        try (Connection connection = DriverManager.getConnection(postgres.url(), PostgresServer.USER, "");
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery("SELECT format('%I.%I', schemaname, tablename) FROM pg_tables"
                    + " WHERE schemaname = '" + postgres.schema() + "_0'")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            assertThat(tables).isNotEmpty();
            for (String table : tables) {
                for (String text : texts) {
                    String hex = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
                    try (ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + table
                            + " t WHERE t::text LIKE '%" + text + "%' OR t::text LIKE '%" + hex + "%'")) {
                        assertThat(rows.next()).isTrue();
                        assertThat(rows.getInt(1)).as("%s in %s", text, table).isZero();
                    }
                }
            }
        }
    }
}
