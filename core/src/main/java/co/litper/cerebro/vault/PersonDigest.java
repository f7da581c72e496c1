package co.litper.cerebro.vault;

import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes references of phones: the first 128 bits of HMAC-SHA-256 (RFC 2104) over merchant, a zero byte and phone, under
 * the vault's secret. Every vault uses it, so that a customer keeps the reference when the store changes.
 *
 * <p>The secret must stay secret: there are only 10^10 phones, and whoever knows it can try them all. Thread-safe.
 */
public final class PersonDigest {
    /** Bytes below which a secret could be guessed. */
    public static final int MIN_SECRET_BYTES = 16;

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEPT_BYTES = 16;

    private final SecretKeySpec key;

    /**
     * A digest under {@code secret}, which is copied.
     *
     * @throws IllegalArgumentException if it has less than {@link #MIN_SECRET_BYTES} bytes
     */
    public PersonDigest(byte[] secret) {
        if (secret.length < MIN_SECRET_BYTES) {
            throw new IllegalArgumentException(
                    "secret must have at least " + MIN_SECRET_BYTES + " bytes, has " + secret.length);
        }
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    /** The reference of the customer of {@code merchant} with this phone; {@link PersonRef#NONE} for an empty phone. */
    public PersonRef refer(MerchantId merchant, String phone) {
        if (phone.isEmpty()) {
            return PersonRef.NONE;
        }
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(merchant.value().getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            byte[] digest = mac.doFinal(phone.getBytes(StandardCharsets.UTF_8));
            return new PersonRef(HexFormat.of().formatHex(digest, 0, KEPT_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
