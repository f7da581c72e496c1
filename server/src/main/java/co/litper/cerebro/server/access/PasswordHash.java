package co.litper.cerebro.server.access;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.concurrent.Semaphore;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * The slow digest of a password: PBKDF2 (RFC 8018) over HMAC-SHA-256, {@link #ROUNDS} rounds, a salt of 16 random bytes.
 * Thread-safe. One digest costs about a fifth of a second of one core, so at most {@link #AT_A_TIME} are made at a time;
 * further callers wait their turn.
 */
final class PasswordHash {
    /** What OWASP's password storage guide asks of PBKDF2-HMAC-SHA256 since 2023. */
    static final int ROUNDS = 600_000;

    private static final int AT_A_TIME = 2;
    private static final int SALT_BYTES = 16;
    private static final int DIGEST_BITS = 256;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Semaphore TURN = new Semaphore(AT_A_TIME, true);

    private PasswordHash() {}

    static byte[] newSalt() {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return salt;
    }

    static byte[] digest(String password, byte[] salt, int rounds) {
        PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, rounds, DIGEST_BITS);
        TURN.acquireUninterruptibly();
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform of ours has PBKDF2WithHmacSHA256", e);
        } finally {
            TURN.release();
            spec.clearPassword();
        }
    }

    /** True if the password has this digest; the time taken does not depend on where they differ. */
    static boolean matches(String password, byte[] salt, byte[] digest, int rounds) {
        return MessageDigest.isEqual(digest(password, salt, rounds), digest);
    }
}
