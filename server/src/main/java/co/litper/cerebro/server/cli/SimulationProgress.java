package co.litper.cerebro.server.cli;

import co.litper.cerebro.simulator.report.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/** Tells a person how far a simulation is and how long it will take; lets it be stopped. Thread-safe. */
final class SimulationProgress implements Watch {
    private static final Duration ON_TERMINAL = Duration.ofMillis(500);
    private static final Duration ELSEWHERE = Duration.ofSeconds(15);
    private static final int SECONDS = 60;

    private final CliContext context;
    private final BooleanSupplier stopped;
    private final Instant began;
    private Instant told;
    private long planned;
    private long passed;

    SimulationProgress(CliContext context, BooleanSupplier stopped) {
        this.context = context;
        this.stopped = stopped;
        this.began = context.clock().now();
        this.told = began;
    }

    @Override
    public synchronized void planned(long days) {
        planned += days;
    }

    @Override
    public synchronized void dayPassed() {
        passed++;
        Instant now = context.clock().now();
        if (now.isBefore(told.plus(context.isTerminal() ? ON_TERMINAL : ELSEWHERE))) {
            return;
        }
        told = now;
        long whole = Math.max(planned, passed);
        double tookMs = Duration.between(began, now).toMillis();
        long leftSeconds = Math.round(tookMs / passed * (whole - passed) / 1_000);
        String text = String.format(
                Locale.ROOT,
                context.say("simulate: %d %%, faltan %d:%02d", "simulate: %d %%, %d:%02d left"),
                passed * 100 / whole,
                leftSeconds / SECONDS,
                leftSeconds % SECONDS);
        if (context.isTerminal()) {
            context.err().print("\r" + text + "  ");
            context.err().flush();
        } else {
            context.err().println(text);
        }
    }

    @Override
    public boolean isStopped() {
        return stopped.getAsBoolean();
    }

    /** Leaves the line to others. */
    void end() {
        if (context.isTerminal()) {
            context.err().print("\r\u001b[K");
            context.err().flush();
        }
    }
}
