package co.litper.cerebro.adapters.dropi;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.adapters.table.Limits;
import co.litper.cerebro.adapters.table.Progress;
import co.litper.cerebro.adapters.table.ReadResult;
import co.litper.cerebro.adapters.table.RowResult;
import co.litper.cerebro.world.Clock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads small exports into lists. */
final class Exports {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-10T15:00:00Z"));

    private Exports() {}

    /** All that came of a file. */
    record Read(ReadResult result, List<RowResult<DropiRow>> results) {
        List<DropiRow> rows() {
            List<DropiRow> rows = new ArrayList<>();
            for (RowResult<DropiRow> each : results) {
                if (each instanceof RowResult.Row<DropiRow>(DropiRow row, long line)) {
                    rows.add(row);
                }
            }
            return rows;
        }

        List<Long> lines() {
            return results.stream()
                    .filter(each -> each instanceof RowResult.Row)
                    .map(RowResult::line)
                    .toList();
        }

        List<RowResult.Refused<DropiRow>> refused() {
            List<RowResult.Refused<DropiRow>> refused = new ArrayList<>();
            for (RowResult<DropiRow> each : results) {
                if (each instanceof RowResult.Refused<DropiRow> one) {
                    refused.add(one);
                }
            }
            return refused;
        }

        DropiRow onlyRow() {
            assertThat(result).isInstanceOf(ReadResult.Complete.class);
            assertThat(refused()).isEmpty();
            assertThat(rows()).hasSize(1);
            return rows().getFirst();
        }

        ReadResult.Stopped stopped() {
            assertThat(result).isInstanceOf(ReadResult.Stopped.class);
            return (ReadResult.Stopped) result;
        }
    }

    static Read read(Path folder, String text) throws IOException {
        return read(folder, text.getBytes(StandardCharsets.UTF_8));
    }

    static Read read(Path folder, byte[] bytes) throws IOException {
        Path file = Files.createTempFile(folder, "export", ".bin");
        Files.write(file, bytes);
        return read(file);
    }

    static Read read(Path file) {
        List<RowResult<DropiRow>> results = new ArrayList<>();
        ReadResult result = DropiExport.read(file, Limits.DEFAULT, CLOCK, results::add, Progress.NONE);
        return new Read(result, results);
    }
}
