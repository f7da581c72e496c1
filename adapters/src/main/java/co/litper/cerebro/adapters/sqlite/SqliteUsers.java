package co.litper.cerebro.adapters.sqlite;

import co.litper.cerebro.adapters.sql.Session;
import co.litper.cerebro.adapters.sqlite.SqliteAccess.Act;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The people who may sign in, in the file {@code access.db}; each change stands there together with the act that made it.
 * Passwords are not kept, only their digests. Thread-safe; each write is one synced transaction.
 */
public final class SqliteUsers {
    private static final String ALL =
            "SELECT id, name, salt, digest, rounds, role, merchant, made_by, made_at, generation"
                    + " FROM user ORDER BY made_at, id";
    private static final String ADD =
            "INSERT OR IGNORE INTO user(id, name, salt, digest, rounds, role, merchant, made_by,"
                    + " made_at, generation) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String ADD_FIRST = "INSERT OR IGNORE INTO user(id, name, salt, digest, rounds, role, merchant,"
            + " made_by, made_at, generation) SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ? WHERE NOT EXISTS (SELECT 1 FROM user)";
    private static final String REMOVE = "DELETE FROM user WHERE name = ?";
    private static final String PASSWORD =
            "UPDATE user SET salt = ?, digest = ?, rounds = ?, generation = generation + 1 WHERE name = ?";

    private final Database database;
    private final SqliteAccess access;

    SqliteUsers(Database database, SqliteAccess access) {
        this.database = database;
        this.access = access;
    }

    /**
     * A user as kept.
     *
     * @param id public, never given again
     * @param name by which the person signs in, unique
     * @param salt of the digest
     * @param digest of the password
     * @param rounds how often it was hashed
     * @param role its wire name
     * @param merchant whose data it opens; null for everybody's
     * @param by who made it
     * @param generation grows with each new password, so that older sessions end
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes are handed through, never compared here
    public record UserRow(
            String id,
            String name,
            byte[] salt,
            byte[] digest,
            int rounds,
            String role,
            @Nullable String merchant,
            String by,
            Instant madeAt,
            long generation) {}

    /** All users, oldest first. */
    public List<UserRow> all() {
        return database.read(session -> {
            List<UserRow> users = new ArrayList<>();
            try (ResultSet rows = session.statement(ALL).executeQuery()) {
                while (rows.next()) {
                    users.add(row(rows));
                }
            }
            return users;
        });
    }

    /** Keeps a new user and the act; false, and nothing kept, if the name is taken. */
    public boolean add(UserRow user, Act act) {
        return insert(ADD, user, act);
    }

    /** Keeps the first user and the act; false, and nothing kept, if there is one already. */
    public boolean addFirst(UserRow user, Act act) {
        return insert(ADD_FIRST, user, act);
    }

    private boolean insert(String sql, UserRow user, Act act) {
        return database.write("add a user to", session -> {
            PreparedStatement add = session.statement(sql);
            add.setString(1, user.id());
            add.setString(2, user.name());
            add.setBytes(3, user.salt());
            add.setBytes(4, user.digest());
            add.setInt(5, user.rounds());
            add.setString(6, user.role());
            add.setString(7, user.merchant());
            add.setString(8, user.by());
            add.setLong(9, user.madeAt().toEpochMilli());
            add.setLong(10, user.generation());
            return noted(add.executeUpdate(), session, act);
        });
    }

    /** Takes a user away and notes the act; false, and nothing noted, if there is none of this name. */
    public boolean remove(String name, Act act) {
        return database.write("remove a user from", session -> {
            PreparedStatement remove = session.statement(REMOVE);
            remove.setString(1, name);
            return noted(remove.executeUpdate(), session, act);
        });
    }

    /** Changes a password and notes the act; false, and nothing noted, if there is no user of this name. */
    public boolean changePassword(String name, byte[] salt, byte[] digest, int rounds, Act act) {
        return database.write("change a password in", session -> {
            PreparedStatement change = session.statement(PASSWORD);
            change.setBytes(1, salt);
            change.setBytes(2, digest);
            change.setInt(3, rounds);
            change.setString(4, name);
            return noted(change.executeUpdate(), session, act);
        });
    }

    private boolean noted(int rows, Session session, Act act) throws SQLException {
        if (rows == 0) {
            return false;
        }
        SqliteAccess.changed(session);
        access.append(session, act);
        return true;
    }

    private static UserRow row(ResultSet rows) throws SQLException {
        return new UserRow(
                rows.getString(1),
                rows.getString(2),
                Rows.bytes(rows, 3),
                Rows.bytes(rows, 4),
                rows.getInt(5),
                rows.getString(6),
                rows.getString(7),
                rows.getString(8),
                Instant.ofEpochMilli(rows.getLong(9)),
                rows.getLong(10));
    }
}
