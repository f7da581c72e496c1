package co.litper.cerebro.server.cli;

import co.litper.cerebro.learn.replay.Period;
import co.litper.cerebro.world.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Days of {@code --from} and {@code --to}, in Bogotá. */
final class Days {
    private Days() {}

    /** The period that the options tell; what they leave open is as {@code usual}. */
    static Period period(CliContext context, @Nullable String from, @Nullable String to, Period usual) {
        Instant first = from == null ? usual.from() : startOf(context, "--from", from, 0);
        Instant end = to == null ? usual.to() : startOf(context, "--to", to, 1);
        if (!first.isBefore(end)) {
            throw CommandFailure.usage(context.say("--from debe ser anterior a --to", "--from must come before --to"));
        }
        return new Period(first, end);
    }

    private static Instant startOf(CliContext context, String option, String text, int plusDays) {
        try {
            return LocalDate.parse(text.strip())
                    .plusDays(plusDays)
                    .atStartOfDay(Clock.BOGOTA)
                    .toInstant();
        } catch (DateTimeParseException e) {
            throw CommandFailure.usage(option + ": "
                    + context.say(
                            "se espera una fecha como 2026-03-01, es ", "a date such as 2026-03-01 is wanted, it is ")
                    + text);
        }
    }
}
