package co.litper.cerebro.cluster.kafka;

import co.litper.cerebro.log.EventLog;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** SHA-256 of a whole log and of a whole state, in hexadecimal: numbers big-endian, every run of bytes after its length. Pure. */
final class Digests {
    private Digests() {}

    static String ofLog(EventLog log) {
        MessageDigest digest = sha256();
        log.read(0, entry -> {
            number(digest, entry.position());
            bytes(digest, entry.event());
            bytes(digest, entry.facts());
            return true;
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    /** @param rows in the order in which they are to be taken */
    static String ofRows(Map<Long, byte[]> rows) {
        MessageDigest digest = sha256();
        rows.forEach((key, row) -> {
            number(digest, key);
            bytes(digest, row);
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void number(MessageDigest digest, long number) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).flip());
    }

    private static void bytes(MessageDigest digest, byte[] bytes) {
        number(digest, bytes.length);
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
