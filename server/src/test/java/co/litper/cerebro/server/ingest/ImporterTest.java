package co.litper.cerebro.server.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.adapters.sqlite.SqliteStore;
import co.litper.cerebro.log.StateRow;
import co.litper.cerebro.server.Installation;
import co.litper.cerebro.server.config.Configuration;
import co.litper.cerebro.server.config.Wiring;
import co.litper.cerebro.server.demo.DemoColumns;
import co.litper.cerebro.server.demo.DemoExport;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.world.Clock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImporterTest {
    private static final Instant NOW = Instant.parse("2026-03-10T15:00:00Z");
    private static final MerchantId MERCHANT = new MerchantId("principal");

    @TempDir
    private Path folder;

    private Installation open(String name) {
        return Installation.open(Wiring.setup(Configuration.defaults(), folder.resolve(name), Clock.fixed(NOW)));
    }

    private static Importer importer(Installation installation) {
        return new Importer(installation, MERCHANT, Clock.fixed(NOW), (rows, read, total) -> {}, () -> false);
    }

    @Test
    void aCheckpointWrittenMeanwhileDoesNotChangeWhatWasBefore()
            throws IOException, InterruptedException, ExecutionException {
        List<StateRow> meanwhile = rowsOfAnImport();
        try (Installation installation = open("here")) {
            Importer importer = importer(installation);
            installation.store().states().checkpoint(0, meanwhile);

            assertThat(importer.decisionsBefore()).isZero();
            assertThat(importer.isFirstImport()).isTrue();
        }
    }

    private List<StateRow> rowsOfAnImport() throws IOException, InterruptedException, ExecutionException {
        Path file = folder.resolve("export.csv");
        DemoExport.of(7, NOW, 50).write(file, DemoColumns.ORDERS);
        try (Installation other = open("other")) {
            Importer importer = importer(other);
            importer.begin();
            importer.file(file);
            importer.end();
            assertThat(other.host().brain().state().control().decisions()).isPositive();
        }
        List<StateRow> rows = new ArrayList<>();
        try (SqliteStore store = SqliteStore.openReadOnly(folder.resolve("other"), SqliteStore.Options.standard())) {
            store.states().scanAll(rows::add);
        }
        return rows;
    }
}
