package co.litper.cerebro.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.server.http.RunningService.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The memory of a running service, filled by itself. */
class RecallOverHttpTest {
    private static final String PHONE = "3001234567";

    @TempDir
    private Path folder;

    private RunningService service;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        service = RunningService.start(folder);
        lost("G1", PHONE);
    }

    @AfterEach
    void close() {
        service.close();
    }

    /** A novedad of a guide that came back for it. */
    private void lost(String guide, String phone) throws IOException, InterruptedException {
        assertThat(service.tell(RunningService.issue("issue-" + guide, guide, phone))
                        .status())
                .isEqualTo(200);
        assertThat(service.tell(RunningService.event(
                                "back-" + guide,
                                "guide.updated",
                                "{\"guideNumber\":\"" + guide
                                        + "\",\"rawStatus\":\"DEVOLUCION\",\"state\":\"RETURNED\"}"))
                        .status())
                .isEqualTo(200);
    }

    /** What is recalled once everything in the log is remembered. */
    private JsonNode recall(String key, String text) throws IOException, InterruptedException {
        service.awaitRemembered();
        Reply reply = service.get(key, "/api/v1/recall?text=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json();
    }

    private String customer() throws IOException, InterruptedException {
        return service.call("POST", "operator", "/api/v1/customers/lookup", "{\"phone\":\"" + PHONE + "\"}")
                .json()
                .path("customer")
                .asText();
    }

    @Test
    void whatCameOfANovedadIsRememberedWithoutAnybodyAsking() throws IOException, InterruptedException {
        JsonNode recalled = recall("viewer", "dirección errada con Envía");

        assertThat(recalled.path("memories")).isNotEmpty();
        assertThat(recalled.at("/memories/0/text").asText()).containsIgnoringCase("dirección errada");
        assertThat(recalled.at("/memories/0/events")).isNotEmpty();
        assertThat(recalled.path("position").asLong())
                .isEqualTo(service.installation().store().log().end() - 1);
    }

    @Test
    void anErasedCustomerIsForgottenWhileTheServiceRunsAndAfterARestart() throws IOException, InterruptedException {
        assertThat(recall("viewer", "dirección errada").path("memories")).isNotEmpty();
        String customer = customer();
        assertThat(graphAroundTheGuide()).contains(customer);

        Reply erased = service.call("DELETE", "admin", "/api/v1/customers/" + customer, "");

        assertThat(erased.status()).as(erased.text()).isEqualTo(200);
        assertThat(erased.json().path("memoriesErased").asInt()).isPositive();
        assertThat(recall("viewer", "dirección errada").path("memories")).isEmpty();
        assertThat(graphAroundTheGuide()).doesNotContain(customer);
        service.close();
        try (var files = Files.walk(folder.resolve("memory"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(customer);
            }
        }
        service = RunningService.start(folder);
        assertThat(recall("viewer", "dirección errada").path("memories")).isEmpty();
        assertThat(graphAroundTheGuide()).doesNotContain(customer);
    }

    private String graphAroundTheGuide() throws IOException, InterruptedException {
        Reply reply = service.get("viewer", "/knowledge/graph?around=GUIDE:G1");
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.text()).contains("G1");
        return reply.text();
    }

    @Test
    void aRestartGoesOnWhereItStoodAndALostFolderIsMadeAgain() throws IOException, InterruptedException {
        JsonNode before = recall("viewer", "dirección errada").path("memories");
        service.close();
        service = RunningService.start(folder);
        lost("G2", "3009876543");
        JsonNode after = recall("viewer", "dirección errada").path("memories");
        assertThat(after).hasSizeGreaterThan(before.size());
        service.close();
        try (var files = Files.list(folder.resolve("memory"))) {
            for (Path file : files.toList()) {
                if (file.getFileName().toString().startsWith("segments")) {
                    Files.writeString(file, "damaged");
                }
            }
        }

        service = RunningService.start(folder);

        assertThat(recall("viewer", "dirección errada").path("memories"))
                .extracting(memory -> memory.path("text").asText())
                .containsExactlyInAnyOrderElementsOf(
                        after.findValues("text").stream().map(JsonNode::asText).toList());
    }

    @Test
    void anotherMerchantRecallsNothing() throws IOException, InterruptedException {
        assertThat(recall("viewer", "dirección errada").path("memories")).isNotEmpty();
        assertThat(service.get("admin-all", "/api/v1/recall?text=direccion&merchant=vecina")
                        .json()
                        .path("memories"))
                .isEmpty();
    }

    @Test
    void whatCannotBeAskedIsRefused() throws IOException, InterruptedException {
        assertThat(service.get("viewer", "/api/v1/recall?text=x&kind=dream").status())
                .isEqualTo(400);
        assertThat(service.get("viewer", "/api/v1/recall?text=x&limit=0").status())
                .isEqualTo(400);
        assertThat(service.get("viewer", "/api/v1/recall?text=" + "a".repeat(2_001))
                        .status())
                .isEqualTo(400);
        assertThat(service.get("viewer", "/api/v1/recall").json().path("memories"))
                .isEmpty();
    }
}
