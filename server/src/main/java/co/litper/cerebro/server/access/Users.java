package co.litper.cerebro.server.access;

import co.litper.cerebro.adapters.sqlite.SqliteAccess;
import co.litper.cerebro.adapters.sqlite.SqliteAccess.Act;
import co.litper.cerebro.adapters.sqlite.SqliteUsers;
import co.litper.cerebro.adapters.sqlite.SqliteUsers.UserRow;
import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.world.Clock;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The people of an installation: made, listed, removed, and asked for name and password when they come in.
 *
 * <p>Who a session belongs to is looked up on every call, in memory: what this object changes counts at once, what another
 * process changes within {@link AccessKeys#REFRESH}. Wrong passwords are counted by address and by name; beyond a limit even a
 * right one is not looked at, since a password, unlike a key, can be guessed. Thread-safe.
 */
public final class Users {
    /** Characters of a password at least; no other rule, as NIST SP 800-63B advises. */
    public static final int LEAST_PASSWORD = 10;

    /** Users kept: each stays in memory. */
    public static final int MOST_USERS = 1_000;

    private static final int MOST_PASSWORD = 200;
    private static final int LONGEST_NAME = 60;
    private static final int ID_BYTES = 6;
    private static final byte[] NO_SALT = new byte[16];
    private static final byte[] NO_DIGEST = new byte[32];
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SqliteAccess file;
    private final SqliteUsers users;
    private final AuditTrail trail;
    private final Clock clock;
    private final GuessLimiter addresses = new GuessLimiter();
    private final GuessLimiter names = new GuessLimiter();
    private volatile Known known;

    private record Known(Map<String, UserRow> byName, long changes, Instant at) {}

    /** What became of a name and a password. */
    public sealed interface SignIn {}

    /** They are right. */
    public record Welcome(UserInfo user) implements SignIn {}

    /** They are not; which of them must not be told. */
    public record Wrong() implements SignIn {}

    /** Too many wrong ones came; nothing was looked at. */
    public record Wait(Duration retryAfter) implements SignIn {}

    /** What became of asking for a user or a password. */
    public sealed interface Change {}

    /** It is so now. */
    public record Done(String name) implements Change {}

    /** It is not; every problem with what may help. */
    public record Refused(List<Problem> problems) implements Change {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /** Why a user or a password cannot be had. */
    public enum Problem {
        NAME_FORM,
        NAME_TAKEN,
        PASSWORD_SHORT,
        PASSWORD_LONG,
        PASSWORD_IS_NAME,
        ROLE_ABOVE,
        OTHER_MERCHANT,
        TOO_MANY,
        /** Somebody else became the first user. */
        NOT_FIRST,
        UNKNOWN
    }

    public Users(SqliteAccess file, Clock clock) {
        this.file = file;
        this.users = file.users();
        this.trail = new AuditTrail(file, clock);
        this.clock = clock;
        this.known = read();
    }

    /** Makes a user. Nobody can hand out more than they have. */
    public Change add(UserRequest wanted, Caller by, String correlation) {
        List<Problem> problems = problems(wanted, by);
        if (!problems.isEmpty()) {
            return new Refused(problems);
        }
        UserRow row = row(wanted, by);
        boolean added = users.add(row, act(by, "user.create", row, correlation));
        readAgain();
        return added ? new Done(row.name()) : new Refused(List.of(Problem.NAME_TAKEN));
    }

    /** Makes the first user, an admin of everything; refused once there is any. */
    public Change addFirst(String name, String password, String correlation) {
        UserRequest wanted = new UserRequest(name, password, Role.ADMIN, Optional.empty());
        List<Problem> problems = problems(wanted, Caller.LOCAL);
        if (!problems.isEmpty()) {
            return new Refused(problems);
        }
        UserRow row = row(wanted, Caller.LOCAL);
        boolean added = users.addFirst(row, act(Caller.LOCAL, "user.create", row, correlation));
        readAgain();
        return added ? new Done(row.name()) : new Refused(List.of(Problem.NOT_FIRST));
    }

    private Act act(Caller by, String what, UserRow row, String correlation) {
        return trail.act(by.actor(), what, "user:" + row.id(), "done " + row.role(), correlation);
    }

    private UserRow row(UserRequest wanted, Caller by) {
        byte[] id = new byte[ID_BYTES];
        RANDOM.nextBytes(id);
        byte[] salt = PasswordHash.newSalt();
        return new UserRow(
                HexFormat.of().formatHex(id),
                folded(wanted.name()),
                salt,
                PasswordHash.digest(wanted.password(), salt, PasswordHash.ROUNDS),
                PasswordHash.ROUNDS,
                wanted.role().wire(),
                wanted.merchant().map(MerchantId::value).orElse(null),
                by.actor(),
                clock.now(),
                1);
    }

    private List<Problem> problems(UserRequest wanted, Caller by) {
        List<Problem> problems = new ArrayList<>();
        String name = folded(wanted.name());
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.codePoints().anyMatch(Users::isUnprintable)) {
            problems.add(Problem.NAME_FORM);
        }
        problems.addAll(passwordProblems(name, wanted.password()));
        if (!by.may(wanted.role())) {
            problems.add(Problem.ROLE_ABOVE);
        }
        if (!by.mayGrant(wanted.merchant())) {
            problems.add(Problem.OTHER_MERCHANT);
        }
        if (known.byName().containsKey(name)) {
            problems.add(Problem.NAME_TAKEN);
        }
        if (known.byName().size() >= MOST_USERS) {
            problems.add(Problem.TOO_MANY);
        }
        return problems;
    }

    private static List<Problem> passwordProblems(String name, String password) {
        if (password.codePointCount(0, password.length()) < LEAST_PASSWORD) {
            return List.of(Problem.PASSWORD_SHORT);
        }
        if (password.length() > MOST_PASSWORD) {
            return List.of(Problem.PASSWORD_LONG);
        }
        return folded(password).equals(name) ? List.of(Problem.PASSWORD_IS_NAME) : List.of();
    }

    private static boolean isUnprintable(int c) {
        int type = Character.getType(c);
        return Character.isISOControl(c) || type == Character.FORMAT || type == Character.SURROGATE;
    }

    private static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** Those whom the caller may see, oldest first. */
    public List<UserInfo> list(Caller caller) {
        return users.all().stream()
                .map(UserInfo::of)
                .filter(user -> caller.mayGrant(user.merchant()))
                .toList();
    }

    /** Takes a user away; the sessions end with the next call. */
    public Change remove(String name, Caller by, String correlation) {
        Optional<UserInfo> found = find(name, by);
        if (found.isEmpty()) {
            return new Refused(List.of(Problem.UNKNOWN));
        }
        users.remove(folded(name), told(by, "user.remove", found.get(), correlation));
        readAgain();
        return new Done(found.get().name());
    }

    /** Gives a user a new password; the sessions under the old one end. */
    public Change changePassword(String name, String password, Caller by, String correlation) {
        Optional<UserInfo> found = find(name, by);
        if (found.isEmpty()) {
            return new Refused(List.of(Problem.UNKNOWN));
        }
        List<Problem> problems = passwordProblems(found.get().name(), password);
        if (!problems.isEmpty()) {
            return new Refused(problems);
        }
        byte[] salt = PasswordHash.newSalt();
        byte[] digest = PasswordHash.digest(password, salt, PasswordHash.ROUNDS);
        users.changePassword(
                found.get().name(),
                salt,
                digest,
                PasswordHash.ROUNDS,
                told(by, "user.password", found.get(), correlation));
        readAgain();
        return new Done(found.get().name());
    }

    private Act told(Caller by, String what, UserInfo user, String correlation) {
        return trail.act(by.actor(), what, "user:" + user.id(), "done", correlation);
    }

    private Optional<UserInfo> find(String name, Caller by) {
        return list(by).stream()
                .filter(user -> user.name().equals(folded(name)) && by.may(user.role()))
                .findFirst();
    }

    /** True while nobody has been made a user. */
    public boolean isEmpty() {
        return refreshed().byName().isEmpty();
    }

    /** Looks at a name and a password. Takes the same time whether the name is known or not. */
    public SignIn signIn(String name, String password, String address) {
        Instant now = clock.now();
        String folded = folded(name);
        Optional<Duration> wait = addresses.wait(address, now).or(() -> names.wait(folded, now));
        if (wait.isPresent()) {
            return new Wait(wait.get());
        }
        UserRow row = refreshed().byName().get(folded);
        boolean sound = password.length() <= MOST_PASSWORD;
        boolean same = row == null
                ? PasswordHash.matches(sound ? password : "", NO_SALT, NO_DIGEST, PasswordHash.ROUNDS)
                : PasswordHash.matches(sound ? password : "", row.salt(), row.digest(), row.rounds());
        if (row == null || !same || !sound) {
            addresses.wrongKey(address, now);
            names.wrongKey(folded, now);
            return new Wrong();
        }
        noteSignIn(row);
        return new Welcome(UserInfo.of(row));
    }

    /** A full disk must not keep out who has the right password, so what cannot be noted is not. */
    private void noteSignIn(UserRow row) {
        try {
            trail.append(UserInfo.of(row).caller(), "user.signin", "user:" + row.id(), "done", "");
        } catch (StoreException e) {
            // told by whatever else writes to the same disk
        }
    }

    /** Who a session belongs to, if the user is still there and has the password of that time. O(users) at most. */
    public Optional<Caller> caller(String id, long generation) {
        return refreshed().byName().values().stream()
                .filter(row -> row.id().equals(id) && row.generation() == generation)
                .map(row -> UserInfo.of(row).caller())
                .findFirst();
    }

    /** What people call an actor of the audit trail; the actor itself where it is no user. */
    public String nameOf(String actor) {
        return refreshed().byName().values().stream()
                .filter(row -> actor.equals("user:" + row.id()))
                .map(UserRow::name)
                .findFirst()
                .orElse(actor);
    }

    private synchronized Known refreshed() {
        Instant now = clock.now();
        Known at = known;
        // Both ways: a clock that was set back must not stop the reading.
        if (Duration.between(at.at(), now).abs().compareTo(AccessKeys.REFRESH) < 0) {
            return at;
        }
        known = file.changes() == at.changes() ? new Known(at.byName(), at.changes(), now) : read();
        return known;
    }

    /** Under the lock, so that a refresh which read before cannot put the old ones back. */
    private synchronized void readAgain() {
        known = read();
    }

    private Known read() {
        long changes = file.changes();
        Map<String, UserRow> byName =
                users.all().stream().collect(Collectors.toMap(UserRow::name, row -> row, (a, b) -> a, HashMap::new));
        return new Known(Map.copyOf(byName), changes, clock.now());
    }
}
