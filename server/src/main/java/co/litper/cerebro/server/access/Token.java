package co.litper.cerebro.server.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a caller shows: {@code crb_}, the key's public id [12 hexadecimal digits], {@code _}, its secret [43 characters of
 * base64url, 256 random bits]. The beginning lets scanners of source code find keys that were committed by mistake.
 *
 * <p>Kept is SHA-256 over a salt of 16 bytes and the secret. A slow hash (Argon2, bcrypt) is for secrets that people
 * choose and others can guess; 2^256 cannot be tried, slow or fast, and a fast one lets every request be checked.
 *
 * @param id public
 * @param secret not to be logged
 */
record Token(String id, String secret) {
    static final int SALT_BYTES = 16;

    private static final int ID_BYTES = 6;
    private static final int SECRET_BYTES = 32;
    private static final Pattern FORM = Pattern.compile("crb_([0-9a-f]{12})_([A-Za-z0-9_-]{43})");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A token that nobody had before. */
    static Token random() {
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(SECRET_BYTES));
        return new Token(HexFormat.of().formatHex(bytes(ID_BYTES)), secret);
    }

    static byte[] newSalt() {
        return bytes(SALT_BYTES);
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** The token that {@code text} writes; empty if it has not the form of one. */
    static Optional<Token> read(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches() ? Optional.of(new Token(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    /** As it is shown, once. */
    String text() {
        return "crb_" + id + "_" + secret;
    }

    byte[] digest(byte[] salt) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(salt);
            return sha.digest(secret.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Hides the secret. */
    @Override
    public String toString() {
        return "Token[" + id + "]";
    }
}
