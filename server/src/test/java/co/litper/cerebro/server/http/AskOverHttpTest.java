package co.litper.cerebro.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.server.http.RunningService.Reply;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions over the network. */
class AskOverHttpTest {
    @TempDir
    private Path folder;

    private RunningService service;

    @BeforeEach
    void open() {
        service = RunningService.start(folder);
    }

    @AfterEach
    void close() {
        service.close();
    }

    private Reply ask(String question) throws IOException, InterruptedException {
        return service.get("viewer", "/api/v1/ask?question=" + URLEncoder.encode(question, StandardCharsets.UTF_8));
    }

    @Test
    void aQuestionIsAnsweredFromWhatWasTold() throws IOException, InterruptedException {
        assertThat(service.tell(RunningService.issue("e1", "G1", "3001234567")).status())
                .isEqualTo(200);
        Reply reply = ask("¿Cuántos envíos tienen novedad?");
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.json().path("answered").asBoolean()).isTrue();
        assertThat(reply.json().at("/steps/0/value").asInt()).isEqualTo(1);
        assertThat(reply.json().at("/steps/1/shipments/0").asText()).isEqualTo("G1");
    }

    @Test
    void tooFewShipmentsAreSaidToBeTooFew() throws IOException, InterruptedException {
        Reply reply = ask("¿Por qué los envíos a Pasto tienen más retrasos?");
        assertThat(reply.json().path("answered").asBoolean()).isFalse();
        assertThat(reply.json().path("reason").asText()).isEqualTo("too_few");
        assertThat(reply.json().path("conclusion").asText()).startsWith("Eso no se puede responder con estos datos");
    }

    @Test
    void withoutAQuestionTheAnswerSaysWhatCanBeAskedAndALongOneIsRefused() throws IOException, InterruptedException {
        assertThat(service.get("viewer", "/api/v1/ask").json().path("reason").asText())
                .isEqualTo("not_understood");
        assertThat(ask("a".repeat(600)).status()).isEqualTo(400);
    }
}
