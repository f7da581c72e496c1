package co.litper.cerebro.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import co.litper.cerebro.decision.Forecast;
import co.litper.cerebro.decision.Reason;
import co.litper.cerebro.feature.Feature;
import co.litper.cerebro.feature.FeatureRow;
import co.litper.cerebro.feature.Priors;
import co.litper.cerebro.feature.ShipmentContext;
import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.ShipmentState;
import co.litper.cerebro.world.LongMap;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DeliveryLearnerTest {
    private static final Instant START = Instant.parse("2026-01-05T15:00:00Z");
    private static final long SEED = 13;

    private static ShipmentContext context(Carrier carrier, Instant at) {
        return new ShipmentContext(
                ShipmentContext.key("tienda"),
                ShipmentContext.key("11001"),
                new CityCode("52001"),
                carrier,
                ShipmentContext.NO_KEY,
                true,
                80_000,
                12_000,
                1,
                at,
                at,
                at.plus(Duration.ofDays(4)),
                ShipmentState.CREATED,
                Double.NaN,
                0,
                ShipmentContext.UNTOLD,
                ShipmentContext.UNTOLD,
                ShipmentContext.UNTOLD,
                Double.NaN);
    }

    /** TCC takes 2 days and Envía 5, against a promise of 4; a fifth of Envía's come back. */
    private static DeliveryLearner trained(int shipments) {
        DeliveryLearner learner = new DeliveryLearner(Priors.DEFAULT);
        SplittableRandom random = new SplittableRandom(SEED);
        DeliveryModels models = learner.snapshot();
        LongMap<Known> opened = new LongMap<>();
        for (int i = 0; i < shipments; i++) {
            Instant at = START.plus(Duration.ofHours(i));
            boolean slow = i % 2 == 1;
            ShipmentContext context = context(slow ? Carrier.ENVIA : Carrier.TCC, at);
            FeatureRow row = models.features(context);
            opened.put(i, new Known(row, context));
            learner.opened(i, row, context);
            double days = (slow ? 5 : 2) * Math.exp(0.2 * random.nextGaussian());
            Instant end = at.plusSeconds((long) (days * 86_400));
            boolean back = slow && random.nextInt(5) == 0;
            learner.ended(
                    i,
                    row,
                    context,
                    back ? DeliveryOutcome.returned(end, true) : DeliveryOutcome.delivered(end, days > 4, false));
            learner.advance(at, id -> Optional.ofNullable(opened.get(id)));
            models = i % 50 == 0 ? learner.snapshot() : models;
        }
        return learner;
    }

    @Test
    void aColdModelGivesThePriorsAndAWideInterval() {
        DeliveryModels cold = DeliveryModels.cold(Priors.DEFAULT);
        Forecast forecast = cold.predict(context(Carrier.TCC, START));
        assertThat(forecast.delay()).isBetween(0.14f, 0.16f);
        assertThat(forecast.etaDays()).isBetween(3.9f, 4.1f);
        assertThat(forecast.etaHighDays()).isGreaterThan(forecast.etaLowDays() * 3.5f);
        assertThat(forecast.evidence()).isZero();
        assertThat(cold.version()).isZero();
    }

    @Test
    void learnsWhichCarrierIsLate() {
        DeliveryModels models = trained(2_000).snapshot();
        Instant now = START.plus(Duration.ofHours(2_001));
        Forecast quick = models.predict(context(Carrier.TCC, now));
        Forecast slow = models.predict(context(Carrier.TCC, now).withCarrier(Carrier.ENVIA, 12_000, Double.NaN));
        assertThat(quick.delay()).as("seed %d", SEED).isLessThan(0.15f);
        assertThat(slow.delay()).as("seed %d", SEED).isGreaterThan(0.6f);
        assertThat(slow.etaDays()).isGreaterThan(quick.etaDays() * 1.5f);
        assertThat(slow.giveBack()).isGreaterThan(quick.giveBack() + 0.05f);
        assertThat(slow.etaHighDays() / slow.etaLowDays()).isLessThan(3);
    }

    @Test
    void daysThatNobodyCouldMeanAreBounded() {
        assertThat(DeliveryModels.days(39)).isEqualTo(365f);
        assertThat(DeliveryModels.days(Math.log(4))).isCloseTo(4f, within(1e-5f));
        assertThat(DeliveryModels.days(-39)).isEqualTo(1 / 48f);
    }

    @Test
    void namesWhatSwayedIt() {
        DeliveryModels models = trained(2_000).snapshot();
        FeatureRow row = models.features(context(Carrier.ENVIA, START.plus(Duration.ofHours(2_001))));
        List<Reason> reasons = models.explain(row, 0, 3);
        assertThat(reasons).hasSize(3);
        assertThat(Math.abs(reasons.get(0).weight()))
                .isGreaterThanOrEqualTo(Math.abs(reasons.get(2).weight()));
        assertThat(reasons)
                .allSatisfy(r -> assertThat(row.get(Feature.at(r.feature()))).isNotNaN());
        assertThatThrownBy(() -> models.explain(row, 3, 3)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void goesOnFromItsBytesAsIfNothingHadHappened() {
        DeliveryLearner one = trained(300);
        DeliveryLearner other = DeliveryLearner.fromBytes(one.toBytes(), Priors.DEFAULT);
        for (DeliveryLearner learner : List.of(one, other)) {
            DeliveryModels models = learner.snapshot();
            Instant at = START.plus(Duration.ofHours(301));
            ShipmentContext context = context(Carrier.TCC, at);
            FeatureRow row = models.features(context);
            learner.opened(301, row, context);
            learner.advance(at.plus(Duration.ofDays(6)), id -> Optional.of(new Known(row, context)));
            learner.ended(301, row, context, DeliveryOutcome.delivered(at.plus(Duration.ofDays(7)), true, true));
        }
        assertThat(other.toBytes()).isEqualTo(one.toBytes());
        assertThat(trained(300).toBytes()).isEqualTo(trained(300).toBytes());
    }

    @Test
    void bytesThatWereCutAreRefused() {
        byte[] bytes = trained(20).toBytes();
        assertThatThrownBy(() -> DeliveryLearner.fromBytes(Arrays.copyOf(bytes, bytes.length - 3), Priors.DEFAULT))
                .isInstanceOf(SnapshotException.class);
    }

    @Test
    void aBrokenPromiseTeachesBeforeTheParcelComesAndOnlyOnce() {
        DeliveryLearner learner = new DeliveryLearner(Priors.DEFAULT);
        ShipmentContext context = context(Carrier.TCC, START);
        FeatureRow row = learner.snapshot().features(context);
        learner.opened(1, row, context);
        learner.advance(START.plus(Duration.ofDays(3)), id -> Optional.of(new Known(row, context)));
        float before = lateLane(learner, START.plus(Duration.ofDays(3)));
        learner.advance(START.plus(Duration.ofDays(5)), id -> Optional.of(new Known(row, context)));
        assertThat(lateLane(learner, START.plus(Duration.ofDays(5)))).isGreaterThan(before);
        float broken = lateLane(learner, START.plus(Duration.ofDays(6)));
        learner.ended(1, row, context, DeliveryOutcome.delivered(START.plus(Duration.ofDays(6)), true, false));
        assertThat(lateLane(learner, START.plus(Duration.ofDays(6)))).isEqualTo(broken);
    }

    private static float lateLane(DeliveryLearner learner, Instant at) {
        return learner.snapshot().features(context(Carrier.TCC, at)).get(Feature.LATE_LANE);
    }

    @Test
    void aCancelledShipmentTeachesNothing() {
        DeliveryLearner learner = new DeliveryLearner(Priors.DEFAULT);
        byte[] before = learner.toBytes();
        ShipmentContext context = context(Carrier.TCC, START);
        FeatureRow row = learner.snapshot().features(context);
        learner.ended(1, row, context, new DeliveryOutcome(START, DeliveryOutcome.Ending.CANCELLED, true, true, 1));
        assertThat(learner.toBytes()).isEqualTo(before);
    }
}
