package co.litper.cerebro.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.adapters.dropi.DropiExport;
import co.litper.cerebro.adapters.dropi.DropiRow;
import co.litper.cerebro.adapters.sqlite.SqliteStore;
import co.litper.cerebro.adapters.table.Limits;
import co.litper.cerebro.adapters.table.Progress;
import co.litper.cerebro.adapters.table.RowResult;
import co.litper.cerebro.server.Reading;
import co.litper.cerebro.server.demo.DemoColumns;
import co.litper.cerebro.server.demo.DemoExport;
import co.litper.cerebro.world.Clock;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports of the same shop taken at three moments, and imported in every order. */
class SuccessiveExportTest {
    private static final DemoExport WORLD = DemoExport.of(19, Terminal.NOW, 400);

    @TempDir
    private Path folder;

    private Terminal terminal = new Terminal(Path.of("."));

    @BeforeEach
    void openTerminal() {
        terminal = new Terminal(folder.resolve("data"));
    }

    private static Instant day(int day) {
        return Terminal.NOW.plus(Duration.ofDays(day));
    }

    private Path export(int day) throws IOException {
        Path path = folder.resolve("day" + day + ".csv");
        WORLD.successive(day).write(path, DemoColumns.ORDERS);
        return path;
    }

    private JsonNode ingest(Path file, int day) throws IOException {
        assertThat(terminal.at(day(day)).run("ingest", file.toString(), "--json"))
                .as(terminal.err)
                .isZero();
        return new ObjectMapper().readTree(terminal.out);
    }

    /** What a row tells of a movement; equal if nothing moved. */
    private static Set<List<Object>> observations(Path file, int day) {
        Set<List<Object>> told = new HashSet<>();
        DropiExport.read(
                file,
                Limits.DEFAULT,
                Clock.fixed(day(day)),
                result -> {
                    if (result instanceof RowResult.Row<DropiRow>(DropiRow row, long line)) {
                        assertThat(told.add(observation(row)))
                                .as("line " + line)
                                .isTrue();
                    }
                },
                Progress.NONE);
        return told;
    }

    private static List<Object> observation(DropiRow row) {
        boolean solved = row.issue().solved().orElse(!row.issue().solution().isBlank());
        return List.of(
                row.guide().isEmpty() ? row.orderId() : row.guide(),
                row.carrier(),
                row.status(),
                row.issue().text(),
                solved,
                row.movement().text(),
                row.movement().at());
    }

    /** Each parcel with all that an older export could turn back. */
    private Map<Long, String> parcels() {
        Map<Long, String> parcels = new TreeMap<>();
        try (Reading reading = Reading.open(folder.resolve("data"), SqliteStore.Options.standard())) {
            reading.view()
                    .eachHome((key, home) -> parcels.put(
                            key,
                            home.parcel().state() + " " + home.parcel().movedAtMs() + " "
                                    + home.parcel().issue() + " "
                                    + home.parcel().hasOpenIssue() + " "
                                    + home.parcel().endedAtMs() + " "
                                    + home.parcel().issues()));
        }
        return parcels;
    }

    @Test
    void aLaterExportBringsExactlyTheRowsThatDiffer() throws IOException {
        Path first = export(0);
        Path third = export(3);
        ingest(first, 0);
        Set<List<Object>> news = observations(third, 3);
        news.removeAll(observations(first, 0));

        JsonNode change = ingest(third, 3);

        assertThat(news).isNotEmpty();
        assertThat(change.path("events").asLong()).isEqualTo(news.size());
        assertThat(change.path("duplicates").asLong())
                .isEqualTo(WORLD.successive(3).rows() - news.size());
    }

    @Test
    void theSameExportAgainChangesNoParcel() throws IOException {
        Path first = export(0);
        ingest(first, 0);
        Map<Long, String> before = parcels();

        assertThat(ingest(first, 1).path("events").asLong()).isZero();
        assertThat(parcels()).isEqualTo(before);
    }

    @Test
    void olderExportsThatComeLateTurnNoParcelBack() throws IOException {
        Path older = export(1);
        Path oldest = export(0);
        ingest(export(3), 3);
        Map<Long, String> before = parcels();

        JsonNode late = ingest(older, 3);
        ingest(oldest, 3);

        assertThat(late.path("events").asLong())
                .as("observations that were never seen")
                .isPositive();
        assertThat(parcels().keySet()).isEqualTo(before.keySet());
        parcels()
                .forEach((key, parcel) ->
                        assertThat(state(parcel)).as(parcel).isEqualTo(state(before.getOrDefault(key, "none of it"))));
    }

    /** State and moment of the movement: how many novedades there were may still become known. */
    private static String state(String parcel) {
        return parcel.substring(0, parcel.indexOf(' ', parcel.indexOf(' ') + 1));
    }
}
