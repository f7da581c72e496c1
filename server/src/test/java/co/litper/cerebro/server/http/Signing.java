package co.litper.cerebro.server.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs deliveries as docs/reference/webhooks.md says. */
public final class Signing {
    private Signing() {}

    /** The signature of a body at a time, with the secret of these tests. */
    public static String hex(String time, String body) throws GeneralSecurityException {
        return hex(time, body, RunningService.SECRET);
    }

    static String hex(String time, String body, String secret) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal((time + "." + body).getBytes(StandardCharsets.UTF_8)));
    }
}
