package co.litper.cerebro.server.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.litper.cerebro.adapters.dropi.DropiExport;
import co.litper.cerebro.adapters.dropi.DropiRow;
import co.litper.cerebro.adapters.dropi.DropiRow.Payment;
import co.litper.cerebro.adapters.table.Dated;
import co.litper.cerebro.adapters.table.Limits;
import co.litper.cerebro.adapters.table.Progress;
import co.litper.cerebro.adapters.table.ReadResult;
import co.litper.cerebro.adapters.table.RowResult;
import co.litper.cerebro.vocabulary.ShipmentState;
import co.litper.cerebro.world.Clock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoExportTest {
    private static final Instant BASE = Instant.parse("2026-03-10T15:00:00Z");
    private static final long SEED = 7;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"a.csv,TRACKING", "a.csv,ORDERS", "a.xlsx,TRACKING", "a.xlsx,ORDERS"})
    void everyRowComesBackAndNoneIsRefused(String name, DemoColumns columns) throws IOException {
        DemoExport export = DemoExport.of(SEED, BASE, 3_000);
        List<DropiRow> rows = rows(export, name, columns);

        assertThat(rows).hasSize(3_000);
        DemoWorld world = new DemoWorld(SEED, BASE, 3_000, 24);
        for (int i = 0; i < rows.size(); i++) {
            DropiRow row = rows.get(i);
            DemoGuide guide = world.guide(i);
            assertThat(row.guide()).isEqualTo(guide.guide());
            assertThat(row.movement().at().orElseThrow().at())
                    .isEqualTo(guide.at(BASE).at().truncatedTo(ChronoUnit.MINUTES));
            if (columns == DemoColumns.ORDERS) {
                assertThat(row.amounts().billed()).hasValue(guide.billedCop());
                assertThat(row.person().name()).isEqualTo(guide.person().name());
                assertThat(row.goods().payment()).isEqualTo(guide.cod() ? Payment.COD : Payment.PREPAID);
                assertThat(row.department()).isEqualTo(guide.city().department());
            }
        }
    }

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherSeedOthers() throws IOException {
        assertThat(csv(DemoExport.of(SEED, BASE, 500))).isEqualTo(csv(DemoExport.of(SEED, BASE, 500)));
        assertThat(csv(DemoExport.of(SEED, BASE, 500))).isNotEqualTo(csv(DemoExport.of(SEED + 1, BASE, 500)));
    }

    @Test
    void theWorldLooksLikeAMerchantInTheMiddleOfItsWork() {
        for (long seed = 1; seed <= 3; seed++) {
            Map<ShipmentState, Long> states = DemoExport.of(seed, BASE, 5_000).states();
            long ended = states.entrySet().stream()
                    .filter(state -> state.getKey().isEnd())
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            assertThat(ended / 5_000.0).as("ended, seed " + seed + " " + states).isBetween(0.6, 0.85);
            assertThat(states.getOrDefault(ShipmentState.ISSUE, 0L) / 5_000.0)
                    .as("with a novedad, seed " + seed + " " + states)
                    .isBetween(0.055, 0.085);
            assertThat((double) states.getOrDefault(ShipmentState.RETURNED, 0L)
                            / states.getOrDefault(ShipmentState.DELIVERED, 0L))
                    .as("returned per delivered, seed " + seed + " " + states)
                    .isBetween(0.08, 0.35);
        }
    }

    @Test
    void codSharesValuesAndCustomersAreAsTold() {
        DemoWorld world = new DemoWorld(SEED, BASE, 5_000, 24);
        int cod = 0;
        Set<String> guides = new HashSet<>();
        Set<String> customers = new HashSet<>();
        for (int i = 0; i < 5_000; i++) {
            DemoGuide guide = world.guide(i);
            cod += guide.cod() ? 1 : 0;
            guides.add(guide.guide());
            customers.add(guide.person().phone());
            assertThat(guide.billedCop()).isBetween(40_000L, 250_000L);
            assertThat(guide.freightCop()).isBetween(1_000L, 40_000L);
        }
        assertThat(cod / 5_000.0).isBetween(0.83, 0.87);
        assertThat(guides).hasSize(5_000);
        assertThat(customers.size()).isBetween(2_000, 4_000);
    }

    @Test
    void carriersDifferByDepartmentSoThatThereIsSomethingToLearn() {
        DemoWorld world = new DemoWorld(SEED, BASE, 20_000, 24);
        Map<String, int[]> byLane = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            DemoGuide guide = world.guide(i);
            int[] counts = byLane.computeIfAbsent(guide.carrier() + guide.city().department(), lane -> new int[2]);
            counts[0]++;
            counts[1] += guide.issueAt(Instant.MAX).isPresent() ? 1 : 0;
        }
        List<Double> rates = byLane.values().stream()
                .filter(counts -> counts[0] >= 300)
                .map(counts -> (double) counts[1] / counts[0])
                .sorted()
                .toList();
        assertThat(rates.size()).isGreaterThan(10);
        assertThat(rates.getLast() / rates.getFirst()).isGreaterThan(2);
    }

    @Test
    void aLaterExportOnlyMovesParcelsOnAndAddsNewOnes() throws IOException {
        DemoExport first = DemoExport.of(SEED, BASE, 1_000);
        DemoExport later = first.successive(2);
        List<DropiRow> before = rows(first, "a.csv", DemoColumns.TRACKING);
        List<DropiRow> after = rows(later, "b.csv", DemoColumns.TRACKING);

        assertThat(after.size()).isEqualTo((int) later.rows()).isGreaterThan(before.size());
        int moved = 0;
        for (int i = 0; i < before.size(); i++) {
            Dated then = before.get(i).movement().at().orElseThrow();
            Dated now = after.get(i).movement().at().orElseThrow();
            assertThat(after.get(i).guide()).isEqualTo(before.get(i).guide());
            assertThat(now.at()).isAfterOrEqualTo(then.at());
            if (now.equals(then)) {
                assertThat(after.get(i)).isEqualTo(before.get(i));
            } else {
                moved++;
            }
        }
        assertThat(moved).isBetween(100, 500);
        assertThat(csv(first.successive(0))).isEqualTo(csv(first));
    }

    @Test
    void impossibleArgumentsAreRefused() {
        assertThatThrownBy(() -> DemoExport.of(1, BASE, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DemoExport.of(1, BASE, 5).successive(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    private List<DropiRow> rows(DemoExport export, String name, DemoColumns columns) throws IOException {
        Path file = folder.resolve(name);
        export.write(file, columns);
        List<DropiRow> rows = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        Clock clock = Clock.fixed(export.moment().plus(Duration.ofMinutes(1)));
        ReadResult result = DropiExport.read(
                file,
                Limits.DEFAULT,
                clock,
                each -> {
                    switch (each) {
                        case RowResult.Row<DropiRow>(DropiRow row, long line) -> rows.add(row);
                        case RowResult.Refused<DropiRow>(long line, String reason, String excerpt) ->
                            refused.add(line + ": " + reason + " " + excerpt);
                    }
                },
                Progress.NONE);
        assertThat(refused).isEmpty();
        assertThat(result).isInstanceOf(ReadResult.Complete.class);
        assertThat(result.summary().rows()).isEqualTo(export.rows());
        assertThat(result.summary().ignoredColumns()).isEmpty();
        return rows;
    }

    private static byte[] csv(DemoExport export) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        export.writeCsv(out, DemoColumns.ORDERS);
        return out.toByteArray();
    }
}
