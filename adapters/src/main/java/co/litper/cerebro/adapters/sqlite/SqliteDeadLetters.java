package co.litper.cerebro.adapters.sqlite;

import co.litper.cerebro.adapters.sql.Session;
import co.litper.cerebro.adapters.sqlite.PeopleFile.Sealed;
import co.litper.cerebro.log.DeadLetters;
import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.world.WireReader;
import co.litper.cerebro.world.WireVersions;
import co.litper.cerebro.world.WireWriter;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Dead letters in {@code people.db}. All of a letter but its number and status is encrypted, its reason too, since a reason
 * quotes values. Adding, many or one, is one synced transaction; {@link #purge} decrypts every letter, O(n). Thread-safe.
 */
final class SqliteDeadLetters implements DeadLetters {
    private static final int WIRE_VERSION = 1;

    private static final String COLUMNS = "SELECT number, status, key, data FROM letter";
    private static final String LIST = COLUMNS + " WHERE status = ? ORDER BY number DESC LIMIT ?";
    private static final String FIND = COLUMNS + " WHERE number = ?";
    private static final String COUNT = "SELECT count(*) FROM letter WHERE status = ?";
    private static final String TOTAL = "SELECT count(*) FROM letter";
    private static final String INSERT = "INSERT INTO letter(number, status, key, data) VALUES(?, ?, ?, ?)";
    private static final String NEWEST = "SELECT seq FROM sqlite_sequence WHERE name = 'letter'";
    private static final String MARK = "UPDATE letter SET status = ? WHERE number = ?";
    private static final String DELETE = "DELETE FROM letter WHERE number = ?";
    private static final String OLDEST_SETTLED = "SELECT min(number) FROM letter WHERE status IN (1, 2)";

    private final PeopleFile file;
    private final int capacity;

    /** How many letters there are, as far as this process wrote them. */
    private long total;

    SqliteDeadLetters(PeopleFile file, int capacity) {
        this.file = file;
        this.capacity = capacity;
        this.total = file.database()
                .read(session -> Rows.number(session.connection(), TOTAL).orElse(0));
    }

    @Override
    public synchronized long addAll(List<Refusal> refusals) {
        long over = Math.max(0, total + refusals.size() - capacity);
        long last = file.database().write("add dead letters to", session -> {
            for (long i = 0; i < over; i++) {
                makeRoom(session);
            }
            long number = Rows.number(session.connection(), NEWEST).orElse(0);
            for (Refusal refusal : refusals) {
                number++;
                insert(session, refusal.letter(number));
            }
            return number;
        });
        total += refusals.size() - over;
        return last;
    }

    private void insert(Session session, DeadLetter letter) throws SQLException {
        Sealed box = file.seal(purpose(letter.number()), encode(letter));
        PreparedStatement statement = session.statement(INSERT);
        statement.setLong(1, letter.number());
        statement.setInt(2, code(Status.OPEN));
        statement.setBytes(3, box.key());
        statement.setBytes(4, box.data());
        statement.executeUpdate();
    }

    private void makeRoom(Session session) throws SQLException {
        OptionalLong settled = Rows.number(session.connection(), OLDEST_SETTLED);
        if (settled.isEmpty()) {
            throw new StoreException(
                    StoreException.Kind.FULL,
                    "all " + capacity + " dead letters are open. Maybe repair and replay them, or drop them.");
        }
        delete(session, settled.getAsLong());
    }

    private static void delete(Session session, long number) throws SQLException {
        PreparedStatement statement = session.statement(DELETE);
        statement.setLong(1, number);
        statement.executeUpdate();
    }

    @Override
    public List<DeadLetter> list(Status status, int limit) {
        return file.database().read(session -> {
            PreparedStatement statement = session.statement(LIST);
            statement.setInt(1, code(status));
            statement.setInt(2, Math.max(limit, 0));
            return letters(statement);
        });
    }

    @Override
    public Optional<DeadLetter> find(long number) {
        return file.database().read(session -> {
            PreparedStatement statement = session.statement(FIND);
            statement.setLong(1, number);
            return letters(statement).stream().findFirst();
        });
    }

    private List<DeadLetter> letters(PreparedStatement statement) throws SQLException {
        List<DeadLetter> letters = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                letters.add(letter(rows));
            }
        }
        return letters;
    }

    private DeadLetter letter(ResultSet rows) throws SQLException {
        long number = rows.getLong(1);
        Status status = status(rows.getInt(2));
        return decode(number, status, file.open(purpose(number), new Sealed(Rows.bytes(rows, 3), Rows.bytes(rows, 4))));
    }

    @Override
    public long count(Status status) {
        return file.database().read(session -> {
            PreparedStatement statement = session.statement(COUNT);
            statement.setInt(1, code(status));
            try (ResultSet rows = statement.executeQuery()) {
                return Rows.number(rows).orElse(0);
            }
        });
    }

    @Override
    public synchronized void mark(long number, Status status) {
        file.database().write("mark a dead letter in", session -> {
            PreparedStatement statement = session.statement(MARK);
            statement.setInt(1, code(status));
            statement.setLong(2, number);
            return statement.executeUpdate();
        });
    }

    @Override
    public synchronized int purge(List<String> texts) {
        List<String> wanted = texts.stream().filter(text -> !text.isEmpty()).toList();
        List<Long> found = wanted.isEmpty() ? List.of() : holding(wanted);
        if (found.isEmpty()) {
            return 0;
        }
        file.database().write("purge dead letters from", session -> {
            for (long number : found) {
                delete(session, number);
            }
            file.requestScrub(session);
            return found.size();
        });
        total -= found.size();
        file.scrub();
        return found.size();
    }

    /** Letters that quote one of {@code texts}: in the payload, or in the reason or source made of it. */
    private List<Long> holding(List<String> texts) {
        return file.database().read(session -> {
            List<Long> numbers = new ArrayList<>();
            try (ResultSet rows = session.statement(COLUMNS).executeQuery()) {
                while (rows.next()) {
                    DeadLetter letter = letter(rows);
                    String all = letter.payload() + "\n" + letter.reason() + "\n" + letter.source();
                    if (texts.stream().anyMatch(all::contains)) {
                        numbers.add(letter.number());
                    }
                }
            }
            return numbers;
        });
    }

    /** Opens every letter. */
    void check() {
        holding(List.of());
    }

    private static int code(Status status) {
        return switch (status) {
            case OPEN -> 0;
            case REPLAYED -> 1;
            case DROPPED -> 2;
        };
    }

    private static Status status(int code) {
        for (Status status : Status.values()) {
            if (code(status) == code) {
                return status;
            }
        }
        throw new StoreException(StoreException.Kind.CORRUPT, "no status of a dead letter has the number " + code);
    }

    private static String purpose(long number) {
        return "letter " + number;
    }

    private static byte[] encode(DeadLetter letter) {
        return new WireWriter()
                .octet(WIRE_VERSION)
                .varint(letter.at().getEpochSecond())
                .varint(letter.at().getNano())
                .text(letter.source())
                .varint(letter.line())
                .text(letter.reason())
                .text(letter.payload())
                .toBytes();
    }

    private static DeadLetter decode(long number, Status status, byte[] bytes) {
        WireReader reader = new WireReader(bytes);
        WireVersions.require("dead letter", reader.octet(), WIRE_VERSION);
        Instant at = Instant.ofEpochSecond(reader.varint(), reader.varint());
        return new DeadLetter(number, at, reader.text(), reader.varint(), reader.text(), reader.text(), status);
    }

    /** Closes nothing: the store that handed it out does. */
    @Override
    public void close() {
        // see above
    }
}
