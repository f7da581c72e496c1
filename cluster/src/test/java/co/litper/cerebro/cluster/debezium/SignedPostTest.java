package co.litper.cerebro.cluster.debezium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.litper.cerebro.cluster.debezium.Change.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignedPostTest {
    private static final byte[] SECRET = "secreto".getBytes(StandardCharsets.UTF_8);

    private final List<byte[]> bodies = new CopyOnWriteArrayList<>();
    private final List<String> signatures = new CopyOnWriteArrayList<>();
    private int status = 202;
    private HttpServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            bodies.add(exchange.getRequestBody().readAllBytes());
            signatures.add(exchange.getRequestHeaders().getFirst(SignedPost.HEADER));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    private SignedPost sink() {
        return new SignedPost(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/v1/webhooks/cdc"), SECRET);
    }

    private static List<Change> changes(int count) {
        return new ArrayList<>(IntStream.range(0, count)
                .mapToObj(i -> new Change(
                        "c" + i,
                        "public.pedidos",
                        Kind.INSERTED,
                        JsonNodeFactory.instance.objectNode().put("id", i),
                        JsonNodeFactory.instance.objectNode(),
                        7))
                .toList());
    }

    @Test
    void everyDeliveryIsSignedAndAllChangesComeInTheirOrder() throws Exception {
        sink().take(changes(450));

        List<Integer> ids = new ArrayList<>();
        for (int i = 0; i < bodies.size(); i++) {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET, "HmacSHA256"));
            assertThat(signatures.get(i)).isEqualTo(HexFormat.of().formatHex(mac.doFinal(bodies.get(i))));
            for (JsonNode change : new ObjectMapper().readTree(bodies.get(i)).path("changes")) {
                ids.add(change.path("row").path("id").asInt());
            }
        }
        assertThat(bodies).hasSizeGreaterThan(1);
        assertThat(ids).isEqualTo(IntStream.range(0, 450).boxed().toList());
    }

    @Test
    void anAnswerThatIsNoYesIsAFailure() {
        status = 429;

        assertThatThrownBy(() -> sink().take(changes(1))).hasMessageContaining("429");
    }
}
