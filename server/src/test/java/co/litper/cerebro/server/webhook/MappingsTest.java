package co.litper.cerebro.server.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingsTest {
    @TempDir
    private Path folder;

    private List<String> problems(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
        return ((Mappings.Faulty) Mappings.read(folder)).problems();
    }

    @Test
    void thePackagedOnesAreSound() {
        assertThat(Mappings.read(folder.resolve("missing")))
                .isInstanceOfSatisfying(
                        Mappings.Usable.class,
                        usable -> assertThat(usable.byName()).containsOnlyKeys(Mappings.PACKAGED));
    }

    @Test
    void aFileOfTheFolderTakesThePlaceOfAPackagedOne() throws IOException {
        Files.writeString(
                folder.resolve("dropi.json"),
                "{\"rules\":[{\"type\":\"order.confirmed\",\"data\":{\"orderId\":\"/n\"}}]} // mine");
        Files.writeString(folder.resolve("tienda2.json"), Mappings.packaged("n8n"));

        Mappings.Usable usable = (Mappings.Usable) Mappings.read(folder);

        assertThat(usable.byName()).containsOnlyKeys("chateapro", "dropi", "n8n", "tienda2");
        assertThat(usable.byName().get("dropi")).extracting(Mapping::signature).isEqualTo(Signature.OWN);
    }

    @Test
    void everyProblemIsToldAtOnceWithWhereItStandsAndWhatMayBeMeant() throws IOException {
        List<String> problems = problems("mine.json", """
                {
                  "sginature": {},
                  "each": "orders",
                  "rules": [
                    {"type": "tracking.updatd", "data": {}},
                    {"type": "model.trained", "data": {}},
                    {"when": {"/x": []}, "type": "issue.reported", "data": {
                      "guide": "/g",
                      "reason": {"from": "/r", "words": {"a": "BAD_ADRESS"}},
                      "attempt": {"from": "/a", "otherwise": "one"},
                      "rawReason": {}
                    }},
                    {"type": "order.created", "tipo": 1, "data": {"orderId": "id", "parcel.valueCop": {"is": 1.5}}}
                  ]
                }""");

        assertThat(problems).allMatch(p -> p.startsWith("mine "));
        assertThat(problems)
                .anySatisfy(p -> assertThat(p).contains("/sginature").contains("Maybe 'signature'"));
        assertThat(problems).anySatisfy(p -> assertThat(p).contains("/each").contains("Maybe '/orders'"));
        assertThat(problems).anySatisfy(p -> assertThat(p).contains("/rules/0").contains("Maybe 'tracking.updated'"));
        assertThat(problems).anySatisfy(p -> assertThat(p).contains("/rules/1").contains("not taken from outside"));
        assertThat(problems).anySatisfy(p -> assertThat(p).contains("/rules/2/when/x"));
        assertThat(problems)
                .anySatisfy(p -> assertThat(p).contains("/data/guide:").contains("no such field"));
        assertThat(problems).anySatisfy(p -> assertThat(p).contains("must fill guideNumber"));
        assertThat(problems).anySatisfy(p -> assertThat(p).contains("/words/a").contains("Maybe 'BAD_ADDRESS'"));
        assertThat(problems)
                .anySatisfy(p -> assertThat(p).contains("/attempt/otherwise").contains("not integer"));
        assertThat(problems)
                .anySatisfy(p -> assertThat(p).contains("/rawReason").contains("must have from"));
        assertThat(problems).anySatisfy(p -> assertThat(p).contains("/rules/3/tipo"));
        assertThat(problems).anySatisfy(p -> assertThat(p).contains("/orderId").contains("Maybe '/id'"));
        assertThat(problems).anySatisfy(p -> assertThat(p).contains("valueCop/is"));
    }

    @Test
    void aFileThatIsNoJsonOrBadlyNamedIsTold() throws IOException {
        assertThat(problems("mine.json", "{\"rules\": [")).anyMatch(p -> p.contains("is not JSON"));
        assertThat(problems("Mi Tienda.json", "{}")).anyMatch(p -> p.startsWith("Mi Tienda.json"));
    }
}
