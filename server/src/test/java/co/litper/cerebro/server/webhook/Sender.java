package co.litper.cerebro.server.webhook;

import co.litper.cerebro.vocabulary.MerchantId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Signs as a platform would. */
final class Sender {
    static final String SECRET = "0123456789abcdef-secret";
    static final MerchantId MERCHANT = new MerchantId("principal");

    private Sender() {}

    static Mapping mapping(String name) {
        return switch (Mappings.read(Path.of("nowhere"))) {
            case Mappings.Usable usable ->
                Optional.ofNullable(usable.byName().get(name)).orElseThrow();
            case Mappings.Faulty(List<String> problems) -> throw new AssertionError(problems);
        };
    }

    static WebhookSource source(String name, String... secrets) {
        return new WebhookSource(name, MERCHANT, List.of(secrets), mapping(name));
    }

    /** A delivery of a source that signs its time. */
    static Delivery n8n(String body, Instant at) {
        return n8n(body, at, SECRET);
    }

    static Delivery n8n(String body, Instant at, String secret) {
        String time = String.valueOf(at.getEpochSecond());
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        byte[] code = Signature.OWN.code(secret, time, bytes);
        return delivery(
                "n8n",
                bytes,
                Map.of(
                        "x-cerebro-timestamp",
                        time,
                        "x-cerebro-signature",
                        "sha256=" + HexFormat.of().formatHex(code)));
    }

    /** A delivery of a source that signs the body alone. */
    static Delivery plain(String source, String body) {
        Signature signature = mapping(source).signature();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String code = signature.prefix() + HexFormat.of().formatHex(signature.code(SECRET, "", bytes));
        return delivery(source, bytes, Map.of(signature.header(), code));
    }

    static Delivery delivery(String source, byte[] body, Map<String, String> headers) {
        Map<String, String> kept = new HashMap<>(headers);
        return new Delivery(source, name -> Optional.ofNullable(kept.get(name)), body, "r1");
    }
}
