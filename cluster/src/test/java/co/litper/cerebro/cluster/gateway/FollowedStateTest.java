package co.litper.cerebro.cluster.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.litper.cerebro.StateView;
import co.litper.cerebro.adapters.sqlite.CheckpointFolder;
import co.litper.cerebro.adapters.sqlite.SqliteStore;
import co.litper.cerebro.event.LogisticsEvent.TrackingUpdated;
import co.litper.cerebro.log.Entry;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.log.Snapshot;
import co.litper.cerebro.log.StateRow;
import co.litper.cerebro.log.StateStore;
import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.server.Installation;
import co.litper.cerebro.server.config.Configuration;
import co.litper.cerebro.server.config.Wiring;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowedStateTest {
    private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");
    private static final long LOG = 7;

    @TempDir
    Path folder;

    private Installation installation() {
        return Installation.open(Wiring.setup(Configuration.defaults(), folder.resolve("log"), () -> NOW));
    }

    private CheckpointFolder checkpoints(long logId) {
        return CheckpointFolder.open(folder.resolve("shard-0"), SqliteStore.Options.standard(), logId);
    }

    private static void tell(Installation installation, int from, int to) throws Exception {
        for (int i = from; i < to; i++) {
            installation
                    .host()
                    .submit(Envelope.own(
                            "e-" + i,
                            "/test",
                            new MerchantId("shop"),
                            "guide:" + i,
                            NOW,
                            new TrackingUpdated(
                                    Integer.toString(i),
                                    Carrier.TCC,
                                    "EN TRANSITO",
                                    ShipmentState.IN_TRANSIT,
                                    new CityCode("11001"))))
                    .get();
        }
    }

    private static Map<Long, StateRow> folded(EventLog log) {
        return StateView.open(log, StateStore.empty(), new EnvelopeCodec()).rows();
    }

    private static Map<Long, StateRow> rows(FollowedState state) throws InterruptedException {
        return state.ask(StateView::rows);
    }

    private static void requireSame(Map<Long, StateRow> actual, Map<Long, StateRow> expected) {
        assertThat(actual).hasSameSizeAs(expected).isNotEmpty();
        expected.forEach((key, row) -> assertThat(actual.get(key)).satisfies(same -> {
            assertThat(same.bytes()).isEqualTo(row.bytes());
            assertThat(same.dueMs()).isEqualTo(row.dueMs());
        }));
    }

    @Test
    void itIsTheStateOfTheLogAndGoesOnFromItsCheckpoint() throws Exception {
        try (Installation installation = installation()) {
            tell(installation, 0, 40);
            EventLog log = installation.store().log();
            long checkpoint;
            try (CheckpointFolder kept = checkpoints(LOG)) {
                FollowedState state = new FollowedState(log, kept);
                requireSame(rows(state), folded(log));
                tell(installation, 20, 60);
                requireSame(rows(state), folded(log));
                state.checkpoint();
                checkpoint = kept.states().position();
                assertThat(checkpoint).isEqualTo(log.end() - 1);
            }
            tell(installation, 50, 70);
            try (CheckpointFolder kept = checkpoints(LOG)) {
                FollowedState state = new FollowedState(new NotBefore(log, checkpoint + 1), kept);
                requireSame(rows(state), folded(log));
            }
        }
    }

    @Test
    void checkpointsOfAnotherLogOrOfOneThatIsShorterNowCountForNothing() throws Exception {
        try (Installation installation = installation()) {
            tell(installation, 0, 10);
            EventLog log = installation.store().log();
            try (CheckpointFolder kept = checkpoints(LOG)) {
                kept.states().checkpoint(log.end() + 5, List.of());
                requireSame(rows(new FollowedState(log, kept)), folded(log));
            }
            try (CheckpointFolder kept = checkpoints(LOG + 1)) {
                assertThat(kept.states().position()).isZero();
                assertThatThrownBy(() -> checkpoints(LOG + 1))
                        .isInstanceOfSatisfying(
                                StoreException.class, e -> assertThat(e.kind()).isEqualTo(StoreException.Kind.LOCKED));
            }
        }
    }

    @Test
    void aLongQuestionBesideSeesTheSameAndNobodyWaitsForIt() throws Exception {
        try (Installation installation = installation();
                CheckpointFolder kept = checkpoints(LOG)) {
            tell(installation, 0, 20);
            EventLog log = installation.store().log();
            FollowedState state = new FollowedState(log, kept);
            rows(state);
            state.checkpoint();
            tell(installation, 10, 30);
            Map<Long, StateRow> beside = state.askBeside(view -> {
                try {
                    requireSame(
                            CompletableFuture.supplyAsync(() -> asked(state)).get(1, TimeUnit.MINUTES), view.rows());
                } catch (InterruptedException | ExecutionException | TimeoutException e) {
                    throw new AssertionError("nobody answers beside it", e);
                }
                return view.rows();
            });
            requireSame(beside, folded(log));
            assertThat(kept.states().position()).isLessThan(log.end() - 1);
        }
    }

    private static Map<Long, StateRow> asked(FollowedState state) {
        try {
            return rows(state);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whileTheLogDoesNotAnswerWhatWasFoldedStays() throws Exception {
        try (Installation installation = installation();
                CheckpointFolder kept = checkpoints(LOG)) {
            tell(installation, 0, 10);
            NotBefore log = new NotBefore(installation.store().log(), 0);
            FollowedState state = new FollowedState(log, kept);
            long end = log.end();
            requireSame(rows(state), folded(log));
            log.gone = true;
            assertThatThrownBy(() -> rows(state)).isInstanceOf(StoreException.class);
            log.gone = false;
            log.first = end;
            requireSame(rows(state), folded(installation.store().log()));
        }
    }

    /** A log of which nobody may read the beginning, and which may be gone. */
    private static final class NotBefore implements EventLog {
        private final EventLog log;
        private long first;
        private boolean gone;

        NotBefore(EventLog log, long first) {
            this.log = log;
            this.first = first;
        }

        @Override
        public long end() {
            if (gone) {
                throw new StoreException(StoreException.Kind.IO, "gone");
            }
            return log.end();
        }

        @Override
        public void read(long from, Visitor visitor) {
            assertThat(from).isGreaterThanOrEqualTo(first);
            log.read(from, visitor);
        }

        @Override
        public void append(List<Entry> entries, List<Snapshot> snapshots) {
            throw new UnsupportedOperationException("only read");
        }

        @Override
        public Optional<Entry> at(long position) {
            return log.at(position);
        }

        @Override
        public Optional<byte[]> snapshot(long version) {
            return log.snapshot(version);
        }

        @Override
        public long newestSnapshot() {
            return log.newestSnapshot();
        }

        @Override
        public void close() {}
    }
}
