package co.litper.cerebro.adapters.sqlite;

import co.litper.cerebro.adapters.people.MasterKey;
import co.litper.cerebro.adapters.sql.Session;
import co.litper.cerebro.adapters.sqlite.SqliteStore.Options;
import co.litper.cerebro.log.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * API keys, users and the audit trail, in the file {@code access.db} of a store's folder. Apart from the other files because
 * several processes write it: keys are made and revoked at the command line while the service runs. Secrets are not kept,
 * only their digests. Thread-safe; each write is one synced transaction.
 */
public final class SqliteAccess implements AutoCloseable {
    /** The name of the file. */
    public static final String FILE_NAME = FileFormat.ACCESS.fileName();

    private static final String CHANGES = "changes";
    private static final String KEYS = "SELECT id, salt, digest, role, merchant, label, made_by, made_at, expires_at,"
            + " revoked_at, used_at FROM access_key ORDER BY made_at, id";
    private static final String ADD_KEY = "INSERT INTO access_key(id, salt, digest, role, merchant, label, made_by,"
            + " made_at, expires_at) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String REVOKE = "UPDATE access_key SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL";
    private static final String TOUCH = "UPDATE access_key SET used_at = max(coalesce(used_at, ?), ?) WHERE id = ?";
    private static final String LAST = "SELECT number, link FROM act ORDER BY number DESC LIMIT 1";
    private static final String ADD_ACT = "INSERT INTO act(number, at, actor, what, target, result, correlation, link)"
            + " VALUES(?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String SEAL = "INSERT OR REPLACE INTO act_head(only, count, seal) VALUES(1, ?, ?)";
    private static final String ACTS = "SELECT number, at, actor, what, target, result, correlation, link FROM act"
            + " WHERE number < ? ORDER BY number DESC LIMIT ?";
    private static final String ALL_ACTS =
            "SELECT number, at, actor, what, target, result, correlation, link FROM act ORDER BY number";
    private static final String HEAD = "SELECT count, seal FROM act_head";

    private final Database database;
    private final AuditChain chain;

    /**
     * A key as it is kept.
     *
     * @param id public, by which it is found
     * @param salt stands before the secret in the digest
     * @param digest of salt and secret
     * @param role its wire name
     * @param merchant whose data it opens; null for everybody's
     * @param label what people call it
     * @param by who made it
     * @param expiresAt when it ends; null for never
     * @param revokedAt when it was taken back; null while it was not
     * @param usedAt when it was last used, coarsely; null while it was not
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes are handed through, never compared here
    public record KeyRow(
            String id,
            byte[] salt,
            byte[] digest,
            String role,
            @Nullable String merchant,
            String label,
            String by,
            Instant madeAt,
            @Nullable Instant expiresAt,
            @Nullable Instant revokedAt,
            @Nullable Instant usedAt) {}

    /**
     * Something that someone did. No personal data.
     *
     * @param at by the clock of the machine; may go back if the clock was set
     * @param actor who: {@code key:…}, {@code cli}, {@code system}
     * @param what the kind of act, such as {@code key.create}
     * @param target on what; may be empty
     * @param result what came of it, such as {@code done}
     * @param correlation what ties it to a request; may be empty
     */
    public record Act(Instant at, String actor, String what, String target, String result, String correlation) {}

    /**
     * An act in its place.
     *
     * @param number from 1, without gaps
     * @param link hexadecimal; depends on this act and all before it
     */
    public record Numbered(long number, Act act, String link) {}

    /**
     * What a check of the trail found.
     *
     * @param count acts read
     * @param head the last link, hexadecimal; worth noting elsewhere
     * @param problem what is wrong, or empty
     */
    public record Proof(long count, String head, Optional<String> problem) {}

    private SqliteAccess(Database database, MasterKey key) {
        this.database = database;
        this.chain = new AuditChain(key.derive("audit"));
    }

    /**
     * Opens the file for writing, making folder, file and {@code vault.key} where they are missing.
     *
     * @throws StoreException if a file is damaged, foreign, or cannot be written
     */
    public static SqliteAccess open(Path folder, Options options) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new StoreException(
                    StoreException.Kind.IO,
                    "cannot make the folder " + folder + ": " + e + ". Maybe a parent folder is not writable.",
                    e);
        }
        MasterKey key = MasterKey.load(folder.resolve(MasterKey.FILE_NAME)).orElseGet(() -> firstKey(folder, options));
        return new SqliteAccess(Database.open(folder, FileFormat.ACCESS, options), key);
    }

    /** Under the lock, so that a store that is being made beside us takes the same key. */
    private static MasterKey firstKey(Path folder, Options options) {
        try (WriterLock _ = WriterLock.take(folder, options.clock().now())) {
            Optional<MasterKey> made = MasterKey.load(folder.resolve(MasterKey.FILE_NAME));
            if (made.isEmpty() && Files.exists(folder.resolve(FileFormat.PEOPLE.fileName()))) {
                throw withoutKey(folder);
            }
            return made.orElseGet(() -> MasterKey.create(folder.resolve(MasterKey.FILE_NAME)));
        }
    }

    private static StoreException withoutKey(Path folder) {
        return new StoreException(
                StoreException.Kind.CORRUPT,
                "the key " + folder.resolve(MasterKey.FILE_NAME)
                        + " is missing. Maybe restore it from the backup: people.db and the audit trail need it.");
    }

    /** Opens the file for reading; empty if there is none, which means that there are no keys. */
    public static Optional<SqliteAccess> openReadOnly(Path folder, Options options) {
        if (!Files.exists(folder.resolve(FILE_NAME))) {
            return Optional.empty();
        }
        MasterKey key = MasterKey.load(folder.resolve(MasterKey.FILE_NAME)).orElseThrow(() -> withoutKey(folder));
        return Optional.of(new SqliteAccess(Database.openReadOnly(folder, FileFormat.ACCESS, options), key));
    }

    /** The users in the same file. */
    public SqliteUsers users() {
        return new SqliteUsers(database, this);
    }

    /** Grows with every key and every user that is made, changed or taken away, by whichever process. */
    public long changes() {
        return database.read(session -> Rows.meta(session.connection(), CHANGES).orElse(0));
    }

    /** All keys, revoked and expired ones included, oldest first. */
    public List<KeyRow> keys() {
        return database.read(session -> {
            List<KeyRow> keys = new ArrayList<>();
            try (ResultSet rows = session.statement(KEYS).executeQuery()) {
                while (rows.next()) {
                    keys.add(key(rows));
                }
            }
            return keys;
        });
    }

    /** Keeps a new key, and the act that made it. */
    public void add(KeyRow key, Act act) {
        database.write("add a key to", session -> {
            PreparedStatement add = session.statement(ADD_KEY);
            add.setString(1, key.id());
            add.setBytes(2, key.salt());
            add.setBytes(3, key.digest());
            add.setString(4, key.role());
            add.setString(5, key.merchant());
            add.setString(6, key.label());
            add.setString(7, key.by());
            add.setLong(8, key.madeAt().toEpochMilli());
            setMoment(add, 9, key.expiresAt());
            add.executeUpdate();
            changed(session);
            return append(session, act);
        });
    }

    /** Takes a key back and notes the act; false, and nothing noted, if there is no such key or it was revoked before. */
    public boolean revoke(String id, Act act) {
        return database.write("revoke a key in", session -> {
            PreparedStatement revoke = session.statement(REVOKE);
            revoke.setLong(1, act.at().toEpochMilli());
            revoke.setString(2, id);
            if (revoke.executeUpdate() == 0) {
                return false;
            }
            changed(session);
            append(session, act);
            return true;
        });
    }

    /** Notes that a key was used; an earlier moment than the one known changes nothing. */
    public void touch(String id, Instant at) {
        database.write("note the use of a key in", session -> {
            PreparedStatement touch = session.statement(TOUCH);
            touch.setLong(1, at.toEpochMilli());
            touch.setLong(2, at.toEpochMilli());
            touch.setString(3, id);
            return touch.executeUpdate();
        });
    }

    /** Appends an act; durable on return. Returns its number. */
    public long append(Act act) {
        return database.write("append an act to", session -> append(session, act));
    }

    /**
     * The newest acts, newest first.
     *
     * @param before only acts with a lower number; {@link Long#MAX_VALUE} for all
     * @param limit at most so many
     */
    public List<Numbered> acts(long before, int limit) {
        return database.read(session -> {
            PreparedStatement statement = session.statement(ACTS);
            statement.setLong(1, before);
            statement.setInt(2, limit);
            List<Numbered> acts = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    acts.add(new Numbered(
                            rows.getLong(1), act(rows), HexFormat.of().formatHex(Rows.bytes(rows, 8))));
                }
            }
            return acts;
        });
    }

    /** What SQLite finds wrong with the file; empty if nothing. */
    List<String> problems() {
        return database.problems();
    }

    /** Reads the whole trail and checks every link and the seal of its end. O(acts). */
    public Proof verify() {
        // One transaction: the head must be that of the acts read.
        try (Moment moment = database.pin()) {
            return moment.read(this::verified);
        }
    }

    private Proof verified(Session session) throws SQLException {
        byte[] before = AuditChain.beginning();
        long number = 0;
        String broken = "";
        try (ResultSet rows = session.statement(ALL_ACTS).executeQuery()) {
            while (rows.next() && broken.isEmpty()) {
                number++;
                byte[] expected = chain.link(before, number, act(rows));
                before = Rows.bytes(rows, 8);
                if (rows.getLong(1) != number || !MessageDigest.isEqual(expected, before)) {
                    broken = "act " + rows.getLong(1) + " does not follow from act " + (number - 1)
                            + ". Maybe an act was changed, removed or put in there, or vault.key is another one.";
                }
            }
        }
        if (broken.isEmpty() && !isHead(session, number, before)) {
            broken = "the trail ends at act " + number
                    + ", which is not where it was sealed. Maybe acts were cut off its end.";
        }
        return new Proof(
                number, HexFormat.of().formatHex(before), Optional.of(broken).filter(b -> !b.isEmpty()));
    }

    private boolean isHead(Session session, long count, byte[] last) throws SQLException {
        try (ResultSet rows = session.statement(HEAD).executeQuery()) {
            if (!rows.next()) {
                return count == 0;
            }
            return rows.getLong(1) == count && MessageDigest.isEqual(Rows.bytes(rows, 2), chain.seal(count, last));
        }
    }

    long append(Session session, Act act) throws SQLException {
        long number = 1;
        byte[] before = AuditChain.beginning();
        try (ResultSet rows = session.statement(LAST).executeQuery()) {
            if (rows.next()) {
                number = rows.getLong(1) + 1;
                before = Rows.bytes(rows, 2);
            }
        }
        byte[] link = chain.link(before, number, act);
        PreparedStatement add = session.statement(ADD_ACT);
        add.setLong(1, number);
        add.setLong(2, act.at().toEpochMilli());
        add.setString(3, act.actor());
        add.setString(4, act.what());
        add.setString(5, act.target());
        add.setString(6, act.result());
        add.setString(7, act.correlation());
        add.setBytes(8, link);
        add.executeUpdate();
        PreparedStatement seal = session.statement(SEAL);
        seal.setLong(1, number);
        seal.setBytes(2, chain.seal(number, link));
        seal.executeUpdate();
        return number;
    }

    static void changed(Session session) throws SQLException {
        Rows.putMeta(
                session.connection(),
                CHANGES,
                Rows.meta(session.connection(), CHANGES).orElse(0) + 1);
    }

    private static KeyRow key(ResultSet rows) throws SQLException {
        return new KeyRow(
                rows.getString(1),
                Rows.bytes(rows, 2),
                Rows.bytes(rows, 3),
                rows.getString(4),
                rows.getString(5),
                rows.getString(6),
                rows.getString(7),
                Instant.ofEpochMilli(rows.getLong(8)),
                moment(rows, 9),
                moment(rows, 10),
                moment(rows, 11));
    }

    private static Act act(ResultSet rows) throws SQLException {
        return new Act(
                Instant.ofEpochMilli(rows.getLong(2)),
                rows.getString(3),
                rows.getString(4),
                rows.getString(5),
                rows.getString(6),
                rows.getString(7));
    }

    private static @Nullable Instant moment(ResultSet rows, int column) throws SQLException {
        long ms = rows.getLong(column);
        return rows.wasNull() ? null : Instant.ofEpochMilli(ms);
    }

    private static void setMoment(PreparedStatement statement, int index, @Nullable Instant moment)
            throws SQLException {
        if (moment == null) {
            statement.setNull(index, Types.INTEGER);
        } else {
            statement.setLong(index, moment.toEpochMilli());
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
