package co.litper.cerebro.log;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.event.CustomerEvent.CustomerReplied;
import co.litper.cerebro.event.EventType;
import co.litper.cerebro.event.LogisticsEvent.GuideUpdated;
import co.litper.cerebro.event.LogisticsEvent.IssueReported;
import co.litper.cerebro.event.LogisticsEvent.TrackingUpdated;
import co.litper.cerebro.log.Intake.Accepted;
import co.litper.cerebro.log.Intake.Refused;
import co.litper.cerebro.vault.InMemoryVault;
import co.litper.cerebro.vault.Person;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntakeTest {
    private static final long SEED = 20260307;
    private static final Instant NOW = Instant.parse("2026-03-01T17:00:05Z");
    private static final String SCAN = """
            {"specversion":"1.0","id":"1","source":"/tcc","type":"tracking.updated","time":"2026-03-01T12:00:00-05:00",\
            "merchantid":"litper","data":{"guideNumber":"5501","carrier":"TCC","rawStatus":"EN AGENCIA"}}""";
    private static final String GUIDE = """
            {"specversion":"1.0","id":"2","source":"/shop","type":"guide.updated","subject":"guide:5501",\
            "time":"2026-03-01T17:00:00Z","merchantid":"litper","data":{"guideNumber":"5501","parcel":{"customer":\
            {"phone":"+57 300 123-4567","name":" Ana Peña ","address":"Calle 10 # 20-30","email":null},"valueCop":5}}}""";

    private final InMemoryVault vault = new InMemoryVault(new byte[32]);
    private final Intake intake = new Intake(vault::refer);

    private Accepted accepted(String line) {
        Intake.Result result = intake.read(line, NOW, false);
        assertThat(result).isInstanceOf(Accepted.class);
        return (Accepted) result;
    }

    private List<Problem> refused(String line) {
        Intake.Result result = intake.read(line, NOW, false);
        assertThat(result).isInstanceOf(Refused.class);
        return ((Refused) result).problems();
    }

    private List<String> pointers(String line) {
        return refused(line).stream().map(Problem::pointer).toList();
    }

    @Test
    void aPlainEventIsTakenAndItsSubjectFilledIn() {
        Accepted accepted = accepted(SCAN);

        assertThat(accepted.envelope().event())
                .isEqualTo(new TrackingUpdated("5501", Carrier.TCC, "EN AGENCIA", null, CityCode.UNKNOWN));
        assertThat(accepted.envelope().subject()).isEqualTo("guide:5501");
        assertThat(accepted.envelope().validAt()).isEqualTo(Instant.parse("2026-03-01T17:00:00Z"));
        assertThat(accepted.envelope().recordedAt()).isEqualTo(NOW);
        assertThat(accepted.envelope().standing()).isEqualTo(Standing.LIVE);
        assertThat(accepted.people()).isEmpty();
        assertThat(accepted.warnings()).isEmpty();
    }

    @Test
    void whatIsOursToSayIsNeverTakenFromOutside() {
        String line = SCAN.replace(
                        "\"merchantid\"",
                        "\"recordedat\":\"2020-01-01T00:00:00Z\",\"standing\":\"LIVE\",\"skewed\":\"x\",\"depth\":99,\"merchantid\"")
                .replace("2026-03-01T12:00:00-05:00", "2026-02-01T12:00:00-05:00");

        Accepted accepted = accepted(line);

        assertThat(accepted.envelope().recordedAt()).isEqualTo(NOW);
        assertThat(accepted.envelope().standing()).isEqualTo(Standing.HISTORICAL);
        assertThat(accepted.envelope().skewed()).isFalse();
        assertThat(accepted.envelope().depth()).isZero();
        assertThat(accepted.warnings()).extracting(Problem::pointer).containsExactly("/time");
    }

    @Test
    void aFirstImportIsHistorical() {
        assertThat(((Accepted) intake.read(SCAN, NOW, true)).envelope().standing())
                .isEqualTo(Standing.HISTORICAL);
    }

    @Test
    void aClockAheadIsFlaggedAndADayAheadRefused() {
        String ahead = SCAN.replace("2026-03-01T12:00:00-05:00", "2026-03-01T17:11:00Z");

        assertThat(accepted(ahead).envelope().skewed()).isTrue();
        assertThat(pointers(SCAN.replace("2026-03-01T12:00:00-05:00", "2026-03-03T17:11:00Z")))
                .containsExactly("/time");
    }

    @Test
    void aCustomerBecomesAReferenceAndThePersonIsKeptAside() {
        Accepted accepted = accepted(GUIDE);

        PersonRef ref = vault.refer(new MerchantId("litper"), "3001234567");
        assertThat(((GuideUpdated) accepted.envelope().event()).parcel().customer())
                .isEqualTo(ref);
        assertThat(accepted.people())
                .isEqualTo(Map.of(ref, new Person("Ana Peña", "3001234567", "Calle 10 # 20-30", "", "")));
        assertThat(new String(new EnvelopeCodec().encode(accepted.envelope()), StandardCharsets.UTF_8))
                .doesNotContain("Ana", "3001234567", "Calle");
        assertThat(accepted.toString()).doesNotContain("Ana", "3001234567", "Calle");
    }

    @ParameterizedTest
    @ValueSource(strings = {"300 123 4567", "(300)1234567", "573001234567", "+57-300-123-4567", "0057 3001234567"})
    void aPhoneMeansTheSamePersonHoweverItIsWritten(String phone) {
        assertThat(accepted(GUIDE.replace("+57 300 123-4567", phone)).people())
                .containsOnlyKeys(vault.refer(new MerchantId("litper"), "3001234567"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "123", "1001234567", "30012345678", "abc"})
    void aCustomerWithoutAPhoneOfColombiaIsRefused(String phone) {
        assertThat(pointers(GUIDE.replace("+57 300 123-4567", phone))).containsExactly("/data/parcel/customer/phone");
    }

    @Test
    void moreAboutACustomerThanIsAskedForIsRefused() {
        assertThat(pointers(GUIDE.replace("\"email\":null", "\"cedula\":\"123\"")))
                .containsExactly("/data/parcel/customer");
        assertThat(pointers(GUIDE.replace("\" Ana Peña \"", "7"))).containsExactly("/data/parcel/customer/name");
    }

    @Test
    void personalDataOutsideTheCustomerIsRefusedWithAHint() {
        List<Problem> problems = refused(GUIDE.replace("\"valueCop\"", "\"phone\":\"3001234567\",\"valueCop\""));

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.pointer()).isEqualTo("/data/parcel/phone");
            assertThat(problem.message())
                    .contains("not part of the contract", "{phone, name, address, email}")
                    .doesNotContain("3001234567");
        });
    }

    @Test
    void phonesInsideRawWordsAreMasked() {
        Accepted accepted = accepted(SCAN.replace("EN AGENCIA", "LLAMAR 300 123-4567 PISO 12 GUIA 12345"));

        assertThat(((TrackingUpdated) accepted.envelope().event()).rawStatus())
                .isEqualTo("LLAMAR # PISO 12 GUIA 12345");
    }

    @Test
    void aRunOfDigitsAsLongAsAnEventMayBeIsMaskedToo() {
        Accepted accepted = accepted(SCAN.replace("EN AGENCIA", "9".repeat(200_000)));

        assertThat(((TrackingUpdated) accepted.envelope().event()).rawStatus()).isEqualTo("#");
    }

    @Test
    void whatACustomerWroteIsReadAndGoesToTheVaultAlone() {
        Accepted accepted = accepted("""
                {"specversion":"1.0","id":"3","source":"/chat","type":"customer.replied","time":"2026-03-01T17:00:00Z",\
                "merchantid":"litper","data":{"customer":{"phone":"3001234567"},"guideNumber":"5501",\
                "text":"Estoy mañana después de las 3"}}""");

        assertThat(accepted.envelope().event())
                .isInstanceOfSatisfying(
                        CustomerReplied.class, e -> assertThat(e.intent()).isEqualTo("new_time"));
        assertThat(accepted.people().values())
                .singleElement()
                .satisfies(person -> assertThat(person.note()).isEqualTo("Estoy mañana después de las 3"));
        assertThat(new String(new EnvelopeCodec().encode(accepted.envelope()), StandardCharsets.UTF_8))
                .doesNotContain("después");
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.INCLUDE,
            names = {
                "TICK",
                "SNAPSHOT_PUBLISHED",
                "ACTION_EXECUTED",
                "FEEDBACK_RECEIVED",
                "LEARNING_COMPLETED",
                "MODEL_TRAINED",
                "MODEL_DEPLOYED",
                "APPROVAL_GIVEN",
                "CONFIGURATION_CHANGED",
                "THOUGHT_RETURNED"
            })
    void whatOnlyCerebroCanKnowIsNotTakenFromOutside(EventType type) {
        assertThat(Intake.isTakenFromOutside(type)).isFalse();
        assertThat(pointers(SCAN.replace("tracking.updated", type.wire()))).contains("/type");
    }

    @Test
    void anIssueWithoutCanonicalReasonWaitsForTheSenseStage() {
        String line = SCAN.replace("tracking.updated", "issue.reported").replace("rawStatus", "rawReason");

        assertThat(accepted(line).envelope().event())
                .isEqualTo(new IssueReported("5501", Carrier.TCC, "EN AGENCIA", IssueReason.OTHER, 0));
    }

    @Test
    void oldAndUnnumberedDataIsBroughtUp() {
        String old = SCAN.replace("rawStatus", "status");

        assertThat(accepted(old).envelope()).isEqualTo(accepted(SCAN).envelope());
        assertThat(accepted(SCAN.replace("\"data\"", "\"dataschema\":\"urn:cerebro:tracking.updated:2\",\"data\""))
                        .envelope())
                .isEqualTo(accepted(SCAN).envelope());
        assertThat(refused(SCAN.replace("\"data\"", "\"dataschema\":\"urn:cerebro:tracking.updated:9\",\"data\"")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("newer Cerebro"));
    }

    @Test
    void unknownAttributesAreDroppedAndNullsMeanNotTold() {
        String line = SCAN.replace("\"merchantid\"", "\"traceparent\":\"00-1\",\"phone\":\"300\",\"merchantid\"")
                .replace("\"carrier\"", "\"state\":null,\"location\":null,\"carrier\"");

        assertThat(accepted(line).envelope()).isEqualTo(accepted(SCAN).envelope());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"guideNumber\":\"5501\"|\"guideNumber\":5501|/data/guideNumber",
                "\"guideNumber\":\"5501\"|\"guideNumber\":\"\"|/data/guideNumber",
                "\"carrier\":\"TCC\"|\"carrier\":\"tcc\"|/data/carrier",
                "\"carrier\":\"TCC\"|\"carier\":\"TCC\"|/data/carier",
                "\"carrier\":\"TCC\"|\"a/b~c\":1|/data/a~1b~0c",
                "\"rawStatus\":\"EN AGENCIA\"|\"location\":\"05001\"|/data",
                "\"id\":\"1\"|\"id\":\"\"|''",
                "\"time\":\"2026-03-01T12:00:00-05:00\"|\"time\":\"ayer\"|/time",
                "\"merchantid\":\"litper\",|''|/merchantid",
                "\"merchantid\":\"litper\"|\"subject\":\"guide:7\",\"merchantid\":\"litper\"|/subject",
                "\"id\":\"1\"|\"id\":\"1\",\"id\":\"2\"|''",
            })
    void eachProblemHasItsPlace(String good, String bad, String pointer) {
        assertThat(SCAN).contains(good);
        assertThat(pointers(SCAN.replace(good, bad))).containsExactly(pointer);
    }

    @Test
    void problemsOfDataAndAttributesAreToldTogether() {
        assertThat(pointers(SCAN.replace("\"TCC\"", "7").replace("2026-03-01T12:00:00-05:00", "ayer")))
                .containsExactly("/data/carrier", "/time");
    }

    @Test
    void halfACharacterIsRefused() {
        assertThat(pointers(SCAN.replace("EN AGENCIA", "EN \\ud83d AGENCIA"))).containsExactly("/data/rawStatus");
    }

    @Test
    void anEndlessLineIsRefusedUnread() {
        assertThat(pointers(SCAN.replace("EN AGENCIA", "x".repeat(Intake.MAX_BYTES))))
                .containsExactly("");
        assertThat(pointers("[".repeat(10_000))).containsExactly("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "null", "7", "{\"data\":{}}", "{\"type\":7,\"data\":7}", "x", "{}{}"})
    void whatIsNoEventIsRefused(String line) {
        assertThat(refused(line)).isNotEmpty();
    }

    @Test
    void anyDamageIsRefusedOrTakenButNeverAnError() {
        SplittableRandom random = new SplittableRandom(SEED);
        byte[] good = GUIDE.getBytes(StandardCharsets.UTF_8);
        int refused = 0;
        for (int i = 0; i < 10_000; i++) {
            byte[] bad = good.clone();
            for (int n = random.nextInt(1, 4); n > 0; n--) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            }
            if (intake.read(bad, NOW, false) instanceof Refused(List<Problem> problems)) {
                refused++;
                assertThat(problems).as("seed %d", SEED).isNotEmpty();
                assertThat(problems.toString()).doesNotContain("Ana", "123-4567", "Calle");
            }
        }
        assertThat(refused).isBetween(1_000, 9_999);
    }
}
