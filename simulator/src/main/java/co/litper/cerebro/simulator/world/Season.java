package co.litper.cerebro.simulator.world;

import java.time.LocalDate;

/** What the calendar does to demand, purses and roads. Pure. */
final class Season {
    private static final int PAYDAY = 15;
    private static final int SECOND_PAYDAY = 30;
    private static final int FRESH_DAYS = 4;
    private static final int LEAN_FROM = 10;

    private Season() {}

    /** April, May, October and November. */
    static boolean isRainy(LocalDate date) {
        int month = date.getMonthValue();
        return month == 4 || month == 5 || month == 10 || month == 11;
    }

    /** November and December. */
    static boolean isHigh(LocalDate date) {
        return date.getMonthValue() >= 11;
    }

    /** Days since the last 15th or 30th (in February the last day), from 0. */
    static int sincePayday(LocalDate date) {
        int of = date.getDayOfMonth();
        if (of >= Math.min(SECOND_PAYDAY, date.lengthOfMonth())) {
            return of - Math.min(SECOND_PAYDAY, date.lengthOfMonth());
        }
        if (of >= PAYDAY) {
            return of - PAYDAY;
        }
        LocalDate before = date.minusMonths(1);
        return of + before.lengthOfMonth() - Math.min(SECOND_PAYDAY, before.lengthOfMonth());
    }

    /** The factor on want of cash {@code since} days after payday: {@code after} just after payday, {@code before} in the lean days, between them 1. */
    static double cash(int since, double after, double before) {
        return since < FRESH_DAYS ? after : since >= LEAN_FROM ? before : 1;
    }

    /** The factor on demand {@code since} days after payday: {@code peak} on the day, falling to 1 over four days. */
    static double payday(int since, double peak) {
        return since >= FRESH_DAYS ? 1 : 1 + (peak - 1) * (FRESH_DAYS - since) / FRESH_DAYS;
    }
}
