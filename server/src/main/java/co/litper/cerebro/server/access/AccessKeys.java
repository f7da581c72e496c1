package co.litper.cerebro.server.access;

import co.litper.cerebro.adapters.sqlite.SqliteAccess;
import co.litper.cerebro.adapters.sqlite.SqliteAccess.KeyRow;
import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.world.Clock;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The API keys of an installation: made, shown once, listed, revoked, and checked on every request.
 *
 * <p>A check reads no file but once each {@link #REFRESH}: what this object changes counts at once, what another process
 * changes within that time. Thread-safe; a check is O(1) and hashes 59 bytes.
 */
public final class AccessKeys {
    /** How long a key that another process revoked may still be taken. */
    public static final Duration REFRESH = Duration.ofSeconds(1);

    /** How exactly the last use of a key is told; finer would cost a synced write for each request. */
    public static final Duration USE_GRAIN = Duration.ofHours(1);

    /** Keys kept, revoked ones included: each check by id stays in memory. */
    public static final int MOST_KEYS = 10_000;

    private static final int LONGEST_LABEL = 60;
    private static final byte[] NO_SALT = new byte[Token.SALT_BYTES];

    private final SqliteAccess file;
    private final AuditTrail trail;
    private final Clock clock;
    private final GuessLimiter limiter = new GuessLimiter();
    private final Map<String, Instant> used = new HashMap<>();
    private final Object reading = new Object();
    private volatile Known known;

    /** The keys as last read. */
    private record Known(Map<String, KeyRow> keys, long changes, Instant at) {}

    /** What became of showing a token. */
    public sealed interface Admission {}

    /** The key is good. */
    public record Granted(Caller caller) implements Admission {}

    /**
     * The key is not good; which of the reasons it is must not be told to the caller, but may be counted.
     *
     * @param reason in one word: {@code malformed}, {@code unknown}, {@code expired}, {@code revoked}
     */
    public record Denied(String reason) implements Admission {}

    /** The key is not good, and too many such came from this address. */
    public record Throttled(Duration retryAfter) implements Admission {}

    /** What became of asking for a key. */
    public sealed interface Issue {}

    /**
     * It was made.
     *
     * @param token the secret, never to be seen again
     */
    public record Issued(String token, KeyInfo key) implements Issue {
        /** Hides the secret. */
        @Override
        public String toString() {
            return "Issued[" + key.id() + "]";
        }
    }

    /** It was not made; every problem with what may help. */
    public record Refused(List<String> problems) implements Issue {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /** What became of taking a key back. */
    public enum Revocation {
        REVOKED,
        /** It was before. */
        ALREADY,
        /** There is none with this id within the caller's scope. */
        UNKNOWN
    }

    /** The keys that {@code file} holds. */
    public AccessKeys(SqliteAccess file, Clock clock) {
        this.file = file;
        this.trail = new AuditTrail(file, clock);
        this.clock = clock;
        this.known = read();
    }

    /** The trail in the same file. */
    public AuditTrail trail() {
        return trail;
    }

    /**
     * Makes a key. Nobody can hand out more than they have: the role is at most the caller's, the merchant within its
     * scope.
     *
     * @param correlation the request's id, for the trail; may be empty
     */
    public Issue issue(KeyRequest wanted, Caller by, String correlation) {
        Instant now = clock.now();
        List<String> problems = problems(wanted, by, now);
        if (!problems.isEmpty()) {
            return new Refused(problems);
        }
        Token token = Token.random();
        byte[] salt = Token.newSalt();
        KeyRow row = new KeyRow(
                token.id(),
                salt,
                token.digest(salt),
                wanted.role().wire(),
                wanted.merchant().map(MerchantId::value).orElse(null),
                wanted.label().strip(),
                by.actor(),
                now,
                wanted.expiresAt().orElse(null),
                null,
                null);
        String told = "done " + wanted.role().wire() + " "
                + wanted.merchant().map(MerchantId::value).orElse("*");
        file.add(row, trail.act(by.actor(), "key.create", "key:" + token.id(), told, correlation));
        readAgain();
        return new Issued(token.text(), KeyInfo.of(row));
    }

    private List<String> problems(KeyRequest wanted, Caller by, Instant now) {
        List<String> problems = new ArrayList<>();
        String label = wanted.label().strip();
        if (label.isEmpty() || label.length() > LONGEST_LABEL || label.chars().anyMatch(Character::isISOControl)) {
            problems.add("label must have 1 to " + LONGEST_LABEL
                    + " printable characters. Maybe the name of the program that will use the key.");
        }
        wanted.expiresAt()
                .filter(end -> !end.isAfter(now))
                .ifPresent(end -> problems.add(
                        "expiry " + end + " is not after now, " + now + ". Maybe the year or the zone is wrong."));
        if (!by.may(wanted.role())) {
            problems.add("role " + wanted.role().wire() + " is above the caller's, "
                    + by.role().wire() + ". Maybe ask an admin.");
        }
        if (!by.mayGrant(wanted.merchant())) {
            problems.add("merchant " + wanted.merchant().map(MerchantId::value).orElse("*")
                    + " is outside the caller's scope. Maybe name the caller's own merchant.");
        }
        if (known.keys().size() >= MOST_KEYS) {
            problems.add("there are " + MOST_KEYS + " keys already. Maybe some program makes one for each run.");
        }
        return problems;
    }

    /** The keys within the caller's scope, revoked and expired ones included, oldest first. */
    public List<KeyInfo> list(Caller caller) {
        return file.keys().stream()
                .map(KeyInfo::of)
                .filter(key -> caller.mayGrant(key.merchant()))
                .toList();
    }

    /** Takes a key back; durable on return. */
    public Revocation revoke(String id, Caller by, String correlation) {
        Optional<KeyInfo> found =
                list(by).stream().filter(key -> key.id().equals(id)).findFirst();
        if (found.isEmpty()) {
            return Revocation.UNKNOWN;
        }
        boolean changed = file.revoke(id, trail.act(by.actor(), "key.revoke", "key:" + id, "done", correlation));
        readAgain();
        return changed ? Revocation.REVOKED : Revocation.ALREADY;
    }

    /** True if there is a key that could be used now. */
    public boolean anyActive() {
        Instant now = clock.now();
        return refreshed(now).keys().values().stream()
                .anyMatch(row -> KeyInfo.of(row).standing(now) == KeyInfo.Standing.ACTIVE);
    }

    /**
     * Checks what a caller shows. Takes the same time whether an id is known or not.
     *
     * @param token as it came, without {@code Bearer}
     * @param address where it came from, for counting wrong ones
     */
    public Admission admit(String token, String address) {
        Instant now = clock.now();
        Optional<Token> read = Token.read(token);
        if (read.isEmpty()) {
            return denied("malformed", address, now);
        }
        Token shown = read.get();
        KeyRow row = refreshed(now).keys().get(shown.id());
        byte[] digest = shown.digest(row == null ? NO_SALT : row.salt());
        boolean same = MessageDigest.isEqual(digest, row == null ? NO_SALT : row.digest());
        if (row == null || !same) {
            return denied("unknown", address, now);
        }
        KeyInfo key = KeyInfo.of(row);
        return switch (key.standing(now)) {
            case REVOKED -> denied("revoked", address, now);
            case EXPIRED -> denied("expired", address, now);
            case ACTIVE -> {
                noteUse(key, now);
                yield new Granted(new Caller("key:" + key.id(), key.label(), key.role(), key.merchant()));
            }
        };
    }

    private Admission denied(String reason, String address, Instant now) {
        Optional<Duration> wait = limiter.wrongKey(address, now);
        return wait.isPresent() ? new Throttled(wait.get()) : new Denied(reason);
    }

    private Known refreshed(Instant now) {
        Known at = known;
        // Both ways: a clock that was set back must not stop the reading.
        if (Duration.between(at.at(), now).abs().compareTo(REFRESH) < 0) {
            return at;
        }
        synchronized (reading) {
            if (known != at) {
                return known;
            }
            known = file.changes() == at.changes() ? new Known(at.keys(), at.changes(), now) : read();
            return known;
        }
    }

    /** Under the lock, so that a refresh which read before cannot put the old keys back. */
    private void readAgain() {
        synchronized (reading) {
            known = read();
        }
    }

    private Known read() {
        long changes = file.changes();
        Map<String, KeyRow> keys = new HashMap<>();
        file.keys().forEach(row -> keys.put(row.id(), row));
        return new Known(Map.copyOf(keys), changes, clock.now());
    }

    /** A full disk must not keep out who has a good key, so a use that cannot be noted is not. */
    private void noteUse(KeyInfo key, Instant now) {
        synchronized (used) {
            Optional<Instant> last = Optional.ofNullable(used.get(key.id())).or(key::usedAt);
            if (last.filter(at -> at.plus(USE_GRAIN).isAfter(now)).isPresent()) {
                return;
            }
            used.put(key.id(), now);
        }
        try {
            file.touch(key.id(), now);
        } catch (StoreException e) {
            // told by whatever else writes to the same disk
        }
    }
}
