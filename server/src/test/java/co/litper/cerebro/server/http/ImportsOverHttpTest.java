package co.litper.cerebro.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.server.demo.DemoColumns;
import co.litper.cerebro.server.demo.DemoExport;
import co.litper.cerebro.server.http.RunningService.Reply;
import co.litper.cerebro.world.Clock;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exports that come in over the network, honest and hostile ones. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportsOverHttpTest {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int GUIDES = 2_000;
    private static final int MOST_LOOKS = 100_000;

    private RunningService service;
    private Path data;

    @BeforeAll
    void start(@TempDir Path folder) {
        data = folder;
        service = RunningService.start(folder);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    private Reply upload(byte[] file) throws IOException, InterruptedException {
        return service.send(service.request("operator", "/api/v1/imports")
                .header("Content-Type", XLSX)
                .POST(BodyPublishers.ofByteArray(file))
                .build());
    }

    /** Looks at a job until it is over; what was read may only grow. */
    private JsonNode awaitEnd(Reply taken) throws IOException, InterruptedException {
        assertThat(taken.status()).as(taken.text()).isEqualTo(202);
        JsonNode job = taken.json();
        long read = 0;
        for (int i = 0;
                i < MOST_LOOKS
                        && List.of("waiting", "running")
                                .contains(job.path("state").asText());
                i++) {
            job = service.get("viewer", taken.header("Location")).json();
            assertThat(job.path("bytesRead").asLong()).isGreaterThanOrEqualTo(read);
            read = job.path("bytesRead").asLong();
        }
        return job;
    }

    @Test
    void anExportIsReadWithProgressAndItsParcelsAreThereAndTheSameAgainChangesNothing() throws Exception {
        ByteArrayOutputStream export = new ByteArrayOutputStream();
        DemoExport.of(7, Clock.system().now(), GUIDES).writeXlsx(export, DemoColumns.ORDERS);

        JsonNode first = awaitEnd(upload(export.toByteArray()));
        assertThat(first.path("state").asText()).as(first.toString()).isEqualTo("done");
        assertThat(first.path("rows").asInt()).isEqualTo(GUIDES);
        assertThat(first.path("events").asInt()).isPositive();
        assertThat(first.path("bytesTotal").asLong()).isPositive();
        assertThat(first.path("bytesRead").asLong())
                .isEqualTo(first.path("bytesTotal").asLong());
        assertThat(service.get("viewer", "/api/v1/kpis")
                        .json()
                        .at("/all/parcels")
                        .asInt())
                .isGreaterThanOrEqualTo(GUIDES);

        JsonNode second = awaitEnd(upload(export.toByteArray()));
        assertThat(second.path("events").asInt()).as(second.toString()).isZero();
        assertThat(second.path("duplicates").asInt()).isEqualTo(GUIDES);
        assertThat(service.get("viewer", "/api/v1/imports").json().path("items").size())
                .isGreaterThanOrEqualTo(2);
        assertThat(service.get("viewer-all", "/api/v1/imports?merchant=vecina")
                        .json()
                        .path("items"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>",
                "<!DOCTYPE a [<!ENTITY b SYSTEM \"http://127.0.0.1:1/\">]>",
                "<!DOCTYPE a [<!ENTITY c \"aaaaaaaaaaaaaaaa\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\">"
                        + "<!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;\"><!ENTITY f \"&e;&e;&e;&e;&e;&e;&e;&e;\">"
                        + "<!ENTITY g \"&f;&f;&f;&f;&f;&f;&f;&f;\"><!ENTITY b \"&g;&g;&g;&g;&g;&g;&g;&g;\">]>",
            })
    void entitiesOfAWorkbookAreNeitherFetchedNorUnfolded(String prologue) throws Exception {
        JsonNode job = awaitEnd(upload(workbook(prologue, "<row><c t=\"inlineStr\"><is><t>&b;</t></is></c></row>")));

        assertThat(job.path("state").asText()).as(job.toString()).isEqualTo("failed");
        assertThat(job.toString()).doesNotContain("root:").doesNotContain("aaaaaaaa");
        assertThat(service.get("", "/health/ready").status()).isEqualTo(200);
    }

    @Test
    void aWorkbookThatUnfoldsWithoutEndIsGivenUpAndItsFileGoes() throws Exception {
        String row = "<row><c t=\"inlineStr\"><is><t>" + " ".repeat(100_000) + "</t></is></c></row>";
        JsonNode job = awaitEnd(upload(workbook("", row.repeat(2_000))));

        assertThat(job.path("state").asText()).as(job.toString()).isEqualTo("failed");
        try (Stream<Path> left = Files.list(data.resolve("uploads"))) {
            assertThat(left).isEmpty();
        }
        assertThat(service.tell(RunningService.issue("after-1", "GA", "3019990000"))
                        .status())
                .isEqualTo(200);
    }

    private static byte[] workbook(String prologue, String rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            part(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\""
                            + "http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
                            + "<sheet name=\"a\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
            part(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                            + "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
                            + "relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            part(
                    zip,
                    "xl/worksheets/sheet1.xml",
                    "<?xml version=\"1.0\"?>" + prologue
                            + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                            + rows + "</sheetData></worksheet>");
        }
        return bytes.toByteArray();
    }

    private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(xml.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
