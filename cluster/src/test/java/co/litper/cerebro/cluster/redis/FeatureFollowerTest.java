package co.litper.cerebro.cluster.redis;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.StateView;
import co.litper.cerebro.event.LogisticsEvent.IssueReported;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.log.StateStore;
import co.litper.cerebro.server.Installation;
import co.litper.cerebro.server.config.Configuration;
import co.litper.cerebro.server.config.Wiring;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.MerchantId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureFollowerTest {
    private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");
    private static final MerchantId MERCHANT = new MerchantId("tienda");

    @TempDir
    Path folder;

    private static void tellOfIssue(Installation installation, String number) throws Exception {
        installation
                .host()
                .submit(Envelope.own(
                        "issue-" + number,
                        "/test",
                        MERCHANT,
                        "guide:" + number,
                        NOW,
                        new IssueReported(number, Carrier.TCC, "DIRECCION ERRADA", IssueReason.BAD_ADDRESS, 1)))
                .get();
    }

    /** False if there was nothing to do. */
    private static boolean step(FeatureFollower follower, StateView view) {
        Optional<FeatureFollower.Batch> next = follower.read(view);
        next.ifPresent(follower::publish);
        return next.isPresent();
    }

    @Test
    void aParcelThatTheViewDoesNotKnowYetWaitsForOneThatDoes() throws Exception {
        EnvelopeCodec codec = new EnvelopeCodec();
        try (Installation installation = Installation.open(Wiring.setup(Configuration.defaults(), folder, () -> NOW));
                RedisFeatures features = RedisFeatures.open(SharedRedis.address())) {
            EventLog log = installation.store().log();
            FeatureFollower follower = new FeatureFollower(log, features);
            tellOfIssue(installation, "G1");
            StateView view = StateView.open(log, StateStore.empty(), codec);
            tellOfIssue(installation, "G2");

            assertThat(step(follower, view)).isTrue();
            assertThat(step(follower, view)).isFalse();
            assertThat(features.position()).isEqualTo(view.position());
            assertThat(features.knownAt(MERCHANT, "G1")).hasValue(NOW.toEpochMilli());
            assertThat(features.knownAt(MERCHANT, "G2")).isEmpty();

            view.advance(log, codec);
            assertThat(step(follower, view)).isTrue();
            assertThat(features.knownAt(MERCHANT, "G2")).hasValue(NOW.toEpochMilli());
            assertThat(features.position()).isEqualTo(log.end() - 1);
        }
    }

    @Test
    void aFollowerGoesOnWhereTheFeaturesStand() throws Exception {
        EnvelopeCodec codec = new EnvelopeCodec();
        try (Installation installation = Installation.open(Wiring.setup(Configuration.defaults(), folder, () -> NOW));
                RedisFeatures features = RedisFeatures.open(SharedRedis.address())) {
            EventLog log = installation.store().log();
            tellOfIssue(installation, "G1");
            StateView view = StateView.open(log, StateStore.empty(), codec);
            step(new FeatureFollower(log, features), view);
            tellOfIssue(installation, "G2");
            view.advance(log, codec);

            FeatureFollower next = new FeatureFollower(log, features);

            assertThat(next.position()).isEqualTo(features.position()).isPositive();
            assertThat(step(next, view)).isTrue();
            assertThat(features.knownAt(MERCHANT, "G2")).hasValue(NOW.toEpochMilli());
        }
    }

    @Test
    void ofTwoFollowersOnePublishesAndTheOtherGoesOnFromThere() throws Exception {
        EnvelopeCodec codec = new EnvelopeCodec();
        try (Installation installation = Installation.open(Wiring.setup(Configuration.defaults(), folder, () -> NOW));
                RedisFeatures features = RedisFeatures.open(SharedRedis.address())) {
            EventLog log = installation.store().log();
            FeatureFollower first = new FeatureFollower(log, features);
            FeatureFollower second = new FeatureFollower(log, features);
            tellOfIssue(installation, "G1");
            StateView view = StateView.open(log, StateStore.empty(), codec);

            assertThat(step(first, view)).isTrue();
            assertThat(step(second, view)).isTrue();
            assertThat(second.position()).isEqualTo(first.position());
            assertThat(step(second, view)).isFalse();
        }
    }
}
