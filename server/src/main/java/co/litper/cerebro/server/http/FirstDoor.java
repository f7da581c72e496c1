package co.litper.cerebro.server.http;

import co.litper.cerebro.server.access.Users;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * Lets the person who started the service make its first user: a secret in a link that is printed once and is good until there is
 * a user, or the process ends. Thread-safe.
 */
final class FirstDoor {
    static final String PATH = "/welcome";

    private static final int BYTES = 24;

    private final Users users;
    private final byte[] secret;

    FirstDoor(Users users) {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        this.users = users;
        this.secret = Base64.getUrlEncoder().withoutPadding().encode(random);
    }

    /** The link's path, as long as there is no user. */
    Optional<String> path() {
        return users.isEmpty()
                ? Optional.of(PATH + "?token=" + new String(secret, StandardCharsets.US_ASCII))
                : Optional.empty();
    }

    boolean opensWith(String shown) {
        return MessageDigest.isEqual(secret, shown.getBytes(StandardCharsets.UTF_8)) && users.isEmpty();
    }
}
