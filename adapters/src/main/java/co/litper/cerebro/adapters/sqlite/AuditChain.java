package co.litper.cerebro.adapters.sqlite;

import co.litper.cerebro.adapters.sqlite.SqliteAccess.Act;
import co.litper.cerebro.world.WireWriter;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Links each act of the audit trail to the one before it: HMAC-SHA-256 (RFC 2104) over the link before it and the act,
 * under a key derived from {@code vault.key}. Whoever changes, removes or inserts an act without that key breaks the
 * chain; the seal over number and link of the last act shows when the end was cut off. After B. Schneier and J. Kelsey,
 * Secure Audit Logs to Support Computer Forensics, ACM TISSEC, 1999, without their evolving keys: whoever holds {@code
 * vault.key} can write another history, so that the head is worth noting elsewhere. Thread-safe.
 */
final class AuditChain {
    static final int LINK_BYTES = 32;

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    AuditChain(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** What stands before the first act. */
    static byte[] beginning() {
        return new byte[LINK_BYTES];
    }

    /** The link of act {@code number}, which follows the link {@code before}. */
    byte[] link(byte[] before, long number, Act act) {
        return mac(new WireWriter()
                .bytes(before)
                .varint(number)
                .varint(act.at().toEpochMilli())
                .text(act.actor())
                .text(act.what())
                .text(act.target())
                .text(act.result())
                .text(act.correlation())
                .toBytes());
    }

    /** Stands for "there are {@code count} acts, and {@code last} is the link of the last". */
    byte[] seal(long count, byte[] last) {
        return mac(new WireWriter().text("head").varint(count).bytes(last).toBytes());
    }

    private byte[] mac(byte[] bytes) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
