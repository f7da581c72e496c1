package co.litper.cerebro.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.ShipmentState;
import co.litper.cerebro.world.WireException;
import co.litper.cerebro.world.WireReader;
import co.litper.cerebro.world.WireWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AggregatesTest {
    private static final Instant NOON = Instant.parse("2026-03-02T17:00:00Z");

    static ShipmentContext context(String merchant, String city, Carrier carrier, @Nullable Instant promised) {
        return new ShipmentContext(
                ShipmentContext.key(merchant),
                ShipmentContext.key("11001"),
                new CityCode(city),
                carrier,
                ShipmentContext.key("hogar"),
                true,
                80_000,
                12_000,
                1.5,
                NOON,
                NOON,
                promised,
                ShipmentState.CREATED,
                Double.NaN,
                0,
                2,
                1,
                ShipmentContext.UNTOLD,
                Double.NaN);
    }

    private static Aggregates lateInPasto(int late, int onTime) {
        Aggregates aggregates = new Aggregates();
        ShipmentContext pasto = context("tienda", "52001", Carrier.TCC, null);
        for (int i = 0; i < late + onTime; i++) {
            aggregates.observe(pasto, new Observation.Judged(NOON, i < late, 1));
        }
        return aggregates;
    }

    private static double rate(AggregateView view, ShipmentContext context, Feature feature) {
        return feature.natural(
                new FeatureMaker(view, Priors.DEFAULT).row(context).get(feature));
    }

    @Test
    void aRareLaneIsShrunkToItsParentAndAFrequentOneSpeaksForItself() {
        ShipmentContext pasto = context("tienda", "52001", Carrier.TCC, null);
        assertThat(rate(AggregateView.EMPTY, pasto, Feature.LATE_LANE))
                .isCloseTo(Priors.DEFAULT.lateRate(), within(1e-3));
        double few = rate(lateInPasto(3, 0).publish(), pasto, Feature.LATE_LANE);
        assertThat(few).isBetween(0.16, 0.6);
        assertThat(rate(lateInPasto(900, 100).publish(), pasto, Feature.LATE_LANE))
                .isCloseTo(0.9, within(0.03));
    }

    @Test
    void aCarrierIsCrowdedOnlyNearWhatItCanTake() {
        ShipmentContext pasto = context("tienda", "52001", Carrier.TCC, null);
        assertThat(crowded(pasto)).isNaN();
        assertThat(crowded(pasto.withCarrier(Carrier.ENVIA, 12_000, 0.5))).isZero();
        assertThat(crowded(pasto.withCarrier(Carrier.ENVIA, 12_000, 1.1))).isCloseTo(0.3, within(1e-3));
    }

    private static double crowded(ShipmentContext context) {
        return new FeatureMaker(AggregateView.EMPTY, Priors.DEFAULT)
                .row(context)
                .get(Feature.CARRIER_CROWDED);
    }

    @Test
    void howLongANovedadTookToSettleSaysNothingOfTheCarriersPace() {
        ShipmentContext pasto = context("tienda", "52001", Carrier.TCC, null);
        assertThat(paceAfter(pasto, true)).isCloseTo(1, within(1e-3));
        assertThat(paceAfter(pasto, false)).isGreaterThan(2);
    }

    /** After fifty parcels that took five times as long as expected. */
    private static double paceAfter(ShipmentContext context, boolean issue) {
        Aggregates aggregates = new Aggregates();
        for (int i = 0; i < 50; i++) {
            aggregates.observe(context, new Observation.Ended(NOON, false, issue, 20, 4, 1));
        }
        return rate(aggregates.publish(), context, Feature.PACE_CARRIER_RECENT);
    }

    @Test
    void aContextOfAnEarlierReleaseIsReadWithoutItsCarriersUse() {
        ShipmentContext pasto = context("tienda", "52001", Carrier.TCC, null);
        WireWriter out = new WireWriter();
        pasto.withCarrier(Carrier.TCC, 12_000, 0.9).write(out);
        byte[] first = Arrays.copyOf(out.toBytes(), out.toBytes().length - Float.BYTES);
        first[0] = 1;
        assertThat(ShipmentContext.read(new WireReader(first)))
                .isEqualTo(pasto.withCarrier(Carrier.TCC, 12_000, Double.NaN));
    }

    @Test
    void oldExperienceFadesByEventTime() {
        AggregateView view = lateInPasto(200, 0).publish();
        ShipmentContext now = context("tienda", "52001", Carrier.TCC, null);
        Instant later = NOON.plus(Duration.ofDays(3_000));
        ShipmentContext muchLater = new ShipmentContext(
                now.merchant(),
                now.origin(),
                now.destination(),
                now.carrier(),
                now.category(),
                true,
                1,
                1,
                1,
                later,
                later,
                null,
                ShipmentState.CREATED,
                Double.NaN,
                0,
                0,
                0,
                0,
                Double.NaN);
        assertThat(rate(view, now, Feature.LATE_CARRIER)).isGreaterThan(0.8);
        assertThat(rate(view, muchLater, Feature.LATE_CARRIER)).isCloseTo(Priors.DEFAULT.lateRate(), within(0.01));
    }

    @Test
    void aPublishedViewNeverChanges() {
        Aggregates aggregates = lateInPasto(10, 0);
        ShipmentContext pasto = context("tienda", "52001", Carrier.TCC, null);
        AggregateView before = aggregates.publish();
        FeatureRow row = new FeatureMaker(before, Priors.DEFAULT).row(pasto);
        aggregates.observe(pasto, new Observation.Judged(NOON, false, 100));
        assertThat(new FeatureMaker(before, Priors.DEFAULT).row(pasto)).isEqualTo(row);
        assertThat(new FeatureMaker(aggregates.publish(), Priors.DEFAULT).row(pasto))
                .isNotEqualTo(row);
    }

    @Test
    void memoryIsBoundedAndWhatIsEvictedDependsOnTheEventsAlone() {
        Aggregates one = crowded();
        assertThat(one.evicted()).isPositive();
        assertThat(crowded().toBytes()).isEqualTo(one.toBytes());
        assertThat(one.toBytes().length).isLessThan(64 * 80 + 64);
    }

    private static Aggregates crowded() {
        Aggregates aggregates = new Aggregates(64);
        for (int i = 0; i < 500; i++) {
            aggregates.observe(
                    context("tienda" + i, "5" + (1_000 + i), Carrier.TCC, null),
                    new Observation.HandedOver(NOON, 1, 1));
        }
        return aggregates;
    }

    @Test
    void goesOnFromItsBytes() {
        Aggregates one = lateInPasto(5, 3);
        Aggregates other = Aggregates.fromBytes(one.toBytes());
        ShipmentContext pasto = context("tienda", "52001", Carrier.TCC, null);
        one.observe(pasto, new Observation.Ended(NOON, false, true, 3, 2, 1));
        other.observe(pasto, new Observation.Ended(NOON, false, true, 3, 2, 1));
        assertThat(other.toBytes()).isEqualTo(one.toBytes());
        byte[] cut = Arrays.copyOf(one.toBytes(), 100);
        assertThatThrownBy(() -> Aggregates.fromBytes(cut)).isInstanceOf(SnapshotException.class);
    }

    @Test
    void aRowComesBackFromItsBytesExactlyAndFitsTheReceipt() {
        ShipmentContext pasto = context("tienda", "52001", Carrier.TCC, NOON.plusSeconds(500_000));
        FeatureRow row = new FeatureMaker(lateInPasto(7, 9).publish(), Priors.DEFAULT).row(pasto);
        assertThat(FeatureRow.fromBytes(row.toBytes())).isEqualTo(row);
        assertThat(row.toBytes().length).isLessThanOrEqualTo(100);
        assertThat(FeatureRow.MAX_BYTES).isLessThanOrEqualTo(100);
        assertThatThrownBy(() -> FeatureRow.fromBytes(Arrays.copyOf(row.toBytes(), 20)))
                .isInstanceOf(WireException.class);
        assertThatThrownBy(() -> FeatureRow.fromBytes(new byte[] {9})).hasMessageContaining("version");
    }

    @Test
    void whatIsNotKnownIsMissing() {
        FeatureRow row =
                new FeatureMaker(AggregateView.EMPTY, Priors.DEFAULT).row(context("", "52001", Carrier.UNKNOWN, null));
        assertThat(row.get(Feature.LATE_CARRIER)).isNaN();
        assertThat(row.get(Feature.LATE_MERCHANT)).isNaN();
        assertThat(row.get(Feature.WINDOW_DAYS)).isNaN();
        assertThat(row.get(Feature.CUSTOMER_RETURNS)).isNaN();
        assertThat(row.get(Feature.HOUR)).isEqualTo(12);
        assertThat(row.get(Feature.WEEK_SINE)).as("a Monday").isZero();
    }

    @Test
    void aContextComesBackFromItsBytes() {
        for (Instant promised : new Instant[] {NOON.plusSeconds(90), null}) {
            ShipmentContext context = context("tienda", "~pasto", Carrier.UNKNOWN, promised);
            WireWriter out = new WireWriter();
            context.write(out);
            assertThat(ShipmentContext.read(new WireReader(out.toBytes()))).isEqualTo(context);
        }
    }

    @Test
    void namesOfFeaturesAreUnique() {
        assertThat(Arrays.stream(Feature.values()).map(Feature::key)).doesNotHaveDuplicates();
    }
}
