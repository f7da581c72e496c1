package co.litper.cerebro.server.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import co.litper.cerebro.adapters.sqlite.ReadFile;
import co.litper.cerebro.adapters.sqlite.SqliteStore;
import co.litper.cerebro.vocabulary.MerchantId;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Estimates of the read side beside figures that are known otherwise. */
class FiguresTest {
    private static final MerchantId MERCHANT = new MerchantId("tienda");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @TempDir
    private Path folder;

    @Test
    void aShareHasWilsonsInterval() {
        // R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 1998,
        // table I.
        requireInterval(Interval.share(81, 263), 0.2553, 0.3662);
        requireInterval(Interval.share(15, 148), 0.0624, 0.1605);
        requireInterval(Interval.share(0, 20), 0.0000, 0.1611);
        requireInterval(Interval.share(1, 29), 0.0061, 0.1718);
        assertThat(Interval.share(0, 0).isKnown()).isFalse();
    }

    private static void requireInterval(Interval interval, double low, double high) {
        assertThat(interval.low()).isCloseTo(low, within(0.00005));
        assertThat(interval.high()).isCloseTo(high, within(0.00005));
    }

    @Test
    void aMeanOfOneValueHasNoInterval() {
        Interval one = Interval.mean(1, 3, 9);

        assertThat(one.value()).isEqualTo(3);
        assertThat(one.low()).isNaN();
        Interval four = Interval.mean(4, 10, 30); // 1, 2, 3, 4
        assertThat(four.value()).isEqualTo(2.5);
        assertThat(four.high() - four.value()).isCloseTo(1.959964 * Math.sqrt(5.0 / 3 / 4), within(1e-6));
    }

    /** Of so many worlds the interval holds the truth in about nineteen of twenty. */
    @Test
    void theGainOfAnsweringIsFoundWhereChanceLeftSomeAlone() {
        long seed = 20261128;
        int worlds = 400;
        int answered = 2_000;
        double share = 0.05;
        int held = 0;
        for (int world = 0; world < worlds; world++) {
            Worth worth = Worth.of(world(new SplittableRandom(seed + world), answered, share));
            // Answering is worth 0.7 - 0.3 of 50,000 pesos to all but the twentieth that was left alone.
            double gain = 20_000 * (1 - share) * answered;
            assertThat(worth.maturity()).isEqualTo(1);
            held += worth.gainCop().low() <= gain && gain <= worth.gainCop().high() ? 1 : 0;
        }
        assertThat((double) held / worlds).as("seeds from %d", seed).isBetween(0.91, 0.99);
    }

    private static Sums<BrainCount> world(SplittableRandom random, int answered, double share) {
        Sums<BrainCount> s = Sums.none(BrainCount.values());
        s.add(BrainCount.JUDGED, answered);
        s.add(BrainCount.JUDGED_SETTLED, answered);
        for (int i = 0; i < answered; i++) {
            boolean left = random.nextDouble() < share;
            double r = random.nextDouble() < (left ? 0.3 : 0.7) ? 50_000 : 0;
            s.add(BrainCount.WORTH, r);
            s.add(BrainCount.WORTH_SQUARED, r * r);
            if (left) {
                double w = 1 / share;
                s.add(BrainCount.LEFT, 1);
                s.add(BrainCount.LEFT_W, w);
                s.add(BrainCount.LEFT_WR, w * r);
                s.add(BrainCount.LEFT_WW, w * w);
                s.add(BrainCount.LEFT_WWR, w * w * r);
                s.add(BrainCount.LEFT_WWRR, w * w * r * r);
            }
        }
        return s;
    }

    /** Where the hopeless are always left and the others hardly ever, those left are many and tell nothing of the others. */
    @Test
    void nothingIsClaimedWhereOnlyTheHopelessAreLeftAlone() {
        Sums<BrainCount> s = Sums.none(BrainCount.values());
        for (int i = 0; i < 1_000; i++) {
            boolean hopeless = i % 4 == 0;
            double r = hopeless ? -20_000 : 30_000;
            s.add(BrainCount.JUDGED, 1);
            s.add(BrainCount.JUDGED_SETTLED, 1);
            s.add(BrainCount.WORTH, r);
            s.add(BrainCount.WORTH_SQUARED, r * r);
            if (hopeless) {
                s.add(BrainCount.LEFT, 1);
                s.add(BrainCount.LEFT_W, 1);
                s.add(BrainCount.LEFT_WR, r);
                s.add(BrainCount.LEFT_WW, 1);
                s.add(BrainCount.LEFT_WWR, r);
                s.add(BrainCount.LEFT_WWRR, r * r);
            }
        }

        Worth worth = Worth.of(s);

        assertThat(worth.gainCop().isKnown()).isFalse();
        assertThat(worth.leftCop().isKnown()).isFalse();
        assertThat(worth.isTooFew()).isFalse();
        assertThat(worth.support()).isEqualTo(0.25);
    }

    @Test
    void nothingIsClaimedWhereChanceLeftTooFewAlone() {
        try (ReadFile file = ReadFile.open(folder, SqliteStore.Options.standard(), 1, ReadShape.SHAPE)) {
            Worth worth = new FigureBook(file, new Words()).worth(MERCHANT, DAY);

            assertThat(worth.gainCop().isKnown()).isFalse();
            assertThat(worth.leftCop().isKnown()).isFalse();
            assertThat(worth.maturity()).isNaN();
        }
    }

    @Test
    void theBetterCarrierOfACityTellsWhatItCouldHaveSaved() {
        try (ReadFile file = ReadFile.open(folder, SqliteStore.Options.standard(), 1, ReadShape.SHAPE)) {
            Words words = new Words();
            file.write("test", session -> {
                long merchant = words.put(session, MERCHANT.value());
                Tallies<LaneCount> lanes =
                        new Tallies<>("lane", List.of("merchant", "carrier", "city"), LaneCount.values());
                lane(lanes, 900, 100, merchant, words.put(session, "TCC"), words.put(session, "52001"));
                lane(lanes, 700, 300, merchant, words.put(session, "ENVIA"), words.put(session, "52001"));
                lane(lanes, 20, 1, merchant, words.put(session, "DOMINA"), words.put(session, "52001"));
                lane(lanes, 500, 500, merchant, words.put(session, "ENVIA"), words.put(session, "11001"));
                lanes.flush(session);
                return 0;
            });
            words.committed();

            LookBack back = LookBack.of(new Scorecards(file, words), MERCHANT);

            assertThat(back.all().returned()).isEqualTo(901);
            assertThat(back.overlaps()).singleElement().satisfies(overlap -> {
                assertThat(overlap.carrier().carrier().code()).isEqualTo("ENVIA");
                assertThat(overlap.better().carrier().code()).isEqualTo("TCC");
                // Wilson's upper end of 100 in 1,000 is 0.1201: 300 - 120.1 returns, 30,000 pesos each.
                assertThat(overlap.savedReturns()).isCloseTo(179.9, within(0.1));
                assertThat((double) overlap.savedCop()).isCloseTo(overlap.savedReturns() * 30_000, within(1.0));
            });
            assertThat(back.assumedCop()).isEqualTo(back.overlaps().getFirst().savedCop());
        }
    }

    private static void lane(Tallies<LaneCount> lanes, int delivered, int returned, long... key) {
        lanes.add(LaneCount.PARCELS, delivered + returned, key);
        lanes.add(LaneCount.DELIVERED, delivered, key);
        lanes.add(LaneCount.RETURNED, returned, key);
        lanes.add(LaneCount.LOST_COP, 30_000.0 * returned, key);
    }
}
