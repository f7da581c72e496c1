package co.litper.cerebro.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.server.http.RunningService.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shipments found by what people write, and that the erased are found no more, in no list and in no file. */
class SearchOverHttpTest {
    private static final String PHONE = "3004567890";

    @TempDir
    private Path folder;

    private static List<String> found(RunningService service, String text) throws Exception {
        Reply reply = service.post(
                "operator", "/api/v1/shipments/search", "application/json", "{\"text\":\"" + text + "\"}", Map.of());
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json().path("items").findValuesAsText("guide");
    }

    @Test
    void ashipmentIsFoundByAllThatPeopleWrite() throws Exception {
        try (RunningService service = RunningService.start(folder)) {
            service.tell(RunningService.issue("s-1", "G771", PHONE));
            service.tell(RunningService.issue("s-2", "G772", "3009999999"));

            for (String text : List.of("G771", PHONE, "+57 300 456 7890", "OG771", "envia g771")) {
                assertThat(found(service, text)).as(text).containsExactly("G771");
            }
            assertThat(found(service, "ana maría")).containsExactly("G772", "G771");
            assertThat(found(service, "g77 envia")).containsExactly("G772", "G771");
            assertThat(found(service, "tcc ana")).isEmpty();
        }
    }

    @Test
    void theListTakesPartsTogetherAndGoesOnWhereItStopped() throws Exception {
        try (RunningService service = RunningService.start(folder)) {
            for (int i = 0; i < 7; i++) {
                service.tell(RunningService.issue("l-" + i, "G88" + i, "300111000" + i));
            }
            Reply first = service.get("viewer", "/api/v1/shipments?state=ISSUE&open=true&carrier=ENVIA&limit=4");
            Reply second = service.get(
                    "viewer",
                    "/api/v1/shipments?state=ISSUE&open=true&carrier=ENVIA&limit=4&cursor="
                            + first.json().path("next").asText());

            assertThat(first.json().path("items").findValuesAsText("guide"))
                    .containsExactly("G886", "G885", "G884", "G883");
            assertThat(second.json().path("items").findValuesAsText("guide")).containsExactly("G882", "G881", "G880");
            assertThat(second.json().has("next")).isFalse();
            assertThat(service.get("viewer", "/api/v1/shipments?city=05001")
                            .json()
                            .path("items"))
                    .isEmpty();
        }
    }

    @Test
    void ofTheErasedNothingIsFoundAndNoByteIsLeft() throws Exception {
        try (RunningService service = RunningService.start(folder)) {
            service.tell(RunningService.issue("e-1", "G991", PHONE));
            service.tell(RunningService.issue("e-2", "G992", "3005550000"));
            String customer = service.get("operator", "/api/v1/shipments/G991")
                    .json()
                    .path("customer")
                    .asText();
            assertThat(found(service, "ana maria")).contains("G991");

            assertThat(service.call("DELETE", "admin", "/api/v1/customers/" + customer, "")
                            .status())
                    .isEqualTo(200);

            assertThat(found(service, "ana maria")).containsExactly("G992");
            assertThat(found(service, "ana")).containsExactly("G992");
            for (String phone : List.of(PHONE, "+57 300 456 7890", PHONE + " envia", "g991 " + PHONE)) {
                assertThat(found(service, phone)).as(phone).isEmpty();
            }
            assertThat(lookup(service, PHONE).code()).isEqualTo("not-found");
            assertThat(lookup(service, "3005550000").status()).isEqualTo(200);
            assertThat(service.post(
                                    "operator",
                                    "/shipments",
                                    "application/x-www-form-urlencoded",
                                    "text=" + PHONE,
                                    Map.of())
                            .text())
                    .contains("Ningún envío")
                    .doesNotContain("G991");
            requireAbsent(PHONE);
        }
        requireAbsent(PHONE);
        requireAbsent("ANA MARIA");
    }

    private static Reply lookup(RunningService service, String phone) throws Exception {
        return service.call("POST", "operator", "/api/v1/customers/lookup", "{\"phone\":\"" + phone + "\"}");
    }

    @Test
    void aNewShipmentDoesNotMakeTheErasedFoundAgain() throws Exception {
        try (RunningService service = RunningService.start(folder)) {
            service.tell(RunningService.issue("n-1", "G981", PHONE));
            String customer = service.get("operator", "/api/v1/shipments/G981")
                    .json()
                    .path("customer")
                    .asText();
            service.call("DELETE", "admin", "/api/v1/customers/" + customer, "");
            service.tell(RunningService.issue("n-2", "G982", PHONE));

            assertThat(found(service, PHONE)).isEmpty();
            assertThat(found(service, "ana maria")).isEmpty();
            assertThat(found(service, "G982")).containsExactly("G982");
        }
    }

    private void requireAbsent(String text) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(text);
            }
        }
    }
}
