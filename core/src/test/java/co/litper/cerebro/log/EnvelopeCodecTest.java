package co.litper.cerebro.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import co.litper.cerebro.event.Event;
import co.litper.cerebro.event.EventType;
import co.litper.cerebro.event.LogisticsEvent.GuideUpdated;
import co.litper.cerebro.event.LogisticsEvent.Telemetry;
import co.litper.cerebro.event.LogisticsEvent.TrackingUpdated;
import co.litper.cerebro.event.ParcelFacts;
import co.litper.cerebro.event.SystemEvent.SnapshotPublished;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import co.litper.cerebro.vocabulary.Priority;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeCodecTest {
    private static final Instant NOON = Instant.parse("2026-03-01T17:00:00Z");
    private static final long SEED = 20260305;
    private static final String TRACKING = """
            {"specversion":"1.0","id":"1","source":"/tcc","type":"tracking.updated","subject":"guide:5501",\
            "time":"2026-03-01T17:00:00Z","dataschema":"urn:cerebro:tracking.updated:2","merchantid":"litper",\
            "recordedat":"2026-03-01T17:00:00Z","data":{"guideNumber":"5501","carrier":"TCC","rawStatus":"EN AGENCIA"}}""";

    private final EnvelopeCodec codec = new EnvelopeCodec();

    private static Envelope envelope(Event event) {
        return new Envelope(
                "1",
                "/tcc",
                new MerchantId("litper"),
                "guide:5501",
                NOON,
                TimePrecision.SECOND,
                NOON,
                "",
                "",
                Priority.NORMAL,
                Standing.LIVE,
                false,
                0,
                event);
    }

    private static TrackingUpdated tracking() {
        return new TrackingUpdated("5501", Carrier.TCC, "EN AGENCIA", null, CityCode.UNKNOWN);
    }

    private String encoded(Event event) {
        return new String(codec.encode(envelope(event)), StandardCharsets.UTF_8);
    }

    private List<Problem> problems(String json) {
        return Objects.requireNonNull(catchThrowableOfType(
                        MalformedEventException.class, () -> codec.decode(json.getBytes(StandardCharsets.UTF_8))))
                .problems();
    }

    private Envelope decoded(String json) {
        return codec.decode(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anEnvelopeIsACloudEventThatLeavesOutWhatIsNotTold() {
        assertThat(encoded(tracking())).isEqualTo(TRACKING);
        assertThat(decoded(TRACKING)).isEqualTo(envelope(tracking()));
    }

    @Test
    void whatIsNotToldTakesNoRoom() {
        ParcelFacts parcel = new ParcelFacts(
                new PersonRef("00112233445566778899aabbccddeeff"),
                CityCode.UNKNOWN,
                new CityCode("05001"),
                Carrier.COORDINADORA,
                true,
                89_900,
                ParcelFacts.UNTOLD,
                ParcelFacts.UNTOLD,
                ParcelFacts.UNTOLD,
                Double.NaN,
                0,
                "",
                "",
                null);
        GuideUpdated guide = new GuideUpdated(
                "240012345678", "", parcel, "EN REPARTO", ShipmentState.OUT_FOR_DELIVERY, "", null, false, null, null);

        assertThat(codec.encode(envelope(guide))).hasSizeLessThanOrEqualTo(450);
        assertThat(codec.encode(envelope(tracking()))).hasSizeLessThanOrEqualTo(350);
    }

    @Test
    void theOrderOfFieldsDoesNotMatterAndUnknownOnesAreIgnored() {
        String shuffled = """
                 { "data": {"carrier":"TCC","future":{"a":[1,{"b":2}]},"rawStatus":"EN AGENCIA","guideNumber":"5501",
                   "state":null}, "traceparent":"00-x", "recordedat":"2026-03-01T12:00:00-05:00", "merchantid":"litper",
                   "datacontenttype":"application/json; charset=utf-8",
                   "dataschema":"urn:cerebro:tracking.updated:2", "time":"2026-03-01T17:00:00.000Z",
                   "subject":"guide:5501","type":"tracking.updated","source":"/tcc","id":"1","specversion":"1.0" }
                """;

        assertThat(decoded(shuffled)).isEqualTo(envelope(tracking()));
    }

    @Test
    void oldBytesOfAGuideAreReadAsToday() throws IOException {
        Envelope envelope = codec.decode(old("guide.updated.1.json"));

        GuideUpdated guide = (GuideUpdated) envelope.event();
        assertThat(guide.parcel().valueCop()).isEqualTo(89_900);
        assertThat(guide.parcel().carrier()).isEqualTo(Carrier.COORDINADORA);
        assertThat(guide.issueSolved()).isFalse();
        assertThat(guide.issue()).isEqualTo(IssueReason.BAD_ADDRESS);
        assertThat(new String(codec.encode(envelope), StandardCharsets.UTF_8))
                .contains("urn:cerebro:guide.updated:2", "\"valueCop\":89900");
        assertThat(codec.decode(codec.encode(envelope))).isEqualTo(envelope);
    }

    @Test
    void oldBytesOfAScanAreReadAsToday() throws IOException {
        Envelope envelope = codec.decode(old("tracking.updated.1.json"));

        assertThat(envelope.event())
                .isEqualTo(new TrackingUpdated(
                        "5501", Carrier.TCC, "EN AGENCIA", ShipmentState.IN_OFFICE, new CityCode("52001")));
    }

    @Test
    void whatIsWrongInOldBytesIsReportedToo() throws IOException {
        String json = new String(old("guide.updated.1.json"), StandardCharsets.UTF_8).replace("89900", "-1");

        assertThat(problems(json)).extracting(Problem::pointer).containsExactly("/data/parcel");
        assertThat(problems(json.replace("\"value\":-1", "\"value\":\"x\"")))
                .extracting(Problem::pointer)
                .containsExactly("/data/parcel/valueCop");
    }

    private static byte[] old(String name) throws IOException {
        try (InputStream in = EnvelopeCodecTest.class.getResourceAsStream("old/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }

    @Test
    void aNewerVersionIsNamedAsSuch() {
        assertThat(problems(TRACKING.replace("updated:2", "updated:3")))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.pointer()).isEqualTo("/dataschema");
                    assertThat(problem.message()).contains("written by a newer Cerebro", "version 3", "up to 2");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"updated:0", "updated:-1", "updated:x", "updated:99999999999", "created:2", "updated"})
    void aSchemaThatIsNotOursIsRefused(String schema) {
        assertThat(problems(TRACKING.replace("tracking.updated:2", "tracking." + schema)))
                .extracting(Problem::pointer)
                .containsExactly("/dataschema");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"type\":\"tracking.updated\"|\"type\":\"tracking.invented\"|/type",
                "\"type\":\"tracking.updated\",||/type",
                "\"id\":\"1\"|\"id\":7|/id",
                "\"id\":\"1\"|\"id\":null|/id",
                "\"specversion\":\"1.0\"|\"specversion\":\"0.3\"|/specversion",
                "\"time\":\"2026-03-01T17:00:00Z\"|\"time\":\"01/03/2026\"|/time",
                "\"merchantid\":\"litper\"|\"merchantid\":\" \"|/merchantid",
                "\"merchantid\":\"litper\",||/merchantid",
                "\"merchantid\":\"litper\"|\"merchantid\":\"litper\",\"priority\":\"URGENT\"|/priority",
                "\"merchantid\":\"litper\"|\"merchantid\":\"litper\",\"depth\":4294967297|/depth",
                "\"merchantid\":\"litper\"|\"merchantid\":\"litper\",\"depth\":99999999999999999999|/depth",
                "\"merchantid\":\"litper\"|\"merchantid\":\"litper\",\"merchantid\":\"b\"|/merchantid",
                "\"guideNumber\":\"5501\"|\"guideNumber\":5501|/data/guideNumber",
                "\"guideNumber\":\"5501\",||/data/guideNumber",
                "\"carrier\":\"TCC\"|\"carrier\":\"\"|/data/carrier",
                "\"carrier\":\"TCC\"|\"carrier\":{\"code\":\"TCC\"}|/data/carrier",
                "\"carrier\":\"TCC\"|\"state\":\"LOST_IN_SPACE\"|/data/state",
                "\"carrier\":\"TCC\"|\"state\":[]|/data/state",
            })
    void eachProblemHasItsPlace(String good, String bad, String pointer) {
        assertThat(TRACKING).contains(good);
        assertThat(problems(TRACKING.replace(good, bad == null ? "" : bad)))
                .extracting(Problem::pointer)
                .containsExactly(pointer);
    }

    @Test
    void allProblemsAreToldTogether() {
        String json = "{\"specversion\":\"1.0\",\"type\":\"telemetry\",\"data\":{\"device\":1,\"value\":\"warm\"}}";

        assertThat(problems(json))
                .extracting(Problem::pointer)
                .containsExactly(
                        "/data/device",
                        "/data/metric",
                        "/data/value",
                        "/id",
                        "/source",
                        "/merchantid",
                        "/subject",
                        "/time",
                        "/recordedat");
    }

    @Test
    void aRecordThatRefusesItsValuesIsAProblemToo() {
        String json = TRACKING.replace("tracking.updated", "customer.feedback")
                .replace("feedback:2", "feedback:1")
                .replace("\"guideNumber\":\"5501\"", "\"score\":9");

        assertThat(problems(json)).singleElement().satisfies(problem -> {
            assertThat(problem.pointer()).isEqualTo("/data");
            assertThat(problem.message()).contains("score must be 1 to 5");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "7",
                "\"x\"",
                "{",
                "{}",
                "{}{}",
                "{\"data\":",
                "{\"data\":{}}",
                "{\"a\" 1}",
                "\u0000",
                "{\"data\":{\"parcel\":[}}",
                "{\"type\":\"\\ud800\"}"
            })
    void whatIsNoEventIsMalformedAndNothingElse(String json) {
        assertThat(problems(json)).isNotEmpty();
    }

    @Test
    void somethingAfterTheEventIsRefused() {
        assertThat(problems(TRACKING + "x")).hasSize(1);
        assertThat(problems(TRACKING + TRACKING)).hasSize(1);
        assertThat(decoded(TRACKING + " \n")).isEqualTo(envelope(tracking()));
    }

    @Test
    void nestingWithoutEndIsRefused() {
        String deep = "{\"x\":".repeat(10_000) + "1" + "}".repeat(10_000);

        assertThat(problems(deep)).hasSize(1);
        assertThat(problems(TRACKING.replace("\"5501\",", "\"5501\",\"parcel\":" + "[".repeat(10_000))))
                .hasSize(1);
    }

    @Test
    void aProblemNeverRepeatsAText() {
        String json = TRACKING.replace("\"TCC\"", "7").replace("\"EN AGENCIA\"", "3001234567") + "3001234567";

        assertThat(problems(json).toString()).doesNotContain("3001234567");
    }

    @Test
    void anyDamageToTheBytesIsMalformedOrAnotherEventButNeverAnotherError() {
        SplittableRandom random = new SplittableRandom(SEED);
        byte[] good = TRACKING.getBytes(StandardCharsets.UTF_8);
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] bad = good.clone();
            for (int n = random.nextInt(1, 4); n > 0; n--) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            }
            try {
                codec.decode(bad);
            } catch (MalformedEventException e) {
                refused++;
                assertThat(e.problems()).as("seed %d", SEED).isNotEmpty();
            }
        }
        assertThat(refused).isBetween(1_000, 19_999);
    }

    @Test
    void everyCutIsMalformed() {
        for (int length = 0; length < TRACKING.length(); length++) {
            assertThat(problems(TRACKING.substring(0, length))).isNotEmpty();
        }
    }

    @Test
    void aWholeNumberMayCarryADecimalPoint() {
        String json = TRACKING.replace("\"merchantid\"", "\"depth\":2.0,\"merchantid\"");

        assertThat(decoded(json).depth()).isEqualTo(2);
        assertThat(problems(json.replace("2.0", "2.5")))
                .extracting(Problem::pointer)
                .containsExactly("/depth");
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {0, -0.0, 1, -1, 0.1, 1e15, 1e16, 1e300, Double.MIN_VALUE, Double.MAX_VALUE, 4.35, 123456789.125})
    void numbersComeBackToTheLastBit(double value) {
        Envelope envelope = envelope(new Telemetry("d", "m", value));

        assertThat(codec.decode(codec.encode(envelope))).isEqualTo(envelope);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aReadingThatIsNoNumberIsNotWritten(double value) {
        assertThatThrownBy(() -> encoded(new Telemetry("d", "m", value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("value must be finite");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud83d", "a\ud83d", "\ud83db", "\ude9a", "\u0000", "\u2028"})
    void evenTextThatIsNoUnicodeComesBack(String text) {
        Envelope envelope = envelope(new Telemetry(text, "m", 1));

        assertThat(codec.decode(codec.encode(envelope))).isEqualTo(envelope);
    }

    @Test
    void longTextsComeBackWhole() {
        String text = "ñ🚚\"\\\n".repeat(100_000);
        Envelope envelope = envelope(new TrackingUpdated("1", Carrier.TCC, text, null, CityCode.UNKNOWN));

        assertThat(codec.decode(codec.encode(envelope))).isEqualTo(envelope);
    }

    @Test
    void aDigestKeepsAllItsBits() {
        Envelope envelope = envelope(new SnapshotPublished(1, -2, 3));

        assertThat(encoded(envelope.event())).contains("\"digest\":\"fffffffffffffffe\"");
        assertThat(codec.decode(codec.encode(envelope))).isEqualTo(envelope);
    }

    @ParameterizedTest
    @EnumSource
    void aTypeIsFoundByItsWireName(EventType type) {
        assertThat(EventType.ofWire(type.wire())).contains(type);
        assertThat(EventType.ofWire(type.name())).isEmpty();
    }
}
