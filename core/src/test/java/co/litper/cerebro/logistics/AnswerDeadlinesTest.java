package co.litper.cerebro.logistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.litper.cerebro.vocabulary.Carrier;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AnswerDeadlinesTest {
    private final HolidayCalendar holidays = HolidayCalendar.of(Set.of(LocalDate.of(2026, 3, 23)));
    private final AnswerDeadlines deadlines = AnswerDeadlines.standard(holidays);
    /** A Friday, 15:00 in Bogotá; Monday is a holiday. */
    private final Instant friday = Instant.parse("2026-03-20T20:00:00Z");

    @Test
    void aNovedadIsToBeAnsweredWithinOneBusinessDay() {
        assertThat(deadlines.answerBy(Carrier.TCC, friday)).isEqualTo(Instant.parse("2026-03-24T20:00:00Z"));
    }

    @Test
    void aParcelWaitsFiveCalendarDaysInTheOffice() {
        assertThat(deadlines.fetchBy(Carrier.TCC, friday)).isEqualTo(Instant.parse("2026-03-25T20:00:00Z"));
    }

    @Test
    void aCarrierMayDiffer() {
        AnswerDeadlines other = deadlines
                .withAnswerWithin(Carrier.TCC, Duration.ofDays(2))
                .withFetchWithin(Carrier.ENVIA, Duration.ofDays(3));
        assertThat(other.answerBy(Carrier.TCC, friday)).isEqualTo(Instant.parse("2026-03-25T20:00:00Z"));
        assertThat(other.answerBy(Carrier.ENVIA, friday)).isEqualTo(deadlines.answerBy(Carrier.ENVIA, friday));
        assertThat(other.fetchBy(Carrier.ENVIA, friday)).isEqualTo(Instant.parse("2026-03-23T20:00:00Z"));
    }

    @Test
    void wrongSpansAreRefusedWithEveryProblem() {
        assertThatThrownBy(() -> new AnswerDeadlines(
                        Duration.ZERO,
                        Duration.ofDays(61),
                        Map.of(Carrier.TCC, Duration.ofDays(-1)),
                        Map.of(Carrier.ENVIA, Duration.ZERO),
                        holidays))
                .hasMessageContaining("answerWithin must be above zero")
                .hasMessageContaining("fetchWithin must be above zero and at most 60 days, is PT1464H")
                .hasMessageContaining("answerWithin of TCC")
                .hasMessageContaining("fetchWithin of ENVIA")
                .hasMessageContaining("Maybe");
    }
}
