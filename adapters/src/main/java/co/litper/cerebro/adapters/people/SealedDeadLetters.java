package co.litper.cerebro.adapters.people;

import co.litper.cerebro.adapters.people.PeopleTables.LetterBook;
import co.litper.cerebro.adapters.sql.Session;
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
 * Dead letters in a table of sealed rows. All of a letter but its number and status is encrypted, its reason too, since a reason
 * quotes values. Adding, many or one, is one durable transaction; {@link #purge} decrypts every letter, O(n). Thread-safe.
 */
public final class SealedDeadLetters implements DeadLetters {
    private static final int WIRE_VERSION = 1;

    /** Letters that are opened at a time where all of them are: they can be megabytes. */
    private static final int OPENED_AT_ONCE = 100;

    private static final String COLUMNS = "SELECT number, status, key, data FROM letter";
    private static final String LIST = COLUMNS + " WHERE status = ? ORDER BY number DESC LIMIT ?";
    private static final String FIND = COLUMNS + " WHERE number = ?";
    private static final String PAGE = COLUMNS + " WHERE number > ? ORDER BY number LIMIT ?";
    private static final String COUNT = "SELECT count(*) FROM letter WHERE status = ?";
    private static final String INSERT = "INSERT INTO letter(number, status, key, data) VALUES(?, ?, ?, ?)";
    private static final String MARK = "UPDATE letter SET status = ? WHERE number = ?";
    private static final String DELETE = "DELETE FROM letter WHERE number = ?";
    private static final String OLDEST_SETTLED = "SELECT min(number) FROM letter WHERE status IN (1, 2)";

    private final PeopleTables tables;
    private final PeopleKeys keys;
    private final LetterBook book;
    private final int capacity;

    /** The letters in {@code tables}, at most {@code capacity} of them. */
    public SealedDeadLetters(PeopleTables tables, int capacity) {
        this.tables = tables;
        this.keys = tables.keys();
        this.book = tables.letterBook();
        this.capacity = capacity;
    }

    @Override
    public synchronized long addAll(List<Refusal> refusals) {
        return writeBooked("add dead letters to", session -> {
            long number = book.last(session);
            long total = book.total(session);
            long over = Math.max(0, total + refusals.size() - capacity);
            for (long i = 0; i < over; i++) {
                makeRoom(session);
            }
            for (Refusal refusal : refusals) {
                number++;
                insert(session, refusal.letter(number));
            }
            book.stand(session, number, total + refusals.size() - over);
            return number;
        });
    }

    private <T> T writeBooked(String doing, Session.Work<T> work) {
        boolean done = false;
        try {
            T answer = tables.write(doing, work);
            done = true;
            return answer;
        } finally {
            if (!done) {
                book.forget();
            }
        }
    }

    private void insert(Session session, DeadLetter letter) throws SQLException {
        Sealed box = keys.seal(purpose(letter.number()), encode(letter));
        PreparedStatement statement = session.statement(INSERT);
        statement.setLong(1, letter.number());
        statement.setInt(2, code(Status.OPEN));
        statement.setBytes(3, box.key());
        statement.setBytes(4, box.data());
        statement.executeUpdate();
    }

    private void makeRoom(Session session) throws SQLException {
        OptionalLong settled = number(session.statement(OLDEST_SETTLED));
        if (settled.isEmpty()) {
            throw new StoreException(
                    StoreException.Kind.FULL,
                    "all " + capacity + " dead letters are open. Maybe repair and replay them, or drop them.");
        }
        delete(session, settled.getAsLong());
    }

    private static OptionalLong number(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            if (!rows.next()) {
                return OptionalLong.empty();
            }
            long value = rows.getLong(1);
            return rows.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
        }
    }

    private static int delete(Session session, long number) throws SQLException {
        PreparedStatement statement = session.statement(DELETE);
        statement.setLong(1, number);
        return statement.executeUpdate();
    }

    @Override
    public List<DeadLetter> list(Status status, int limit) {
        return tables.read(session -> {
            PreparedStatement statement = session.statement(LIST);
            statement.setInt(1, code(status));
            statement.setInt(2, Math.max(limit, 0));
            return letters(statement);
        });
    }

    @Override
    public Optional<DeadLetter> find(long number) {
        return tables.read(session -> {
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
        return decode(number, status, keys.open(purpose(number), new Sealed(rows.getBytes(3), rows.getBytes(4))));
    }

    @Override
    public long count(Status status) {
        return tables.read(session -> {
            PreparedStatement statement = session.statement(COUNT);
            statement.setInt(1, code(status));
            return number(statement).orElse(0);
        });
    }

    @Override
    public synchronized void mark(long number, Status status) {
        tables.write("mark a dead letter in", session -> {
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
        int gone = writeBooked("purge dead letters from", session -> {
            long last = book.last(session);
            long total = book.total(session);
            int deleted = 0;
            for (long number : found) {
                deleted += delete(session, number);
            }
            book.stand(session, last, total - deleted);
            tables.requestScrub(session);
            return deleted;
        });
        tables.scrub();
        return gone;
    }

    /** Letters that quote one of {@code texts}: in the payload, or in the reason or source made of it. */
    private List<Long> holding(List<String> texts) {
        List<Long> numbers = new ArrayList<>();
        long after = 0;
        while (true) {
            List<DeadLetter> some = page(after);
            for (DeadLetter letter : some) {
                after = letter.number();
                String all = letter.payload() + "\n" + letter.reason() + "\n" + letter.source();
                if (texts.stream().anyMatch(all::contains)) {
                    numbers.add(after);
                }
            }
            if (some.size() < OPENED_AT_ONCE) {
                return numbers;
            }
        }
    }

    private List<DeadLetter> page(long after) {
        return tables.read(session -> {
            PreparedStatement statement = session.statement(PAGE);
            statement.setLong(1, after);
            statement.setInt(2, OPENED_AT_ONCE);
            return letters(statement);
        });
    }

    /** Opens every letter. */
    public void check() {
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

    /** Closes nothing: whoever opened the tables does. */
    @Override
    public void close() {
        // see above
    }
}
