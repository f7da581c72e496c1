package co.litper.cerebro.benchmarks.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.litper.cerebro.StateCodec;
import co.litper.cerebro.StateView;
import co.litper.cerebro.cluster.kafka.RowFormat;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.InMemoryEventLog;
import co.litper.cerebro.log.StateRow;
import co.litper.cerebro.log.StateStore;
import co.litper.cerebro.world.WireException;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

class NextReleaseTest {
    private static final long SEED = 20261128;
    private static final int EVENTS = 3_000;

    private final Collection<StateRow> rows = rows();

    /** What a simulated world left behind. */
    private static Collection<StateRow> rows() {
        Recordings world = Recordings.of(SEED, 1, EVENTS);
        InMemoryEventLog log = new InMemoryEventLog(world.entries(0).getFirst().position());
        log.append(world.entries(0), List.of());
        return StateView.open(log, StateStore.empty(), new EnvelopeCodec())
                .rows()
                .values();
    }

    @Test
    void itReadsWhatItWroteAndWhatThisReleaseWrote() {
        assertThat(rows).hasSizeGreaterThan(10);
        for (StateRow row : rows) {
            byte[] ours = RowFormat.STANDARD.encode(row);
            byte[] next = NextRelease.ROWS.encode(row);
            assertThat(NextRelease.ROWS.decode(row.key(), ours))
                    .usingRecursiveComparison()
                    .isEqualTo(row);
            assertThat(NextRelease.ROWS.decode(row.key(), next))
                    .usingRecursiveComparison()
                    .isEqualTo(row);
            assertThat(NextRelease.wrote(next)).isEqualTo(NextRelease.isHome(next));
            assertThat(NextRelease.wrote(ours)).isFalse();
        }
    }

    @Test
    void thisReleaseRefusesItsHomesAsThoseOfANewerOne() {
        List<StateRow> homes = rows.stream()
                .map(row -> RowFormat.STANDARD.decode(row.key(), NextRelease.ROWS.encode(row)))
                .filter(row -> NextRelease.isHome(RowFormat.STANDARD.encode(row)))
                .toList();
        assertThat(homes).hasSizeGreaterThan(5);
        for (StateRow home : homes) {
            assertThatThrownBy(() -> StateCodec.decode(home))
                    .isInstanceOfSatisfying(
                            WireException.class, e -> assertThat(e.isNewer()).isTrue());
        }
    }
}
