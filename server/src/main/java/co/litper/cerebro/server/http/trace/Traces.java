package co.litper.cerebro.server.http.trace;

import co.litper.cerebro.server.http.route.Route;
import co.litper.cerebro.world.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Follows calls through the service. Off, a call costs one comparison; on, one span for itself and one for each step inside.
 * Thread-safe.
 */
public final class Traces implements AutoCloseable {
    private static final ScopedValue<Open> CURRENT = ScopedValue.newInstance();
    private static final int SERVER_ERROR = 500;
    private static final long NANOS = 1_000_000_000L;

    private final @Nullable SpanExport export;
    private final double share;
    private final Clock clock;

    private record Open(Traces traces, Span span) {}

    /** What happens inside a call. */
    @FunctionalInterface
    public interface Served {
        /** Serves the call, whatever comes of it; returns its status. */
        int serve();
    }

    private Traces(@Nullable SpanExport export, double share, Clock clock) {
        this.export = export;
        this.share = share;
        this.clock = clock;
    }

    /** None: nothing is followed. */
    public static Traces off() {
        return new Traces(null, 0, Clock.system());
    }

    /** To a collector; those that find no room on their way there are lost and counted. */
    public static Traces to(TraceOptions options, Clock clock) {
        return new Traces(new SpanExport(options), options.share(), clock);
    }

    /** Spans that no collector took. */
    public long lost() {
        return export == null ? 0 : export.lost();
    }

    /**
     * Follows a call.
     *
     * @param header the caller's {@code traceparent}, or null
     * @param id names the call in logs
     */
    public void call(Route route, @Nullable String header, String id, Served served) {
        Span span = begin(route, header, id);
        if (!span.isKept()) {
            served.serve();
            return;
        }
        int[] status = {SERVER_ERROR};
        try {
            ScopedValue.where(CURRENT, new Open(this, span)).run(() -> status[0] = served.serve());
        } finally {
            span.note("http.response.status_code", status[0]);
            end(span, status[0] >= SERVER_ERROR);
        }
    }

    private Span begin(Route route, @Nullable String header, String id) {
        if (export == null) {
            return Span.NONE;
        }
        Optional<TraceParent> parent = TraceParent.parse(header);
        boolean kept = parent.map(TraceParent::sampled)
                .orElseGet(() -> ThreadLocalRandom.current().nextDouble() < share);
        if (!kept) {
            return Span.NONE;
        }
        String trace = parent.map(TraceParent::trace).orElseGet(() -> random() + random());
        String caller = parent.map(TraceParent::span).orElse("");
        Span span = open(trace, caller, route.doc().id(), true);
        span.note("http.request.method", route.method().name());
        span.note("http.route", route.path());
        span.note("cerebro.call", id);
        return span;
    }

    /** Follows a step inside a call, if the call is followed. */
    public static <T, X extends Throwable> T step(String name, ScopedValue.CallableOp<T, X> step) throws X {
        if (!CURRENT.isBound()) {
            return step.call();
        }
        Open around = CURRENT.get();
        Span span = around.traces().open(around.span().trace, around.span().id, name, false);
        boolean failed = true;
        try {
            T result = step.call();
            failed = false;
            return result;
        } finally {
            around.traces().end(span, failed);
        }
    }

    private Span open(String trace, String parent, String name, boolean call) {
        Instant now = clock.now();
        return new Span(
                trace, random(), parent, name, call, now.getEpochSecond() * NANOS + now.getNano(), System.nanoTime());
    }

    private void end(Span span, boolean failed) {
        span.tookNs = System.nanoTime() - span.beganNs;
        span.failed = failed;
        if (export != null) {
            export.offer(span);
        }
    }

    /** 16 hexadecimal digits, not all zero. */
    private static String random() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong() | 1);
    }

    /** Sends what waits, for a second at most. */
    @Override
    public void close() {
        if (export != null) {
            export.close();
        }
    }
}
