package co.litper.cerebro.logistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidayCalendarTest {
    /** Monday 23 March 2026 is San José. */
    private final HolidayCalendar calendar = HolidayCalendar.of(Set.of(LocalDate.of(2026, 3, 23)));

    @ParameterizedTest
    @CsvSource({
        "2026-03-20, 1, 2026-03-24",
        "2026-03-20, 0, 2026-03-20",
        "2026-03-22, 0, 2026-03-22",
        "2026-03-21, 1, 2026-03-24",
        "2026-03-24, -1, 2026-03-20",
        "2026-03-16, 5, 2026-03-24",
        "2026-03-24, 10, 2026-04-07",
    })
    void businessDaysLeaveOutWeekendsAndHolidays(LocalDate from, int days, LocalDate to) {
        assertThat(calendar.addBusinessDays(from, days)).isEqualTo(to);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-18T10:00:00-05:00, P1D, 2026-03-19T10:00:00-05:00",
        "2026-03-20T15:00:00-05:00, P1D, 2026-03-24T15:00:00-05:00",
        "2026-03-20T15:00:00-05:00, PT4H, 2026-03-20T19:00:00-05:00",
        "2026-03-21T10:00:00-05:00, P1D, 2026-03-25T00:00:00-05:00",
        "2026-03-22T23:59:59-05:00, PT0S, 2026-03-24T00:00:00-05:00",
        "2026-03-20T00:00:00-05:00, P1D, 2026-03-21T00:00:00-05:00",
        "2026-03-19T12:00:00-05:00, P3D, 2026-03-25T12:00:00-05:00",
    })
    void businessTimeStandsStillOnOtherDays(String from, Duration amount, String to) {
        assertThat(calendar.addBusinessTime(at(from), amount)).isEqualTo(at(to));
    }

    @Test
    void aDayIsBogotas() {
        assertThat(HolidayCalendar.dayOf(Instant.parse("2026-03-24T04:59:59Z"))).isEqualTo(LocalDate.of(2026, 3, 23));
        assertThat(HolidayCalendar.dayOf(Instant.parse("2026-03-24T05:00:00Z"))).isEqualTo(LocalDate.of(2026, 3, 24));
    }

    @Test
    void whatIsOutOfBoundsIsRefusedWithItsValue() {
        LocalDate day = LocalDate.of(2026, 3, 20);
        assertThatThrownBy(() -> calendar.addBusinessDays(day, 1_001)).hasMessageContaining("1001");
        assertThatThrownBy(() -> calendar.addBusinessDays(day, Integer.MIN_VALUE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> calendar.addBusinessTime(Instant.EPOCH, Duration.ofHours(-1)))
                .hasMessageContaining("PT-1H");
        HolidayCalendar broken = date -> true;
        assertThatThrownBy(() -> broken.addBusinessDays(day, 1)).hasMessageContaining("Maybe the calendar");
    }

    private static Instant at(String text) {
        return java.time.OffsetDateTime.parse(text).toInstant();
    }
}
