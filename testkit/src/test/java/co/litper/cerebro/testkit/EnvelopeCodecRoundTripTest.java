package co.litper.cerebro.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.event.EventType;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.EnvelopeCodec;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EnvelopeCodecRoundTripTest {
    private static final long SEED = 20260301;
    private final EnvelopeCodec codec = new EnvelopeCodec();

    @ParameterizedTest
    @EnumSource
    void everyEnvelopeComesBackAsItWent(EventType type) {
        RandomEvents random = new RandomEvents(SEED);
        for (int i = 0; i < 500; i++) {
            Envelope envelope = random.next(type);
            byte[] bytes = codec.encode(envelope);
            String replay =
                    "seed " + SEED + ", " + type + " number " + i + ": " + new String(bytes, StandardCharsets.UTF_8);
            assertThat(codec.decode(bytes)).as(replay).isEqualTo(envelope);
            assertThat(codec.encode(codec.decode(bytes))).as(replay).isEqualTo(bytes);
        }
    }
}
