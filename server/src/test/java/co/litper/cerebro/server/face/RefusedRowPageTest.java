package co.litper.cerebro.server.face;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.server.http.RunningService;
import co.litper.cerebro.server.http.RunningService.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people see of a row that was refused, from the import to its repair. */
class RefusedRowPageTest {
    private static final String HEADER = "ID,FECHA,NUMERO GUIA,ESTATUS,CIUDAD DE DESTINO,TRANSPORTADORA\n";
    private static final String GOOD = "1,01-03-2026,024000000001,EN TRANSITO,CALI,TCC\n";
    private static final String BAD = "2,99-99-2026,024000000002,EN TRANSITO,PASTO,TCC\n";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int MOST_LOOKS = 100_000;

    @TempDir
    private Path folder;

    /** Imports a file as a person names it; returns the import's id once it is over. */
    private static String load(RunningService service, String name, String text) throws Exception {
        return load(service, name, "text/csv", BodyPublishers.ofString(text));
    }

    private static String load(RunningService service, String name, String type, BodyPublisher file) throws Exception {
        Reply taken = service.send(service.request("operator-all", "/api/v1/imports?name=" + name)
                .header("Content-Type", type)
                .POST(file)
                .build());
        assertThat(taken.status()).as(taken.text()).isEqualTo(202);
        String state = "waiting";
        for (int i = 0; i < MOST_LOOKS && List.of("waiting", "running").contains(state); i++) {
            state = service.get("viewer-all", taken.header("Location"))
                    .json()
                    .path("state")
                    .asText();
        }
        assertThat(state).isEqualTo("done");
        return taken.json().path("id").asText();
    }

    private static String page(RunningService service, String path, String language) throws Exception {
        return service.send(service.request("admin-all", path)
                        .header("Cookie", "lang=" + language)
                        .build())
                .text();
    }

    @Test
    void theImportLeadsToTheRowWhichNamesItsFileItsFieldsAndTheReasonInTheReadersLanguage() throws Exception {
        try (RunningService service = RunningService.start(folder)) {
            String id = load(service, "manana.csv", HEADER + GOOD + BAD);
            String spanish = "fecha es '99-99-2026', un día o una hora que no existe";

            assertThat(page(service, "/start/" + id, "es"))
                    .contains("Fila 3: " + spanish)
                    .contains("<a href=\"/events/letters/1\">Ver y resolver</a>");
            assertThat(page(service, "/events", "es")).contains(spanish).contains("manana.csv");
            String letter = page(service, "/events/letters/1", "es");
            assertThat(letter)
                    .contains("corríjala en manana.csv")
                    .contains(spanish)
                    .contains("<dt>numero de guia</dt><dd>024000000002</dd>")
                    .contains("<dt>ciudad de destino</dt><dd>PASTO</dd>")
                    .contains("<dt>estatus</dt><dd>EN TRANSITO</dd>")
                    .doesNotContain("upload-");
            assertThat(page(service, "/events/letters/1", "en")).contains("a day or hour that does not exist");
        }
    }

    @Test
    void aRowThatComesInLaterClosesItsLetterAndTheSameFileAgainMakesNoSecond() throws Exception {
        try (RunningService service = RunningService.start(folder)) {
            load(service, "manana.csv", HEADER + GOOD + BAD);
            load(service, "manana.csv", HEADER + GOOD + BAD);
            assertThat(page(service, "/events/letters/1", "es")).contains("sin resolver");
            assertThat(page(service, "/events/letters/2", "es")).contains("There is no dead letter with this number.");

            load(service, "corregido.csv", HEADER + GOOD + BAD.replace("99-99", "02-03"));

            assertThat(page(service, "/events/letters/1", "es"))
                    .contains("reparado y recibido")
                    .doesNotContain("sin resolver");
        }
    }

    @Test
    void anotherRowOfTheSameFileAndGuideClosesNothing() throws Exception {
        try (RunningService service = RunningService.start(folder)) {
            load(service, "doble.csv", HEADER + BAD + BAD.replace("99-99", "02-03"));

            assertThat(page(service, "/events/letters/1", "es")).contains("sin resolver");
        }
    }

    @Test
    void thePageWhereAFileIsDroppedGivesAnExampleThatIsReadWithoutAnErrorAndNamesTheColumns() throws Exception {
        try (RunningService service = RunningService.start(folder)) {
            assertThat(page(service, "/start", "es"))
                    .contains("href=\"/example.xlsx\"")
                    .contains("<strong>numero de guia</strong>")
                    .contains("Hacen falta el número de guía o el id de la orden");
            HttpResponse<byte[]> example = service.client()
                    .send(service.request("viewer", "/example.xlsx").build(), BodyHandlers.ofByteArray());
            assertThat(example.statusCode()).isEqualTo(200);

            String id = load(service, "ejemplo.xlsx", XLSX, BodyPublishers.ofByteArray(example.body()));

            JsonNode account =
                    service.get("viewer-all", "/api/v1/imports/" + id).json();
            assertThat(account.path("rows").asInt()).as(account.toString()).isEqualTo(60);
            assertThat(account.path("refused").asInt()).as(account.toString()).isZero();
            assertThat(account.path("events").asInt()).isPositive();
            assertThat(account.path("troubles")).isEmpty();
        }
    }

    @Test
    void wordsThatNobodyKnowsAreToldAndWhatIsOneAgreesWithItsNumber() throws Exception {
        try (RunningService service = RunningService.start(folder)) {
            String id = load(service, "raro.csv", HEADER + GOOD.replace("EN TRANSITO", "QWERTY ASDF"));

            assertThat(page(service, "/start/" + id, "es"))
                    .contains("1 fila · 1 hecho nuevo · 0 repetidos · 0 rechazados")
                    .contains("1 fila tiene un estatus que no se conoce: «QWERTY ASDF».");
            assertThat(page(service, "/start/" + id, "en")).contains("1 row has a status that nobody knows");
        }
    }
}
