package co.litper.cerebro.server.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.event.LogisticsEvent.TrackingUpdated;
import co.litper.cerebro.server.webhook.Verdict.Item;
import co.litper.cerebro.server.webhook.Verdict.Taken;
import co.litper.cerebro.vault.InMemoryVault;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/reference/webhooks.md shows is true. */
class WebhookDocumentTest {
    private static final Path PAGE = Path.of("..", "docs", "reference", "webhooks.md");

    private static String found(String regex) throws IOException {
        Matcher matcher = Pattern.compile(regex, Pattern.DOTALL).matcher(Files.readString(PAGE));
        assertThat(matcher.find()).as(regex).isTrue();
        return matcher.group(1);
    }

    @Test
    void theSignedExampleIsTaken() throws IOException {
        String secret = found("With the secret `([^`]+)`");
        String time = found("X-Cerebro-Timestamp: ([0-9]+)\n");
        String body = found("```json\n([^\n]+)\n```");
        String signature = found("X-Cerebro-Signature: (sha256=[0-9a-f]+)\n");
        WebhookSource source = new WebhookSource("n8n", Sender.MERCHANT, List.of(secret), Sender.mapping("n8n"));
        Webhooks gate = new Webhooks(
                List.of(source),
                Duration.ofMinutes(5),
                InMemoryVault.withRandomSecret()::refer,
                () -> Instant.ofEpochSecond(Long.parseLong(time)));

        Verdict verdict = gate.receive(Sender.delivery(
                "n8n",
                body.getBytes(StandardCharsets.UTF_8),
                Map.of("x-cerebro-timestamp", time, "x-cerebro-signature", signature)));

        assertThat(verdict).isInstanceOf(Taken.class);
        Item.Told told = (Item.Told) ((Taken) verdict).items().getFirst();
        TrackingUpdated scan = (TrackingUpdated) told.accepted().envelope().event();
        // EN RUTA means on the way at Servientrega, and out for delivery at Coordinadora.
        assertThat(scan.state()).isEqualTo(ShipmentState.IN_TRANSIT);
    }

    @Test
    void theMappingThatItShowsIsSound(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("shown.json"), found("```json\n(\\{\n.*?)```"));

        assertThat(Mappings.read(folder)).isInstanceOf(Mappings.Usable.class);
    }
}
