package co.litper.cerebro.log;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.event.CustomerEvent.CustomerFeedback;
import co.litper.cerebro.event.Event;
import co.litper.cerebro.event.LifecycleEvent.OrderCancelled;
import co.litper.cerebro.event.LogisticsEvent.GuideUpdated;
import co.litper.cerebro.event.LogisticsEvent.IssueReported;
import co.litper.cerebro.event.LogisticsEvent.Telemetry;
import co.litper.cerebro.event.LogisticsEvent.TrackingUpdated;
import co.litper.cerebro.event.ParcelFacts;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import co.litper.cerebro.vocabulary.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContractCheckTest {
    private static final Instant NOW = Instant.parse("2026-03-01T17:00:00Z");

    private static Envelope envelope(String subject, Instant validAt, Event event) {
        return new Envelope(
                "1",
                "/test",
                new MerchantId("litper"),
                subject,
                validAt,
                TimePrecision.SECOND,
                NOW,
                "",
                "",
                Priority.NORMAL,
                Standing.LIVE,
                false,
                0,
                event);
    }

    private static Event scan() {
        return new TrackingUpdated("5501", Carrier.TCC, "EN AGENCIA", null, CityCode.UNKNOWN);
    }

    private static GuideUpdated guide(String guideNumber, String orderId) {
        return new GuideUpdated(guideNumber, orderId, ParcelFacts.NOTHING, "", null, "", null, false, null, null);
    }

    private static List<String> refused(Event event) {
        return ContractCheck.check(envelope(Subject.of(event), NOW, event)).stream()
                .filter(breach -> breach.severity() == Breach.Severity.REFUSAL)
                .map(breach -> breach.problem().pointer())
                .toList();
    }

    @Test
    void whatKeepsItsContractHasNoBreach() {
        assertThat(ContractCheck.check(envelope("guide:5501", NOW, scan()))).isEmpty();
    }

    @Test
    void valuesBeyondTheirRangeAreNamed() {
        assertThat(refused(new IssueReported("1", new Carrier("tcc"), "x".repeat(501), IssueReason.OTHER, 100)))
                .containsExactly("/data/carrier", "/data/rawReason", "/data/attempt");
        assertThat(refused(new Telemetry("d", "Not A Code", Double.NaN)))
                .containsExactly("/data/metric", "/data/value");
        assertThat(refused(new OrderCancelled("", "Ana no quiso"))).containsExactly("/data/orderId", "/data/reason");
    }

    @Test
    void valuesInsideTheParcelAreNamedToo() {
        ParcelFacts parcel = new ParcelFacts(
                new PersonRef("X".repeat(32)),
                new CityCode("Pasto"),
                CityCode.UNKNOWN,
                Carrier.UNKNOWN,
                false,
                Long.MAX_VALUE,
                ParcelFacts.UNTOLD,
                ParcelFacts.UNTOLD,
                ParcelFacts.UNTOLD,
                Double.NaN,
                0,
                "",
                "",
                null);
        Event event = new GuideUpdated("1", "", parcel, "x".repeat(501), null, "", null, false, null, null);

        assertThat(refused(event))
                .containsExactly(
                        "/data/parcel/customer", "/data/parcel/origin", "/data/parcel/valueCop", "/data/rawStatus");
    }

    @Test
    void anEventMustNameWhatItIsAbout() {
        assertThat(refused(guide("", ""))).contains("/data");
        assertThat(refused(guide("", "9"))).isEmpty();
        assertThat(refused(new CustomerFeedback(PersonRef.NONE, "", 3))).contains("/data");
        assertThat(refused(new TrackingUpdated("1", Carrier.TCC, "", null, CityCode.UNKNOWN)))
                .containsExactly("/data");
    }

    @Test
    void theSubjectFitsTheData() {
        PersonRef ana = new PersonRef("00112233445566778899aabbccddeeff");
        Event feedback = new CustomerFeedback(ana, "5501", 3);

        assertThat(ContractCheck.check(envelope("guide:5502", NOW, scan())))
                .extracting(breach -> breach.problem().pointer())
                .containsExactly("/subject");
        assertThat(ContractCheck.check(envelope("order:9", NOW, guide("5501", "9"))))
                .isEmpty();
        assertThat(ContractCheck.check(envelope("order:8", NOW, guide("5501", "9"))))
                .hasSize(1);
        assertThat(ContractCheck.check(envelope("guide:5501", NOW, feedback))).isEmpty();
        assertThat(ContractCheck.check(envelope("customer:" + ana.value(), NOW, feedback)))
                .isEmpty();
        assertThat(ContractCheck.check(envelope("customer:", NOW, feedback))).hasSize(1);
    }

    @Test
    void aClockAheadIsAWarningAndADayAheadARefusal() {
        assertThat(ContractCheck.check(envelope("guide:5501", NOW.plus(ContractCheck.SKEW_TOLERANCE), scan())))
                .isEmpty();
        assertThat(ContractCheck.check(envelope("guide:5501", NOW.plus(Duration.ofMinutes(11)), scan())))
                .extracting(Breach::severity)
                .containsExactly(Breach.Severity.WARNING);
        assertThat(ContractCheck.check(envelope("guide:5501", NOW.plus(ContractCheck.SKEW_LIMIT), scan())))
                .extracting(Breach::severity)
                .containsExactly(Breach.Severity.WARNING);
        assertThat(ContractCheck.check(envelope(
                        "guide:5501", NOW.plus(ContractCheck.SKEW_LIMIT).plusNanos(1), scan())))
                .extracting(Breach::severity)
                .containsExactly(Breach.Severity.REFUSAL);
    }

    @Test
    void whatIsTooOldToBeUsefulIsAWarning() {
        assertThat(ContractCheck.check(envelope("guide:5501", NOW.minus(Duration.ofHours(48)), scan())))
                .isEmpty();
        assertThat(ContractCheck.check(envelope("guide:5501", NOW.minus(Duration.ofHours(49)), scan())))
                .extracting(Breach::severity)
                .containsExactly(Breach.Severity.WARNING);
    }
}
