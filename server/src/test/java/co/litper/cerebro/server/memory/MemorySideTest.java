package co.litper.cerebro.server.memory;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.adapters.holidays.ColombianHolidays;
import co.litper.cerebro.adapters.sqlite.SqliteStore;
import co.litper.cerebro.memory.Memories;
import co.litper.cerebro.memory.Recall;
import co.litper.cerebro.memory.Recalled;
import co.litper.cerebro.server.LiveView;
import co.litper.cerebro.server.config.Configuration;
import co.litper.cerebro.server.config.Wiring;
import co.litper.cerebro.server.http.RunningService;
import co.litper.cerebro.vocabulary.PersonRef;
import co.litper.cerebro.world.Clock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A memory that two share: one fills it, the other reads it. */
class MemorySideTest {
    private static final Duration WITHIN = Duration.ofMinutes(2);
    private static final String PHONE = "3001234567";

    @TempDir
    private Path folder;

    private final Requests requests = new Requests();
    private RunningService service;
    private LiveView view;

    /** Whom who asked to be erased, and how many memories went once that was done. */
    private static final class Requests {
        private final Map<PersonRef, OptionalInt> gone = new HashMap<>();

        synchronized OptionalInt ask(PersonRef person) {
            return gone.computeIfAbsent(person, _ -> OptionalInt.empty());
        }

        synchronized Collection<PersonRef> open() {
            List<PersonRef> open = new ArrayList<>();
            gone.forEach((person, memories) -> {
                if (memories.isEmpty()) {
                    open.add(person);
                }
            });
            return open;
        }

        synchronized void done(PersonRef person, int memories) {
            gone.put(person, OptionalInt.of(memories));
        }
    }

    /** A folder that is shared for long. */
    private record Shared(MemoryFolder place, Requests requests) implements MemoryPlace {
        @Override
        public Memories open() {
            return place.open();
        }

        @Override
        public Optional<Memories> openBeside(long known) {
            return place.openBeside(known);
        }

        @Override
        public void drop() {
            place.drop();
        }

        @Override
        public boolean isShared() {
            return true;
        }

        @Override
        public OptionalInt eraseElsewhere(PersonRef person) {
            return requests.ask(person);
        }

        @Override
        public Collection<PersonRef> toErase() {
            return requests.open();
        }

        @Override
        public void erased(PersonRef person, int gone) {
            requests.done(person, gone);
        }

        @Override
        public void close() {
            place.close();
        }
    }

    @BeforeEach
    void open() throws IOException, InterruptedException {
        Path installation = folder.resolve("installation");
        service = RunningService.start(installation);
        SqliteStore.Options options = Wiring.storeOptions(Configuration.defaults(), Clock.system());
        view = new LiveView(service.installation(), installation, options);
        lost("G1");
    }

    @AfterEach
    void close() {
        view.close();
        service.close();
    }

    private MemorySide side() {
        return MemorySide.open(
                new Shared(MemoryFolder.in(folder.resolve("shared"), ""), requests),
                service.installation().store().log(),
                view,
                service.installation().store().vault()::isErased,
                new ColombianHolidays());
    }

    /** A novedad of a guide that came back for it. */
    private void lost(String guide) throws IOException, InterruptedException {
        service.tell(RunningService.issue("issue-" + guide, guide, PHONE));
        service.tell(RunningService.event(
                "back-" + guide,
                "guide.updated",
                "{\"guideNumber\":\"" + guide + "\",\"rawStatus\":\"DEVOLUCION\",\"state\":\"RETURNED\"}"));
    }

    private void awaitAll(MemorySide side) throws Exception {
        await(() -> side.behind() == 0);
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + WITHIN.toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("within %s", WITHIN).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private static List<String> told(MemorySide side) throws InterruptedException {
        List<Recalled> recalled = side.recall(Recall.of(
                "dirección errada", RunningService.MERCHANT, Clock.system().now(), 50));
        return recalled.stream()
                .map(one -> one.memory().id() + " " + one.memory().text() + " "
                        + one.memory().support())
                .toList();
    }

    @Test
    void theSecondReadsWhatTheFirstFillsAndGoesOnWhenThatIsGoneWithoutAMemoryTwice() throws Exception {
        List<String> before;
        MemorySide second;
        try (MemorySide first = side()) {
            awaitAll(first);
            second = side();
            awaitAll(second);
            before = told(first);
            assertThat(before).isNotEmpty();
            assertThat(told(second)).isEqualTo(before);
            assertThat(first.isFilling()).isTrue();
            assertThat(second.isFilling()).isFalse();
        }
        try (second) {
            await(second::isFilling);
            lost("G2");
            awaitAll(second);

            service.awaitRemembered();
            assertThat(told(second)).hasSizeGreaterThan(before.size()).doesNotHaveDuplicates();
            try (MemorySide alone = alone()) {
                awaitAll(alone);
                assertThat(told(second)).containsExactlyInAnyOrderElementsOf(told(alone));
            }
        }
    }

    /** One that makes everything anew by itself. */
    private MemorySide alone() {
        return MemorySide.open(
                MemoryFolder.in(folder.resolve("alone"), ""),
                service.installation().store().log(),
                view,
                _ -> false,
                new ColombianHolidays());
    }

    @Test
    void whoeverOnlyReadsHasACustomerErasedByTheOneThatFills() throws Exception {
        try (MemorySide first = side()) {
            awaitAll(first);
            try (MemorySide second = side()) {
                awaitAll(second);
                assertThat(told(second)).isNotEmpty();
                PersonRef person = service.installation().store().vault().refer(RunningService.MERCHANT, PHONE);
                service.installation().store().vault().erase(person);

                assertThat(second.erase(person)).isPositive();

                assertThat(second.isFilling()).isFalse();
                assertThat(told(first)).isEmpty();
                lost("G3");
                awaitAll(first);
                awaitAll(second);
                assertThat(told(first)).isEmpty();
                assertThat(told(second)).isEmpty();
            }
        }
    }
}
