package co.litper.cerebro.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import co.litper.cerebro.log.StateRow;
import co.litper.cerebro.log.StateStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every {@link StateStore} promises. Keys are ordered as signed 64-bit numbers. */
public abstract class StateStoreContract {
    private static final int MEGABYTE = 1024 * 1024;
    private static final long SEED = 20260303;

    /** For this test alone. */
    @TempDir
    protected Path folder;

    private StateStore store;

    /** Opens the store that lives in {@code folder}, which may be empty. Not called while another is open there. */
    protected abstract StateStore open(Path folder);

    /** True if checkpoints survive closing. */
    protected abstract boolean isDurable();

    /** True if others may read while one writes; a store that belongs to one thread has no such readers. */
    protected boolean isShared() {
        return true;
    }

    @BeforeEach
    void openStore() {
        store = open(folder);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    private void reopen() {
        store.close();
        store = open(folder);
    }

    @Test
    void anEmptyStoreStandsAtZero() {
        assertThat(store.position()).isZero();
        assertThat(store.load(1)).isEmpty();
        assertThat(all()).isEmpty();
        assertThat(attention()).isEmpty();
        assertThat(timers()).isEmpty();
    }

    @Test
    void aCheckpointedRowComesBackAsItWas() {
        StateRow row = new StateRow(-5, 3, 2, 1_700_000_000_123L, new byte[] {1, 0, -1});
        store.checkpoint(42, List.of(row));

        assertThat(store.position()).isEqualTo(42);
        assertSame(store.load(-5).orElseThrow(), row);
        assertThat(store.load(5)).isEmpty();
    }

    @Test
    void aDurableStoreSurvivesClosing() {
        StateRow row = new StateRow(Long.MIN_VALUE, 3, 2, StateRow.NEVER, new byte[] {9});
        store.checkpoint(42, List.of(row));
        reopen();

        assertThat(store.position()).isEqualTo(isDurable() ? 42 : 0);
        assertThat(all()).hasSize(isDurable() ? 1 : 0);
        if (isDurable()) {
            assertSame(all().getFirst(), row);
        }
    }

    @Test
    void aLaterCheckpointReplacesItsRowsAndKeepsTheOthers() {
        store.checkpoint(10, List.of(row(1, 1, 100), row(2, 1, 200), row(3, 0, StateRow.NEVER)));
        store.checkpoint(20, List.of(row(2, 0, StateRow.NEVER), row(4, 5, 50)));

        assertThat(store.position()).isEqualTo(20);
        assertThat(keys(all())).containsExactly(1L, 2L, 3L, 4L);
        assertSame(store.load(2).orElseThrow(), row(2, 0, StateRow.NEVER));
        assertThat(keys(attention())).containsExactly(1L, 4L);
        assertThat(timers()).containsExactly("1@100", "4@50");
    }

    @Test
    void aCheckpointWithoutRowsMovesThePositionOnly() {
        store.checkpoint(10, List.of(row(1, 1, 100)));
        store.checkpoint(11, List.of());

        assertThat(store.position()).isEqualTo(11);
        assertThat(keys(all())).containsExactly(1L);
    }

    @Test
    void scansGoInOrderOfTheSignedKey() {
        store.checkpoint(
                1,
                List.of(
                        row(7, 1, 3),
                        row(Long.MAX_VALUE, 1, 2),
                        row(-1, 1, 1),
                        row(0, 1, 9),
                        row(Long.MIN_VALUE, 1, 4)));

        assertThat(keys(all())).containsExactly(Long.MIN_VALUE, -1L, 0L, 7L, Long.MAX_VALUE);
        assertThat(keys(attention())).containsExactly(Long.MIN_VALUE, -1L, 0L, 7L, Long.MAX_VALUE);
        assertThat(timers()).containsExactly(Long.MIN_VALUE + "@4", "-1@1", "0@9", "7@3", Long.MAX_VALUE + "@2");
    }

    @Test
    void onlyAttentionAboveZeroIsShown() {
        store.checkpoint(1, List.of(row(1, 0, 1), row(2, 1, 1), row(3, 1_000_000, 1), row(4, -1, 1)));

        assertThat(keys(attention())).containsExactly(2L, 3L);
    }

    @Test
    void aTimerMayBeDueBefore1970OrAtTheEndOfTime() {
        store.checkpoint(
                1, List.of(row(1, 0, -1), row(2, 0, 0), row(3, 0, Long.MAX_VALUE - 1), row(4, 0, StateRow.NEVER)));

        assertThat(timers()).containsExactly("1@-1", "2@0", "3@" + (Long.MAX_VALUE - 1));
    }

    @Test
    void bytesOfAnyLengthComeBackWhole() {
        byte[] large = new byte[MEGABYTE];
        new SplittableRandom(SEED).nextBytes(large);
        store.checkpoint(
                1, List.of(new StateRow(1, 0, 0, StateRow.NEVER, new byte[0]), new StateRow(2, 0, 1, 5, large)));
        if (isDurable()) {
            reopen();
        }

        assertThat(store.load(1).orElseThrow().bytes()).isEmpty();
        assertThat(store.load(2).orElseThrow().bytes()).isEqualTo(large);
        assertThat(attention().getFirst().bytes()).isEqualTo(large);
    }

    @Test
    void clearingGoesBackToTheBeginning() {
        store.checkpoint(10, List.of(row(1, 1, 100)));
        store.clear();

        assertThat(store.position()).isZero();
        assertThat(all()).isEmpty();
        assertThat(store.load(1)).isEmpty();
        if (isDurable()) {
            reopen();
            assertThat(store.position()).isZero();
            assertThat(all()).isEmpty();
        }
        store.checkpoint(3, List.of(row(2, 0, 7)));
        assertThat(keys(all())).containsExactly(2L);
    }

    @Test
    void aVisitorMayLoadRowsWhileItScans() {
        store.checkpoint(1, List.of(row(1, 1, 1), row(2, 1, 2)));
        List<Long> loaded = new ArrayList<>();

        store.scanAll(row -> loaded.add(store.load(row.key()).orElseThrow().key()));

        assertThat(loaded).containsExactly(1L, 2L);
    }

    @Test
    void manyCheckpointsEndAsAMapWould() {
        SplittableRandom random = new SplittableRandom(SEED);
        TreeMap<Long, StateRow> model = new TreeMap<>();
        for (int position = 1; position <= 60; position++) {
            TreeMap<Long, StateRow> rows = new TreeMap<>();
            for (int i = random.nextInt(100); i > 0; i--) {
                long key = random.nextLong(-300, 300);
                rows.put(
                        key,
                        row(key, random.nextInt(0, 3), random.nextBoolean() ? StateRow.NEVER : random.nextInt(99)));
            }
            store.checkpoint(position, List.copyOf(rows.values()));
            model.putAll(rows);
        }
        if (isDurable()) {
            reopen();
        }

        List<StateRow> all = all();
        assertThat(keys(all)).as("seed %d", SEED).containsExactlyElementsOf(model.keySet());
        List<StateRow> expected = List.copyOf(model.values());
        for (int i = 0; i < all.size(); i++) {
            assertSame(all.get(i), expected.get(i));
        }
        assertThat(keys(attention()))
                .containsExactlyElementsOf(model.values().stream()
                        .filter(row -> row.attention() > 0)
                        .map(StateRow::key)
                        .toList());
        assertThat(timers())
                .containsExactlyElementsOf(model.values().stream()
                        .filter(row -> row.dueMs() != StateRow.NEVER)
                        .map(row -> row.key() + "@" + row.dueMs())
                        .toList());
    }

    @Test
    void aReaderBesideTheWriterSeesWholeCheckpoints() throws InterruptedException {
        assumeTrue(isShared(), "it belongs to one thread");
        int rows = 50;
        AtomicBoolean done = new AtomicBoolean();
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        store.checkpoint(1, sameKind(rows, 1));
        Thread reader = Thread.ofPlatform().start(() -> {
            try {
                boolean last = false;
                while (!last) {
                    last = done.get();
                    List<StateRow> seen = all();
                    assertThat(seen).hasSize(rows);
                    assertThat(seen.stream().map(StateRow::kind).distinct()).hasSize(1);
                }
            } catch (Throwable e) {
                failure.set(e);
            }
        });
        try {
            for (int position = 2; position <= 100; position++) {
                store.checkpoint(position, sameKind(rows, position));
            }
        } finally {
            done.set(true);
            reader.join();
        }
        assertThat(failure.get()).isNull();
    }

    private static List<StateRow> sameKind(int count, int kind) {
        List<StateRow> rows = new ArrayList<>();
        for (int key = 0; key < count; key++) {
            rows.add(new StateRow(key, kind, 1, 1, new byte[] {1}));
        }
        return rows;
    }

    @Test
    void aScanStopsAtTheFirstNo() {
        store.checkpoint(1, List.of(row(7, 0, 0), row(-3, 0, 0), row(5, 0, 0), row(11, 0, 0)));
        List<Long> seen = new ArrayList<>();

        store.scanWhile(row -> {
            seen.add(row.key());
            return row.key() < 5;
        });

        assertThat(seen).containsExactly(-3L, 5L);
    }

    private static StateRow row(long key, int attention, long dueMs) {
        return new StateRow(key, 1, attention, dueMs, new byte[] {(byte) key, (byte) attention, (byte) dueMs});
    }

    private static void assertSame(StateRow actual, StateRow expected) {
        assertThat(actual).usingRecursiveComparison().isEqualTo(expected);
    }

    private List<StateRow> all() {
        List<StateRow> rows = new ArrayList<>();
        store.scanAll(rows::add);
        return rows;
    }

    private List<StateRow> attention() {
        List<StateRow> rows = new ArrayList<>();
        store.scanAttention(rows::add);
        return rows;
    }

    private List<String> timers() {
        List<String> timers = new ArrayList<>();
        store.scanTimers((key, dueMs) -> timers.add(key + "@" + dueMs));
        return timers;
    }

    private static List<Long> keys(List<StateRow> rows) {
        return rows.stream().map(StateRow::key).toList();
    }
}
