package co.litper.cerebro.server.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * How a source signs: HMAC-SHA-256 (RFC 2104) over the body, or over time, a dot and the body.
 *
 * @param header lower-case name of the header with the signature
 * @param timeHeader lower-case name of the header with the time, which is signed too; empty if the source tells none
 * @param base64 true for base64, false for hexadecimal digits
 * @param prefix stands before the signature, such as {@code sha256=}; may be empty
 */
record Signature(String header, String timeHeader, boolean base64, String prefix) {
    /** For sources that can be told how to sign. */
    static final Signature OWN = new Signature("x-cerebro-signature", "x-cerebro-timestamp", false, "sha256=");

    private static final String ALGORITHM = "HmacSHA256";
    private static final int LONGEST = 200;
    private static final int MILLISECONDS_FROM = 12;
    private static final byte[] NONE = new byte[0];

    boolean isTimed() {
        return !timeHeader.isEmpty();
    }

    /** The signature that a header tells; empty if it has not the form of one. */
    byte[] read(String text) {
        String stripped = text.strip();
        if (stripped.length() > LONGEST || !stripped.startsWith(prefix)) {
            return NONE;
        }
        String code = stripped.substring(prefix.length());
        try {
            return base64 ? Base64.getDecoder().decode(code) : HexFormat.of().parseHex(code.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return NONE;
        }
    }

    /** The moment that a header tells: epoch seconds or milliseconds, or ISO-8601; empty if none. */
    static Optional<Instant> moment(String text) {
        String stripped = text.strip();
        try {
            if (stripped.matches("[0-9]{1,15}")) {
                long number = Long.parseLong(stripped);
                return Optional.of(
                        stripped.length() >= MILLISECONDS_FROM
                                ? Instant.ofEpochMilli(number)
                                : Instant.ofEpochSecond(number));
            }
            return stripped.length() > LONGEST ? Optional.empty() : Optional.of(Instant.parse(stripped));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /**
     * The code of {@code body} under the secret that made {@code shown}; null if none of them did. Tries all secrets and
     * compares in constant time, so that the time taken tells nothing.
     */
    byte @Nullable [] match(List<String> secrets, String time, byte[] body, byte[] shown) {
        byte[] found = null;
        for (String secret : secrets) {
            byte[] code = code(secret, time, body);
            if (MessageDigest.isEqual(code, shown)) {
                found = code;
            }
        }
        return found;
    }

    /** The code of a body under a secret. */
    byte[] code(String secret, String time, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            if (isTimed()) {
                mac.update(time.getBytes(StandardCharsets.UTF_8));
                mac.update((byte) '.');
            }
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
