package co.litper.cerebro.cluster.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.litper.cerebro.adapters.sql.ReadTables;
import co.litper.cerebro.adapters.sql.Session;
import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.server.read.ReadSideContract;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The read tables on a real server. */
class PostgresReadSideTest extends ReadSideContract {
    private static final long STORE = 7;

    private final Map<Path, PostgresOptions> schemas = new HashMap<>();

    @Override
    protected ReadTables tables(Path folder, long storeId, UnaryOperator<Connection> wrapper) {
        PostgresOptions options = schemas.computeIfAbsent(folder, f -> SharedPostgres.schema());
        return PostgresReadTables.open(options, storeId, PostgresReadTables.STANDARD_DAYS, wrapper);
    }

    @Test
    void aSecondWriterIsRefusedUntilTheFirstIsGone() {
        PostgresOptions options = SharedPostgres.schema();
        try (PostgresReadTables first = PostgresReadTables.open(options, STORE, 1)) {
            put(first, "position", 5);

            assertThatThrownBy(() -> PostgresReadTables.open(options, STORE, 1))
                    .isInstanceOfSatisfying(
                            StoreException.class, e -> assertThat(e.kind()).isEqualTo(StoreException.Kind.LOCKED));
        }
        try (PostgresReadTables second = PostgresReadTables.open(options, STORE, 1)) {
            assertThat(second.<Long>read(
                            session -> ReadTables.number(session, "position").orElse(0)))
                    .isEqualTo(5);
        }
    }

    private static void put(ReadTables tables, String name, long value) {
        tables.write("test", session -> {
            ReadTables.putNumber(session, name, value);
            return value;
        });
    }

    @Test
    void aWriterWhoseConnectionWasCutGoesOnWithANewOne() throws Exception {
        PostgresOptions options = SharedPostgres.schema();
        List<Connection> made = new ArrayList<>();
        try (PostgresReadTables tables = PostgresReadTables.open(options, STORE, 1, connection -> {
            made.add(connection);
            return connection;
        })) {
            put(tables, "a", 1);
            made.getFirst().close();

            assertThatThrownBy(() -> put(tables, "a", 2)).isInstanceOf(StoreException.class);
            put(tables, "a", 3);

            assertThat(made).hasSize(2);
            assertThat(tables.<Long>read(
                            session -> ReadTables.number(session, "a").orElse(0)))
                    .isEqualTo(3);
        }
    }

    @Test
    void partsOlderThanIsKeptAreDroppedWholeAndTheRestStays() {
        try (PostgresReadTables tables = PostgresReadTables.open(SharedPostgres.schema(), STORE, 30)) {
            tables.makeRoom(1, 10);
            decisionAt(tables, 5, 100);
            decisionAt(tables, 9, 120);
            tables.makeRoom(Parts.POSITIONS, Parts.POSITIONS + 10);
            decisionAt(tables, Parts.POSITIONS + 3, 151);

            assertThat(decisions(tables)).hasSize(3);
            tables.makeRoom(2 * Parts.POSITIONS, 2 * Parts.POSITIONS);

            assertThat(decisions(tables)).containsExactly((Parts.POSITIONS + 3) * 1024);
            decisionAt(tables, 2 * Parts.POSITIONS + 1, 181);
            tables.makeRoom(3 * Parts.POSITIONS, 3 * Parts.POSITIONS);

            assertThat(decisions(tables))
                    .as("day 151 is 30 days before day 181")
                    .containsExactly((Parts.POSITIONS + 3) * 1024, (2 * Parts.POSITIONS + 1) * 1024);
        }
    }

    private static void decisionAt(ReadTables tables, long position, long day) {
        tables.write("test", session -> {
            run(
                    session,
                    "INSERT INTO decision(id, merchant, parcel, at, carrier, actions, agents, flags, autonomy, value,"
                            + " delay) VALUES(?, 1, 1, ?, 1, 0, 0, 0, 0, 0, 0)",
                    position * 1024,
                    day);
            run(session, "INSERT INTO span(day, first, last) VALUES(?, ?, ?)", day, position * 1024, position * 1024);
            return position;
        });
    }

    private static void run(Session session, String sql, long... values) throws SQLException {
        var statement = session.statement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setLong(i + 1, values[i]);
        }
        statement.executeUpdate();
    }

    private static List<Long> decisions(ReadTables tables) {
        return tables.read(session -> {
            List<Long> ids = new ArrayList<>();
            try (ResultSet rows =
                    session.statement("SELECT id FROM decision ORDER BY id").executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                }
            }
            return ids;
        });
    }

    @Test
    void tablesOfAnotherReleaseAreMadeAnew() {
        PostgresOptions options = SharedPostgres.schema();
        try (PostgresReadTables tables = PostgresReadTables.open(options, STORE, 1)) {
            put(tables, "position", 5);
            put(tables, "shape", -1);
        }
        try (PostgresReadTables again = PostgresReadTables.open(options, STORE, 1)) {
            assertThat(again.<Boolean>read(
                            session -> ReadTables.number(session, "position").isPresent()))
                    .isFalse();
        }
    }

    @Test
    void aServerThatIsNotThereIsToldAsSuch() {
        PostgresOptions nowhere = PostgresOptions.of("jdbc:postgresql://127.0.0.1:1/x", "u", "", "s");

        assertThatThrownBy(() -> PostgresReadTables.open(nowhere, STORE, 1))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("127.0.0.1:1")
                .hasMessageContaining("Maybe");
    }
}
