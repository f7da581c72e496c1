package co.litper.cerebro.server.cli;

import co.litper.cerebro.adapters.table.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Tells a person how far an import is: a line that is rewritten on a terminal, else a line every five seconds. */
final class ProgressLine implements Progress {
    private static final Duration ON_TERMINAL = Duration.ofMillis(200);
    private static final Duration ELSEWHERE = Duration.ofSeconds(5);
    private static final double MS = 1_000.0;

    private final CliContext context;
    private final String name;
    private final Instant began;
    private Instant told;

    ProgressLine(CliContext context, String name) {
        this.context = context;
        this.name = name;
        this.began = context.clock().now();
        this.told = began;
    }

    @Override
    public void at(long rows, long bytesRead, long bytesTotal) {
        Instant now = context.clock().now();
        Duration pause = context.isTerminal() ? ON_TERMINAL : ELSEWHERE;
        if (now.isBefore(told.plus(pause))) {
            return;
        }
        told = now;
        double seconds = Math.max(1, Duration.between(began, now).toMillis()) / MS;
        long percent = bytesTotal == 0 ? 100 : Math.min(100, bytesRead * 100 / bytesTotal);
        String text = String.format(
                Locale.ROOT,
                context.say("%s: %d filas, %d filas/s, %d %%", "%s: %d rows, %d rows/s, %d %%"),
                name,
                rows,
                Math.round(rows / seconds),
                percent);
        if (context.isTerminal()) {
            context.err().print("\r" + text + "  ");
            context.err().flush();
        } else {
            context.err().println(text);
        }
    }

    /** Leaves the line to others. */
    void end() {
        if (context.isTerminal()) {
            context.err().print("\r\u001b[K");
            context.err().flush();
        }
    }
}
