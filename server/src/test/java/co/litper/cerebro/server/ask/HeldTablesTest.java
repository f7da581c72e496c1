package co.litper.cerebro.server.ask;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.event.ParcelFacts;
import co.litper.cerebro.knowledge.ask.CaseTable;
import co.litper.cerebro.logistics.HolidayCalendar;
import co.litper.cerebro.logistics.ParcelState;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HeldTablesTest {
    private static final MerchantId SHOP = new MerchantId("shop");
    private static final MerchantId OTHER = new MerchantId("other");
    private static final Instant NOW = Instant.parse("2026-07-10T17:10:00Z");
    private static final Duration LONG = Duration.ofMinutes(11);
    private static final int LARGE = 3;

    private final AtomicLong logEnd = new AtomicLong(1);
    private final AtomicInteger made = new AtomicInteger();

    @Test
    void whileNothingIsNewTheSameTableServes() throws InterruptedException {
        try (HeldTables tables = new HeldTables(_ -> logEnd.get(), (m, now, end) -> table(1), LARGE)) {
            CaseTable first = tables.of(SHOP, NOW);

            assertThat(tables.of(SHOP, NOW.plusSeconds(60))).isSameAs(first);
            assertThat(tables.of(OTHER, NOW)).isNotSameAs(first);
        }
    }

    @Test
    void aSmallOneIsMadeAnewWhenTheLogHasGrown() throws InterruptedException {
        try (HeldTables tables = new HeldTables(_ -> logEnd.get(), (m, now, end) -> table(LARGE - 1), LARGE)) {
            CaseTable first = tables.of(SHOP, NOW);
            logEnd.incrementAndGet();

            assertThat(tables.of(SHOP, NOW)).isNotSameAs(first);
        }
    }

    @Test
    void aLargeOneServesSomeMinutesThoughTheLogGrows() throws InterruptedException {
        try (HeldTables tables = new HeldTables(_ -> logEnd.get(), (m, now, end) -> table(LARGE), LARGE)) {
            CaseTable first = tables.of(SHOP, NOW);
            logEnd.incrementAndGet();

            assertThat(tables.of(SHOP, NOW.plusSeconds(500))).isSameAs(first);
            assertThat(made).hasValue(1);
        }
    }

    @Test
    void aLargeOldOneServesWhileAnotherIsMadeBesideIt() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        HeldTables.Making making = (merchant, now, end) -> {
            if (end > 1) {
                asked.countDown();
                goOn.await();
            }
            return table(LARGE);
        };
        try (HeldTables tables = new HeldTables(_ -> logEnd.get(), making, LARGE)) {
            CaseTable first = tables.of(SHOP, NOW);
            logEnd.incrementAndGet();

            assertThat(tables.of(SHOP, NOW.plus(LONG))).isSameAs(first);
            assertThat(asked.await(1, TimeUnit.MINUTES)).isTrue();
            assertThat(tables.of(SHOP, NOW.plus(LONG))).isSameAs(first);
            goOn.countDown();

            assertThat(theNext(tables, first)).isNotSameAs(first);
            assertThat(made).hasValue(2);
        }
    }

    @Test
    void aTableThatCannotBeMadeAnewLeavesTheOldOneServing() throws InterruptedException {
        HeldTables.Making making = (merchant, now, end) -> {
            if (end == 2) {
                logEnd.set(3);
                throw new IllegalStateException("the disk is full");
            }
            return table(LARGE);
        };
        try (HeldTables tables = new HeldTables(_ -> logEnd.get(), making, LARGE)) {
            CaseTable first = tables.of(SHOP, NOW);
            logEnd.set(2);

            assertThat(tables.of(SHOP, NOW.plus(LONG))).isSameAs(first);
            assertThat(theNext(tables, first)).isNotSameAs(first);
        }
    }

    private static CaseTable theNext(HeldTables tables, CaseTable first) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        CaseTable table = first;
        while (table == first && System.nanoTime() < deadline) {
            Thread.onSpinWait();
            table = tables.of(SHOP, NOW.plus(LONG));
        }
        return table;
    }

    private CaseTable table(int rows) {
        made.incrementAndGet();
        CaseTable.Builder table = CaseTable.builder(NOW, HolidayCalendar.none());
        for (int i = 0; i < rows; i++) {
            ParcelState parcel = new ParcelState();
            parcel.identify("", "2400000" + i);
            parcel.learn(ParcelFacts.NOTHING, NOW.toEpochMilli(), false);
            parcel.moveTo(ShipmentState.CREATED, null, "", NOW.toEpochMilli(), false, true);
            table.add(parcel);
        }
        return table.build();
    }
}
