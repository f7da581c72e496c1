package co.litper.cerebro.server.read;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.Home;
import co.litper.cerebro.StateCodec;
import co.litper.cerebro.adapters.sql.ReadTables;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.FactsCodec;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.logistics.ParcelState;
import co.litper.cerebro.server.kpi.Kpis;
import co.litper.cerebro.server.worklist.Sources;
import co.litper.cerebro.server.worklist.Worklist;
import co.litper.cerebro.server.worklist.WorklistItem;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link ReadTables} promises the read side: that it tells what the state and the log tell that they are made of. */
public abstract class ReadSideContract {
    private static final int EVENTS = 400;

    private static final Pattern DECIMAL = Pattern.compile("-?\\d+\\.\\d+(E-?\\d+)?");

    /** For this test alone. */
    @TempDir
    protected Path folder;

    /**
     * Opens the tables that belong to {@code folder}, empty if none were made for this store. Not called while others are open
     * there.
     *
     * @param wrapper around the connection that writes
     */
    protected abstract ReadTables tables(Path folder, long storeId, UnaryOperator<Connection> wrapper);

    private ReadDesk desk() {
        return new ReadDesk(folder, id -> tables(folder, id, UnaryOperator.identity()));
    }

    private static Map<Long, Home> homes(ReadDesk desk) throws InterruptedException {
        return desk.view.ask(view -> {
            Map<Long, Home> homes = new HashMap<>();
            view.eachHome((key, home) -> homes.put(key, StateCodec.home(StateCodec.bytes(home))));
            return homes;
        });
    }

    private static List<ParcelLine> lines(ReadSide reads) {
        List<ParcelLine> lines = new ArrayList<>();
        long before = Long.MAX_VALUE;
        do {
            Parcels.Page page = reads.parcels().page(ParcelFilter.of(ReadDesk.MERCHANT), before, 7);
            lines.addAll(page.lines());
            before = page.next();
        } while (before > 0);
        return lines;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void everyShipmentIsListedOnceAndAsItStands(long seed) throws Exception {
        try (ReadDesk desk = desk();
                ReadSide reads = desk.open()) {
            new RandomDays(seed, desk.installation.store().vault()).live(desk, EVENTS);
            desk.current(reads);

            Map<Long, Home> homes = homes(desk);
            List<ParcelLine> lines = lines(reads);
            assertThat(lines).extracting(ParcelLine::key).containsExactlyInAnyOrderElementsOf(homes.keySet());
            for (ParcelLine line : lines) {
                ParcelState parcel = homes.get(line.key()).parcel();
                assertThat(line.state()).isEqualTo(parcel.state());
                assertThat(line.carrier()).isEqualTo(parcel.carrier());
                assertThat(line.city()).isEqualTo(parcel.destination());
                assertThat(line.customer()).isEqualTo(parcel.customer());
                assertThat(line.open()).isEqualTo(parcel.hasOpenIssue());
                assertThat(line.movedMs()).isEqualTo(parcel.movedAtMs());
                assertThat(line.lastDecision()).isEqualTo(homes.get(line.key()).lastDecision());
                String number = line.guide().isEmpty() ? line.order() : line.guide();
                assertThat(reads.parcels().find(ReadDesk.MERCHANT, number)).contains(line);
                assertThat(StateCodec.bytes(
                                reads.parcels().homes(List.of(line.id())).getFirst()))
                        .isEqualTo(StateCodec.bytes(homes.get(line.key())));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {4, 5, 6})
    void figuresAndQueueAreThoseOfTheState(long seed) throws Exception {
        try (ReadDesk desk = desk();
                ReadSide reads = desk.open()) {
            new RandomDays(seed, desk.installation.store().vault()).live(desk, EVENTS);
            desk.current(reads);
            EventLog log = desk.installation.store().log();

            Kpis told = reads.figures().kpis(ReadDesk.MERCHANT, desk.now());
            Kpis truth = desk.view.ask(view -> Kpis.of(view, log, ReadDesk.MERCHANT, desk.now()));
            assertThat(told)
                    .usingRecursiveComparison()
                    .withComparatorForType(ReadSideContract::nearly, Double.class)
                    .isEqualTo(truth);

            Worklist list = desk.view.ask(view -> Worklist.of(
                    new Sources(view, log, desk.installation.store().vault(), ReadDesk.DEADLINES, city -> city.code()),
                    ReadDesk.MERCHANT,
                    desk.now(),
                    true));
            List<Long> ids = reads.issues().ids(ReadDesk.MERCHANT, desk.now(), IssueQueue.MOST, 0);
            assertThat(reads.parcels().homes(ids))
                    .extracting(home -> home.parcel().guideNumber())
                    .containsExactlyElementsOf(
                            list.items().stream().map(WorklistItem::guideNumber).toList())
                    .isNotEmpty();
            IssueQueue.Totals totals = reads.issues().totals(ReadDesk.MERCHANT, desk.now());
            assertThat(totals.open()).isEqualTo(list.items().size());
            assertThat(totals.riskCop()).isEqualTo(list.riskCop());
            assertThat(reads.issues().offices(ReadDesk.MERCHANT, desk.now(), 100))
                    .hasSameSizeAs(list.offices());
        }
    }

    private static int nearly(double a, double b) {
        return Double.compare(a, b) == 0 || Math.abs(a - b) < 1e-9 * Math.max(1, Math.abs(b))
                ? 0
                : Double.compare(a, b);
    }

    @Test
    void everyDecisionIsListedOnceTheNewestFirst() throws Exception {
        try (ReadDesk desk = desk();
                ReadSide reads = desk.open()) {
            new RandomDays(7, desk.installation.store().vault()).live(desk, EVENTS);
            desk.current(reads);
            List<Long> truth = new ArrayList<>();
            desk.installation.store().log().read(EventLog.FIRST, entry -> {
                FactsCodec.decode(entry.facts()).forEach(fact -> {
                    if (fact instanceof Decision decision) {
                        truth.add(decision.id());
                    }
                });
                return true;
            });

            List<Long> told = new ArrayList<>();
            long before = Long.MAX_VALUE;
            do {
                Decisions.Page page = reads.decisions().page(DecisionFilter.of(ReadDesk.MERCHANT), before, 50);
                page.lines().forEach(line -> told.add(line.id()));
                before = page.next();
            } while (before > 0);

            truth.sort(Comparator.reverseOrder());
            assertThat(told).containsExactlyElementsOf(truth).isNotEmpty();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {8, 9})
    void tablesMadeAnewTellTheSameAsThoseThatFollowed(long seed) throws Exception {
        try (ReadDesk desk = desk()) {
            List<String> followed;
            try (ReadSide reads = desk.open()) {
                RandomDays days = new RandomDays(seed, desk.installation.store().vault());
                for (int i = 0; i < 8; i++) {
                    days.live(desk, EVENTS / 8);
                    desk.current(reads);
                }
                followed = told(reads, desk);
            }
            try (ReadTables file = desk.tables()) {
                file.clear();
            }
            try (ReadSide reads = desk.open()) {
                requireSame(told(reads, desk), followed);
            }
        }
    }

    /** Line by line, so that what differs is seen. */
    private static void requireSame(List<String> actual, List<String> expected) {
        for (int i = 0; i < Math.min(actual.size(), expected.size()); i++) {
            assertThat(actual.get(i)).isEqualTo(expected.get(i));
        }
        assertThat(actual).hasSameSizeAs(expected).isNotEmpty();
    }

    /** All that the tables tell but for their own numbers. */
    private static List<String> told(ReadSide reads, ReadDesk desk) {
        List<String> all = new ArrayList<>();
        lines(reads).stream()
                .sorted(Comparator.comparingLong(ParcelLine::key))
                .map(line -> line.toString().replace("id=" + line.id() + ",", "") + "\n"
                        + reads.timeline().positions(line.id(), 0, 1_000) + "\n")
                .forEach(all::add);
        reads.decisions().page(DecisionFilter.of(ReadDesk.MERCHANT), Long.MAX_VALUE, 500).lines().stream()
                .map(line -> line.toString().replaceFirst("parcel=\\d+,", "") + "\n")
                .forEach(all::add);
        LocalDate today = Days.today(desk.now());
        reads.scorecards()
                .lanes(ReadDesk.MERCHANT, Optional.empty(), Optional.empty(), 1_000, 0)
                .forEach(card -> all.add(rounded(card)));
        reads.figures().days(ReadDesk.MERCHANT, today.minusDays(100), today).forEach(day -> all.add(rounded(day)));
        reads.figures()
                .brainDays(ReadDesk.MERCHANT, today.minusDays(100), today)
                .forEach(day -> all.add(rounded(day)));
        all.add(reads.approvals().count(ReadDesk.MERCHANT).toString());
        return all;
    }

    /** Sums of doubles differ in their last digits with the order in which they were added. */
    private static String rounded(Record figures) {
        return DECIMAL.matcher(figures.toString())
                .replaceAll(found -> String.format(Locale.ROOT, "%.6f", Double.parseDouble(found.group())));
    }

    @Test
    void tablesThatAreAheadOfTheLogAreMadeAnew() throws Exception {
        try (ReadDesk desk = desk()) {
            new RandomDays(10, desk.installation.store().vault()).live(desk, 20);
            try (ReadTables file = desk.tables()) {
                file.write("test", session -> {
                    ReadTables.putNumber(session, "position", 1_000_000);
                    return 0;
                });
            }
            try (ReadSide reads = desk.open()) {
                assertThat(reads.position())
                        .isEqualTo(desk.installation.store().log().end() - 1);
                assertThat(lines(reads)).hasSameSizeAs(homes(desk).keySet());
            }
        }
    }

    @Test
    void tablesOfAnotherStoreAreMadeAnew() throws Exception {
        try (ReadDesk desk = desk()) {
            new RandomDays(11, desk.installation.store().vault()).live(desk, 20);
            desk.open().close();
            long id = desk.installation.store().id();
            try (ReadTables others = tables(folder, id + 1, UnaryOperator.identity())) {
                assertThat(Projector.positionIn(others)).isZero();
            }
            try (ReadSide reads = desk.open()) {
                assertThat(lines(reads)).hasSameSizeAs(homes(desk).keySet());
            }
        }
    }

    @Test
    void aWriteThatFailsCountsNothingTwice() throws Exception {
        try (ReadDesk desk = desk()) {
            new RandomDays(12, desk.installation.store().vault()).live(desk, EVENTS);
            int failed = 0;
            boolean[] fails = new boolean[1];
            long id = desk.installation.store().id();
            try (ReadTables file = tables(folder, id, connection -> FailingCommits.around(connection, fails))) {
                Projector projector = new Projector(
                        file, new Words(), desk.installation.store().log(), ReadDesk.DEADLINES);
                for (boolean more = true; more; ) {
                    fails[0] = true;
                    try {
                        projector.step(desk.view);
                    } catch (RuntimeException e) {
                        failed++;
                    }
                    fails[0] = false;
                    more = projector.step(desk.view);
                }
            }
            assertThat(failed).isPositive();
            List<String> withFailures;
            try (ReadSide reads = desk.open()) {
                withFailures = told(reads, desk);
            }
            try (ReadTables file = desk.tables()) {
                file.clear();
            }
            try (ReadSide reads = desk.open()) {
                requireSame(told(reads, desk), withFailures);
                assertThat(reads.figures().states(ReadDesk.MERCHANT).keySet()).isSubsetOf(ShipmentState.values());
            }
        }
    }
}
