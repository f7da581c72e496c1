package co.litper.cerebro.cluster.postgres;

import co.litper.cerebro.search.Embedder;
import co.litper.cerebro.search.SearchIndex;
import co.litper.cerebro.testkit.contract.SearchIndexContract;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;

/** Long-term memory on a real pgvector, which PGlite brings. */
class PgvectorSearchIndexTest extends SearchIndexContract {
    private final Map<Path, PostgresOptions> schemas = new HashMap<>();

    @BeforeAll
    static void require() {
        SharedPglite.require();
    }

    @Override
    protected SearchIndex open(Path folder, Embedder embedder) {
        PostgresOptions schema = schemas.computeIfAbsent(folder, f -> SharedPglite.schema());
        return PgvectorSearchIndex.open(schema, 1, embedder);
    }

    @Override
    protected boolean isDurable() {
        return true;
    }
}
