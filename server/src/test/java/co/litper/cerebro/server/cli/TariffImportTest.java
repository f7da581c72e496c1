package co.litper.cerebro.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table of tariffs through the command line, and what it means for the next order. */
class TariffImportTest {
    private static final String EVENT = """
            {"specversion":"1.0","id":"%s","source":"/shop","type":"order.created","merchantid":"tienda","time":"%s","data":{"orderId":"%s","parcel":{"destination":"76001","valueCop":90000,"cod":true}}}
            """;
    private static final String TARIFFS = """
            transportadora,ciudad,departamento,flete,flete devolucion,dias
            TCC,Cali,Valle del Cauca,9000,8000,3
            ENVIA,Cali,Valle del Cauca,30000,8000,3
            TCC,Atlantis Sur,,9000,8000,3
            ENVIA,Cali,Valle del Cauca,14000,8000,3
            """;

    @TempDir
    private Path folder;

    private Terminal terminal = new Terminal(Path.of("."));

    @BeforeEach
    void aMerchantWithHistory() throws IOException {
        terminal = new Terminal(folder.resolve("data"));
        ingest("history.ndjson", EVENT.formatted("h", "2026-01-10T14:00:00Z", "1"));
    }

    private JsonNode ingest(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        return run("ingest", file.toString(), "--json");
    }

    private JsonNode run(String... args) throws IOException {
        assertThat(terminal.run(args)).as(terminal.err).isZero();
        return new ObjectMapper().readTree(terminal.out);
    }

    private JsonNode carrierChoice(String order) throws IOException {
        JsonNode why = run("why", order, "--merchant", "tienda", "--json");
        assertThat(why.path("observed").asBoolean()).as("live").isFalse();
        for (JsonNode choice : why.path("choices")) {
            if (choice.path("question").asText().equals("CARRIER")) {
                return choice;
            }
        }
        throw new AssertionError("no choice of a carrier in " + why);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    private static double value(JsonNode choice, String carrier) {
        for (JsonNode bid : choice.path("bids")) {
            if (bid.path("target").asText().equals(carrier)) {
                return bid.path("valueCop").asDouble();
            }
        }
        throw new AssertionError("no bid for " + carrier + " in " + choice);
    }

    @Test
    void anOrderBeforeAnyTariffIsRankedButNoCarrierIsChosen() throws IOException {
        ingest("live.ndjson", EVENT.formatted("a", "2026-03-10T14:00:00Z", "2"));

        JsonNode choice = carrierChoice("2");

        assertThat(texts(choice.path("guardrails"))).contains("NO_TARIFF");
        assertThat(choice.path("autonomy").asText()).isEqualTo("RECOMMEND");
    }

    @Test
    void anOrderAfterTheTableGetsACarrierByItsFreight() throws IOException {
        JsonNode told = ingest("tarifas.csv", TARIFFS);
        ingest("live.ndjson", EVENT.formatted("a", "2026-03-10T14:00:00Z", "2"));

        JsonNode choice = carrierChoice("2");

        assertThat(told.path("tariffs").asLong()).isEqualTo(2);
        assertThat(told.path("refusals").findValuesAsText("line")).containsExactly("4");
        assertThat(texts(choice.path("guardrails"))).doesNotContain("NO_TARIFF");
        // The models have seen nothing that sets the two apart: what is left is the freight.
        assertThat(value(choice, "TCC") - value(choice, "ENVIA")).isBetween(4_990.0, 5_010.0);
    }

    @Test
    void theSameTableAgainChangesNothingAndACorrectedRowOnlyItself() throws IOException {
        ingest("tarifas.csv", TARIFFS);

        assertThat(ingest("tarifas.csv", TARIFFS).path("tariffs").asLong()).isZero();
        terminal.at(Terminal.NOW.plusSeconds(60));
        assertThat(ingest("corrected.csv", TARIFFS.replace("14000", "15000"))
                        .path("tariffs")
                        .asLong())
                .isEqualTo(1);
    }
}
