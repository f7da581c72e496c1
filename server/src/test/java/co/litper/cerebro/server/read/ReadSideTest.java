package co.litper.cerebro.server.read;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.adapters.sql.ReadTables;
import co.litper.cerebro.adapters.sqlite.ReadFile;
import co.litper.cerebro.adapters.sqlite.SqliteStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The read tables in a file. */
class ReadSideTest extends ReadSideContract {
    @Override
    protected ReadTables tables(Path folder, long storeId, UnaryOperator<Connection> wrapper) {
        SqliteStore.Options options =
                ReadDesk.OPTIONS.withWrapper((file, purpose, connection) -> wrapper.apply(connection));
        return ReadFile.open(folder, options, storeId, ReadShape.SHAPE);
    }

    @Test
    void aFileOfAnotherShapeIsMadeAnew() {
        ReadFile.Shape other = new ReadFile.Shape(99, List.of("CREATE TABLE other(id INTEGER)"));
        ReadFile.open(folder, ReadDesk.OPTIONS, 1, other).close();
        try (ReadTables file = tables(folder, 1, UnaryOperator.identity())) {
            assertThat(Projector.positionIn(file)).isZero();
        }
    }
}
