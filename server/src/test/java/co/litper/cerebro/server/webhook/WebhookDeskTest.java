package co.litper.cerebro.server.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.litper.cerebro.adapters.sqlite.SqliteStore;
import co.litper.cerebro.host.Answer;
import co.litper.cerebro.log.DeadLetters;
import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.server.Installation;
import co.litper.cerebro.server.WayIn;
import co.litper.cerebro.server.config.Configuration;
import co.litper.cerebro.server.config.Wiring;
import co.litper.cerebro.server.webhook.WebhookDesk.Kept;
import co.litper.cerebro.server.webhook.WebhookDesk.Known;
import co.litper.cerebro.server.webhook.WebhookDesk.Outcome;
import co.litper.cerebro.server.webhook.WebhookDesk.Rejected;
import co.litper.cerebro.vault.Vault;
import co.litper.cerebro.world.Clock;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhookDeskTest {
    private static final Instant NOW = Instant.parse("2026-03-10T15:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW);
    private static final String ORDER =
            "{\"evento\":\"pedido creado\",\"pedido\":\"P1\",\"telefono\":\"3001234567\",\"nombre\":\"Ana\",\"ciudad\":\"Cali\","
                    + "\"valor\":90000,\"contraentrega\":\"si\"}";

    @TempDir
    private Path folder;

    private Installation open(SqliteStore.ConnectionWrapper disk) {
        return Installation.open(
                Wiring.setup(Configuration.defaults(), folder, CLOCK).withConnections(disk));
    }

    private Installation open() {
        return open(SqliteStore.Options.standard().wrapper());
    }

    private static WebhookDesk desk(Installation installation) {
        Vault vault = installation.store().vault();
        Webhooks gate =
                new Webhooks(List.of(Sender.source("n8n", Sender.SECRET)), Duration.ofMinutes(5), vault::refer, CLOCK);
        return new WebhookDesk(
                gate, WayIn.of(installation.host()), vault, installation.store().deadLetters(), CLOCK);
    }

    @Test
    void anEventIsDurableAndItsPersonInTheVaultWhenItIsAnswered() throws InterruptedException {
        try (Installation installation = open()) {
            Kept kept = (Kept) desk(installation).take(Sender.n8n(ORDER, NOW));

            assertThat(kept.answers())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            WayIn.Met.class, met -> assertThat(met.answer()).isInstanceOf(Answer.Recorded.class));
            Vault vault = installation.store().vault();
            assertThat(vault.find(vault.refer(Sender.MERCHANT, "3001234567")))
                    .hasValueSatisfying(person -> assertThat(person.name()).isEqualTo("Ana"));
        }
    }

    @Test
    void aBreachIsADeadLetterWithItsSource() throws InterruptedException {
        try (Installation installation = open()) {
            Kept kept = (Kept) desk(installation).take(Sender.n8n("{\"evento\":\"rastreo\"}", NOW));

            DeadLetters.DeadLetter letter = installation
                    .store()
                    .deadLetters()
                    .find(kept.letters().getFirst())
                    .orElseThrow();
            assertThat(letter.source()).isEqualTo("webhook:n8n");
            assertThat(letter.reason()).contains("guideNumber");
            assertThat(kept.answers()).isEmpty();
        }
    }

    @Test
    void aReplayIsRefusedAndAfterARestartTheLogKnowsIt() throws InterruptedException {
        Delivery delivery = Sender.n8n(ORDER, NOW);
        try (Installation installation = open()) {
            WebhookDesk desk = desk(installation);
            desk.take(delivery);
            assertThat(desk.take(delivery))
                    .isInstanceOfSatisfying(
                            Rejected.class, r -> assertThat(r.reason()).isEqualTo(Verdict.Reason.REPLAYED));
        }
        try (Installation installation = open()) {
            long end = installation.store().log().end();

            Outcome outcome = desk(installation).take(delivery);

            assertThat(((Kept) outcome).answers()).containsExactly(new WayIn.Met(new Answer.Duplicate()));
            assertThat(installation.store().log().end()).isEqualTo(end);
        }
    }

    @Test
    void whatAFullDiskRefusedMayComeAgain() throws InterruptedException {
        Delivery delivery = Sender.n8n(ORDER, NOW);
        open().close();
        boolean[] full = {true};
        SqliteStore.ConnectionWrapper disk = (path, purpose, connection) -> {
            if (full[0] && purpose == SqliteStore.Purpose.WRITE && path.endsWith("people.db")) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("PRAGMA max_page_count = 1");
                } catch (SQLException e) {
                    throw new AssertionError(e);
                }
            }
            return connection;
        };
        try (Installation installation = open(disk)) {
            WebhookDesk desk = desk(installation);
            StringBuilder people = new StringBuilder("{\"eventos\":[");
            for (int i = 0; i < 400; i++) {
                people.append(i == 0 ? "" : ",")
                        .append(ORDER.replace("P1", "P" + i).replace("3001234567", String.valueOf(3_001_000_000L + i)));
            }
            Delivery large = Sender.n8n(people.append("]}").toString(), NOW);

            assertThatThrownBy(() -> desk.take(large)).isInstanceOf(StoreException.class);
            assertThatThrownBy(() -> desk.take(large)).as("not called a replay").isInstanceOf(StoreException.class);
            assertThat(installation.store().log().end())
                    .as("no event without its person")
                    .isEqualTo(1);
        }
        full[0] = false;
        try (Installation installation = open(disk)) {
            assertThat(desk(installation).take(delivery)).isInstanceOf(Kept.class);
        }
    }

    @Test
    void aSourceWithoutTimeIsToldThatWeKnowItAlready() throws InterruptedException {
        try (Installation installation = open()) {
            Vault vault = installation.store().vault();
            Webhooks gate = new Webhooks(
                    List.of(Sender.source("dropi", Sender.SECRET)), Duration.ofMinutes(5), vault::refer, CLOCK);
            WebhookDesk desk = new WebhookDesk(
                    gate,
                    WayIn.of(installation.host()),
                    vault,
                    installation.store().deadLetters(),
                    CLOCK);
            Delivery delivery = Sender.plain("dropi", "{\"order\":{\"id\":1,\"status\":\"ENTREGADO\"}}");

            assertThat(desk.take(delivery)).isInstanceOf(Kept.class);
            assertThat(desk.take(delivery)).isEqualTo(new Known());
        }
    }
}
