package co.litper.cerebro.server.face.today;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Since when a reader was away, as the browser remembers it: the day of the visit before, which stays through the visits of one day.
 *
 * @param since the first day that the reader has not seen to its end
 * @param today the day of this visit
 */
record Away(LocalDate since, LocalDate today) {
    static final String COOKIE = "seen";

    /** Days that are told of at most: who was away longer reads the figures. */
    private static final long MOST_DAYS = 14;

    /** What the cookie tells; since yesterday if it tells nothing. */
    static Away of(Optional<String> cookie, LocalDate today) {
        LocalDate before = cookie.flatMap(text -> read(text, today)).orElse(today.minusDays(1));
        LocalDate earliest = today.minusDays(MOST_DAYS);
        return new Away(before.isBefore(earliest) ? earliest : before.isAfter(today) ? today : before, today);
    }

    private static Optional<LocalDate> read(String text, LocalDate today) {
        try {
            String[] days = text.split("_", 2);
            LocalDate last = LocalDate.parse(days[1]);
            return Optional.of(last.equals(today) ? LocalDate.parse(days[0]) : last);
        } catch (DateTimeException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty(); // not ours: as if it were not there
        }
    }

    /** What the browser is to remember. */
    String cookie() {
        return since + "_" + today;
    }
}
