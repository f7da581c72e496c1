package co.litper.cerebro.cluster.debezium;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Delivers changes to a webhook source of an installation, signed as the source's mapping file wants by default: {@code {"changes":
 * […]}}, HMAC-SHA256 of the body as hexadecimal in {@value #HEADER}. An answer means durable; the installation recognises repeats.
 */
public final class SignedPost implements ChangeSink {
    /** Where the signature stands. */
    public static final String HEADER = "X-Cerebro-Signature";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Changes of one delivery: a few hundred kB, below what a webhook may have. */
    private static final int MOST = 200;

    private static final int OK = 200;
    private static final int NOT_OK = 300;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI source;
    private final byte[] secret;
    private final HttpClient client;

    /**
     * A sink that delivers to {@code source}.
     *
     * @param source {@code http://host:port/api/v1/webhooks/NAME}
     * @param secret of that source
     */
    public SignedPost(URI source, byte[] secret) {
        this.source = source;
        this.secret = secret.clone();
        this.client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    }

    @Override
    public void take(List<Change> changes) throws InterruptedException {
        for (int from = 0; from < changes.size(); from += MOST) {
            deliver(changes.subList(from, Math.min(changes.size(), from + MOST)));
        }
    }

    private void deliver(List<Change> changes) throws InterruptedException {
        byte[] body = body(changes);
        HttpRequest request = HttpRequest.newBuilder(source)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header(HEADER, signature(body))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        try {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() < OK || answer.statusCode() >= NOT_OK) {
                throw new IllegalStateException(source + " answered " + answer.statusCode() + ": " + answer.body());
            }
        } catch (IOException e) {
            throw new IllegalStateException(source + " cannot be reached: " + e, e);
        }
    }

    private static byte[] body(List<Change> changes) {
        ObjectNode body = JSON.createObjectNode();
        var list = body.putArray("changes");
        changes.forEach(change -> list.add(change.toJson()));
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("changes cannot be written as JSON", e);
        }
    }

    private String signature(byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HmacSHA256", e);
        }
    }
}
