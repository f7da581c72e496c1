package co.litper.cerebro.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.litper.cerebro.log.Entry;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.log.Snapshot;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every {@link EventLog} promises. */
public abstract class EventLogContract {
    private static final int MEGABYTE = 1024 * 1024;
    private static final long SEED = 20260302;

    /** For this test alone. */
    @TempDir
    protected Path folder;

    private EventLog log;

    /** Opens the log that lives in {@code folder}, which may be empty. Not called while another is open there. */
    protected abstract EventLog open(Path folder);

    /** True if what was appended survives closing. */
    protected abstract boolean isDurable();

    @BeforeEach
    void openLog() {
        log = open(folder);
    }

    @AfterEach
    void closeLog() {
        log.close();
    }

    private void reopen() {
        log.close();
        log = open(folder);
    }

    @Test
    void anEmptyLogBeginsAtItsFirstPosition() {
        assertThat(log.end()).isEqualTo(EventLog.FIRST).isEqualTo(log.first());
        assertThat(positions(EventLog.FIRST)).isEmpty();
        assertThat(log.at(EventLog.FIRST)).isEmpty();
        assertThat(log.newestSnapshot()).isZero();
        assertThat(log.snapshot(1)).isEmpty();
    }

    @Test
    void whatWasAppendedIsReadInOrderWithTheSameBytes() {
        log.append(List.of(entry(1), entry(2)), List.of());
        log.append(List.of(entry(3)), List.of());

        assertThat(log.end()).isEqualTo(4);
        List<Entry> read = entries(1);
        assertThat(read).hasSize(3);
        for (int i = 0; i < 3; i++) {
            assertSame(read.get(i), entry(i + 1));
        }
    }

    @Test
    void aDurableLogSurvivesClosing() {
        log.append(List.of(entry(1), entry(2)), List.of(new Snapshot(7, bytes("seven"))));
        reopen();

        assertThat(log.end()).isEqualTo(isDurable() ? 3 : 1);
        assertThat(positions(1)).isEqualTo(isDurable() ? List.of(1L, 2L) : List.of());
        assertThat(log.newestSnapshot()).isEqualTo(isDurable() ? 7 : 0);
        assertThat(log.snapshot(7).map(EventLogContract::text)).isEqualTo(optional(isDurable(), "seven"));
        long next = log.end();
        log.append(List.of(entry(next)), List.of());
        assertThat(log.end()).isEqualTo(next + 1);
    }

    @Test
    void readingBeginsWhereItIsTold() {
        log.append(List.of(entry(1), entry(2), entry(3)), List.of());

        assertThat(positions(2)).containsExactly(2L, 3L);
        assertThat(positions(3)).containsExactly(3L);
        assertThat(positions(4)).isEmpty();
        assertThat(positions(1_000)).isEmpty();
        assertThat(positions(0)).containsExactly(1L, 2L, 3L);
        assertThat(positions(-5)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void readingStopsWhenTheVisitorHasEnough() {
        log.append(List.of(entry(1), entry(2), entry(3)), List.of());
        List<Long> seen = new ArrayList<>();

        log.read(1, entry -> {
            seen.add(entry.position());
            return seen.size() < 2;
        });

        assertThat(seen).containsExactly(1L, 2L);
    }

    @Test
    void oneEntryIsFoundByItsPosition() {
        log.append(List.of(entry(1), entry(2)), List.of());

        assertSame(log.at(2).orElseThrow(), entry(2));
        assertThat(log.at(0)).isEmpty();
        assertThat(log.at(-1)).isEmpty();
        assertThat(log.at(3)).isEmpty();
    }

    @Test
    void aBatchThatDoesNotFollowIsRefusedWhole() {
        log.append(List.of(entry(1)), List.of());
        List<List<Entry>> wrong = List.of(
                List.of(entry(1)),
                List.of(entry(3)),
                List.of(entry(2), entry(4)),
                List.of(entry(2), entry(2)),
                List.of(entry(3), entry(2)));

        for (List<Entry> batch : wrong) {
            assertThatThrownBy(() -> log.append(batch, List.of(new Snapshot(1, bytes("lost")))))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(log.end()).isEqualTo(2);
            assertThat(positions(1)).containsExactly(1L);
            assertThat(log.newestSnapshot()).isZero();
        }
        log.append(List.of(entry(2)), List.of());
        assertThat(positions(1)).containsExactly(1L, 2L);
    }

    @Test
    void anEmptyBatchChangesNothing() {
        log.append(List.of(), List.of());
        log.append(List.of(entry(1)), List.of());
        log.append(List.of(), List.of());

        assertThat(log.end()).isEqualTo(2);
    }

    @Test
    void emptyBytesStayEmptyBytes() {
        log.append(List.of(new Entry(1, new byte[0], new byte[0])), List.of(new Snapshot(1, new byte[0])));
        if (isDurable()) {
            reopen();
        }

        Entry read = log.at(1).orElseThrow();
        assertThat(read.event()).isEmpty();
        assertThat(read.facts()).isEmpty();
        assertThat(log.snapshot(1).orElseThrow()).isEmpty();
    }

    @Test
    void anEntryOfAMegabyteComesBackWhole() {
        byte[] event = noise(1, MEGABYTE);
        byte[] facts = noise(2, MEGABYTE);
        log.append(List.of(new Entry(1, event, facts)), List.of());
        if (isDurable()) {
            reopen();
        }

        Entry read = log.at(1).orElseThrow();
        assertThat(read.event()).isEqualTo(event);
        assertThat(read.facts()).isEqualTo(facts);
        assertThat(entries(1).getFirst().event()).isEqualTo(event);
    }

    @Test
    void snapshotsBecomeReadableWithTheirEntries() {
        log.append(List.of(entry(1)), List.of(new Snapshot(1, bytes("one"))));
        log.append(List.of(entry(2)), List.of(new Snapshot(2, bytes("two")), new Snapshot(3, noise(3, MEGABYTE))));

        assertThat(log.newestSnapshot()).isEqualTo(3);
        assertThat(log.snapshot(2).map(EventLogContract::text)).contains("two");
        assertThat(log.snapshot(3).orElseThrow()).isEqualTo(noise(3, MEGABYTE));
        assertThat(log.snapshot(4)).isEmpty();
        assertThat(log.snapshot(0)).isEmpty();
    }

    @Test
    void aSnapshotNeedsNoEntry() {
        log.append(List.of(), List.of(new Snapshot(1, bytes("one"))));

        assertThat(log.end()).isEqualTo(1);
        assertThat(log.newestSnapshot()).isEqualTo(1);
    }

    @Test
    void manyBatchesOfAnySizeStayInOrder() {
        SplittableRandom random = new SplittableRandom(SEED);
        long next = 1;
        while (next < 5_000) {
            List<Entry> batch = new ArrayList<>();
            for (int i = random.nextInt(200); i >= 0; i--) {
                batch.add(entry(next++));
            }
            log.append(batch, List.of());
        }
        if (isDurable()) {
            reopen();
        }

        List<Entry> read = entries(1);
        assertThat(read).as("seed %d", SEED).hasSize((int) next - 1);
        for (int i = 0; i < read.size(); i++) {
            assertSame(read.get(i), entry(i + 1));
        }
    }

    @Test
    void readingEndsWhereTheLogEndedWhenItBegan() {
        log.append(List.of(entry(1), entry(2)), List.of());
        List<Long> seen = new ArrayList<>();

        log.read(1, entry -> {
            seen.add(entry.position());
            log.append(List.of(entry(log.end())), List.of());
            return true;
        });

        assertThat(seen).containsExactly(1L, 2L);
        assertThat(log.end()).isEqualTo(5);
    }

    @Test
    void aReaderMayReadWithinReading() {
        log.append(List.of(entry(1), entry(2)), List.of(new Snapshot(1, bytes("one"))));
        List<String> seen = new ArrayList<>();

        log.read(1, outer -> {
            log.read(1, inner -> seen.add(outer.position() + "-" + inner.position()));
            assertThat(log.at(1)).isPresent();
            assertThat(log.snapshot(1)).isPresent();
            return true;
        });

        assertThat(seen).containsExactly("1-1", "1-2", "2-1", "2-2");
    }

    @Test
    void aVisitorThatFailsLeavesTheLogUsable() {
        log.append(List.of(entry(1), entry(2)), List.of());

        assertThatThrownBy(() -> log.read(1, entry -> {
                    throw new IllegalStateException("visitor");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("visitor");

        log.append(List.of(entry(3)), List.of());
        assertThat(positions(1)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void readersBesideTheWriterSeeWholeBatches() throws InterruptedException {
        int batch = 10;
        int batches = 100;
        AtomicBoolean done = new AtomicBoolean();
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        Thread reader = Thread.ofPlatform().start(() -> {
            try {
                boolean last = false;
                while (!last) {
                    last = done.get();
                    List<Long> positions = positions(1);
                    assertThat(positions.size() % batch).isZero();
                    for (int i = 0; i < positions.size(); i++) {
                        assertThat(positions.get(i)).isEqualTo(i + 1L);
                    }
                    assertThat((log.end() - 1) % batch).isZero();
                    assertThat(log.newestSnapshot()).isGreaterThanOrEqualTo(positions.size() / batch);
                }
            } catch (Throwable e) {
                failure.set(e);
            }
        });
        try {
            for (int b = 0; b < batches; b++) {
                List<Entry> entries = new ArrayList<>();
                for (int i = 0; i < batch; i++) {
                    entries.add(entry(b * batch + i + 1L));
                }
                log.append(entries, List.of(new Snapshot(b + 1L, bytes("s" + b))));
            }
        } finally {
            done.set(true);
            reader.join();
        }
        assertThat(failure.get()).isNull();
        assertThat(log.end()).isEqualTo(batch * batches + 1L);
    }

    private List<Entry> entries(long from) {
        List<Entry> entries = new ArrayList<>();
        log.read(from, entries::add);
        return entries;
    }

    private List<Long> positions(long from) {
        return entries(from).stream().map(Entry::position).toList();
    }

    private static Entry entry(long position) {
        return new Entry(
                position, bytes("event ñ " + position), position % 3 == 0 ? new byte[0] : bytes("f" + position));
    }

    private static void assertSame(Entry actual, Entry expected) {
        assertThat(actual.position()).isEqualTo(expected.position());
        assertThat(actual.event()).isEqualTo(expected.event());
        assertThat(actual.facts()).isEqualTo(expected.facts());
    }

    private static Optional<String> optional(boolean present, String text) {
        return present ? Optional.of(text) : Optional.empty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] noise(long seed, int length) {
        byte[] bytes = new byte[length];
        new SplittableRandom(seed).nextBytes(bytes);
        return bytes;
    }
}
