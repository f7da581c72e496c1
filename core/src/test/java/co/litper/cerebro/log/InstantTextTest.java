package co.litper.cerebro.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstantTextTest {
    private static final long SEED = 20260304;

    private static String write(Instant instant) {
        byte[] out = new byte[InstantText.MAX_BYTES];
        return new String(out, 0, InstantText.write(instant, out), StandardCharsets.US_ASCII);
    }

    @Test
    void asManyDigitsAreWrittenAsAreNeeded() {
        assertThat(write(Instant.parse("2026-03-01T14:05:09Z"))).isEqualTo("2026-03-01T14:05:09Z");
        assertThat(write(Instant.parse("2026-03-01T14:05:09.250Z"))).isEqualTo("2026-03-01T14:05:09.25Z");
        assertThat(write(Instant.parse("1969-12-31T23:59:59.000000001Z"))).isEqualTo("1969-12-31T23:59:59.000000001Z");
    }

    @Test
    void everyMomentComesBackAndReadsLikeJavaTime() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 20_000; i++) {
            Instant instant = Instant.ofEpochSecond(
                    random.nextLong(-62_167_219_200L, 253_402_300_800L),
                    random.nextBoolean() ? 0 : random.nextInt(1_000_000_000));
            String text = write(instant);
            assertThat(InstantText.parse(text)).as("seed %d: %s", SEED, text).contains(instant);
            assertThat(Instant.parse(text)).isEqualTo(instant);
        }
    }

    @Test
    void theEndsOfTimeComeBackToo() {
        for (Instant instant : new Instant[] {
            Instant.EPOCH,
            Instant.parse("0000-01-01T00:00:00Z"),
            Instant.parse("9999-12-31T23:59:59.999999999Z"),
            Instant.parse("+10000-01-01T00:00:00Z"),
            Instant.parse("-0001-12-31T23:59:59Z"),
            Instant.parse("+999999999-12-31T23:59:59.999999999Z")
        }) {
            assertThat(InstantText.parse(write(instant))).contains(instant);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T09:05:09-05:00, 2026-03-01T14:05:09Z",
        "2026-03-01T09:05-05:00, 2026-03-01T14:05:00Z",
        "2026-03-01T14:05Z, 2026-03-01T14:05:00Z"
    })
    void offsetsAreUnderstood(String text, Instant instant) {
        assertThat(InstantText.parse(text)).contains(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "2026-03-01",
                "2026-03-01T14:05:09",
                "2026-02-30T14:05:09Z",
                "2026-13-01T14:05:09Z",
                "2026-03-01T24:05:09Z",
                "2026-03-01T14:60:09Z",
                "2026-03-01T14:05:61Z",
                "2026-03-01T14:05:09.1234567890Z",
                "01/03/2026 14:05",
                "2026-03-01T14:05:0٣Z",
                "2026-03-01T14:05:09X"
            })
    void whatIsNoMomentIsNotRead(String text) {
        assertThat(InstantText.parse(text)).isEmpty();
    }
}
