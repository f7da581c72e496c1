package co.litper.cerebro.server.http;

import co.litper.cerebro.server.access.AccessKeys.Admission;
import co.litper.cerebro.server.access.AccessKeys.Granted;
import co.litper.cerebro.server.access.Caller;
import co.litper.cerebro.server.access.Role;
import co.litper.cerebro.server.http.route.Gate;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * A key for the person who started the service, who owns its folder anyway: made anew at each start, held in memory only, good
 * for everything. Every other key is asked of the gate behind. Thread-safe.
 */
public final class OwnerKey implements Gate {
    private static final int BYTES = 24;
    private static final Caller OWNER = new Caller("owner", "owner", Role.ADMIN, Optional.empty());

    private final Gate others;
    private final byte[] key;

    public OwnerKey(Gate others) {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        this.others = others;
        this.key = ("run_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random))
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** The key, to be shown to that person only. */
    public String key() {
        return new String(key, StandardCharsets.US_ASCII);
    }

    @Override
    public Admission admit(String shown, String address) {
        boolean own = MessageDigest.isEqual(key, shown.getBytes(StandardCharsets.UTF_8));
        return own ? new Granted(OWNER) : others.admit(shown, address);
    }
}
