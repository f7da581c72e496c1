package co.litper.cerebro.logistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactRulesTest {
    private final HolidayCalendar holidays = HolidayCalendar.of(Set.of(LocalDate.of(2026, 3, 23)));
    private final ContactRules rules = ContactRules.standard(holidays);

    @ParameterizedTest
    @CsvSource({
        "2026-03-20T06:59:59-05:00, false",
        "2026-03-20T07:00:00-05:00, true",
        "2026-03-20T18:59:59-05:00, true",
        "2026-03-20T19:00:00-05:00, false",
        "2026-03-21T07:59:59-05:00, false",
        "2026-03-21T08:00:00-05:00, true",
        "2026-03-21T14:59:59-05:00, true",
        "2026-03-21T15:00:00-05:00, false",
        "2026-03-22T10:00:00-05:00, false",
        "2026-03-23T10:00:00-05:00, false",
        "2026-03-24T10:00:00-05:00, true",
    })
    void contactIsAllowedInTheHoursOfTheLawOnly(String at, boolean allowed) {
        assertThat(rules.mayContact(at(at))).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-20T10:00:00-05:00, 2026-03-20T10:00:00-05:00",
        "2026-03-20T05:00:00-05:00, 2026-03-20T07:00:00-05:00",
        "2026-03-20T19:00:00-05:00, 2026-03-21T08:00:00-05:00",
        "2026-03-21T15:00:00-05:00, 2026-03-24T07:00:00-05:00",
        "2026-03-22T12:00:00-05:00, 2026-03-24T07:00:00-05:00",
    })
    void theNextWindowOpensOnTheNextAllowedDay(String at, String opens) {
        assertThat(rules.nextWindow(at(at))).isEqualTo(at(opens));
        assertThat(rules.mayContact(rules.nextWindow(at(at)))).isTrue();
    }

    @Test
    void oneContactADayUnlessTheCustomerWroteAndThreePerNovedad() {
        Instant noon = at("2026-03-20T12:00:00-05:00");
        assertThat(rules.mayContact(noon, 0, 0, false)).isTrue();
        assertThat(rules.mayContact(noon, 1, 0, false)).isFalse();
        assertThat(rules.mayContact(noon, 1, 2, true)).isTrue();
        assertThat(rules.mayContact(noon, 0, 3, true)).isFalse();
        assertThat(rules.mayContact(at("2026-03-22T12:00:00-05:00"), 0, 0, true))
                .isFalse();
    }

    @Test
    void saturdaysCanBeLeftOut() {
        LocalTime eight = LocalTime.of(8, 0);
        ContactRules weekdays = new ContactRules(LocalTime.of(7, 0), LocalTime.of(19, 0), eight, eight, 1, 3, holidays);
        assertThat(weekdays.nextWindow(at("2026-03-20T20:00:00-05:00"))).isEqualTo(at("2026-03-24T07:00:00-05:00"));
    }

    @Test
    void wrongRulesAreRefusedWithEveryProblem() {
        LocalTime seven = LocalTime.of(7, 0);
        LocalTime nineteen = LocalTime.of(19, 0);
        assertThatThrownBy(() -> new ContactRules(nineteen, seven, nineteen, seven, 0, 99, holidays))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("weekdayFrom 19:00")
                .hasMessageContaining("saturdayFrom 19:00")
                .hasMessageContaining("contactsPerDay must be 1 to 10, is 0")
                .hasMessageContaining("attemptsPerIssue must be 1 to 10, is 99")
                .hasMessageContaining("Maybe");
    }

    @Test
    void aCalendarWithoutOpenDaysIsABug() {
        ContactRules never = ContactRules.standard(date -> true);
        assertThatThrownBy(() -> never.nextWindow(Instant.EPOCH)).isInstanceOf(IllegalStateException.class);
    }

    private static Instant at(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
