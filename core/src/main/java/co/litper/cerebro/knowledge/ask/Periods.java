package co.litper.cerebro.knowledge.ask;

import java.time.LocalDate;

/** Spans of days as levels of {@link Factor#PERIOD}: two ISO days with a slash, both included. */
final class Periods {
    private static final int ISO_DAY = 10;

    private Periods() {}

    static Condition of(int from, int to) {
        return new Condition(Factor.PERIOD, LocalDate.ofEpochDay(from) + "/" + LocalDate.ofEpochDay(to));
    }

    static int from(String level) {
        return (int) LocalDate.parse(level.substring(0, ISO_DAY)).toEpochDay();
    }

    static int to(String level) {
        return (int) LocalDate.parse(level.substring(ISO_DAY + 1)).toEpochDay();
    }
}
