package co.litper.cerebro.server.http.observe;

import co.litper.cerebro.server.http.route.Route;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The figures of the service, as Prometheus reads them; {@code docs/reference/metrics.md} explains each. Thread-safe. */
public final class Meters {
    private static final Duration[] BOUNDS = {
        Duration.ofMillis(1),
        Duration.ofMillis(2),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(20),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(2),
        Duration.ofSeconds(10)
    };

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    /** Bounded by routes × statuses. */
    private final Map<String, Timer> calls = new ConcurrentHashMap<>();

    private final Map<Fate, Counter> events = new ConcurrentHashMap<>();

    /** What became of an event that came in over HTTP. */
    public enum Fate {
        RECORDED,
        /** It is durable, and decided elsewhere. */
        ACCEPTED,
        DUPLICATE,
        REFUSED,
        FAILED,
        /** There was no room: the caller was asked to come again. */
        TURNED_AWAY
    }

    private boolean machineKnown;

    public Meters() {
        for (Fate fate : Fate.values()) {
            events(fate, 0); // a figure that is not there yet cannot be told from one that nobody counts
        }
    }

    private Counter counter(Fate fate) {
        return Counter.builder("cerebro.events")
                .description("Events that came in over HTTP, by what became of them")
                .tag("fate", fate.name().toLowerCase(Locale.ROOT))
                .register(registry);
    }

    /** A call was served. */
    public void served(Route route, int status, long nanos) {
        calls.computeIfAbsent(route.doc().id() + " " + status, k -> timer(route, status))
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(Route route, int status) {
        return Timer.builder("cerebro.http.calls")
                .description("Calls by operation and status, and how long they took")
                .tag("operation", route.doc().id())
                .tag("method", route.method().name())
                .tag("status", Integer.toString(status))
                .serviceLevelObjectives(BOUNDS)
                .register(registry);
    }

    /**
     * The bound within which {@code share} of the calls of some operations were answered since the start, and how many there
     * were. The bound is the least of those that are counted; zero calls have none, and so do calls that took longer than all.
     */
    public Answered answered(Set<String> operations, double share) {
        long all = 0;
        SortedMap<Duration, Long> within = new TreeMap<>();
        for (Timer timer : calls.values()) {
            if (operations.contains(timer.getId().getTag("operation"))) {
                all += timer.count();
                for (CountAtBucket each : timer.takeSnapshot().histogramCounts()) {
                    within.merge(Duration.ofNanos((long) each.bucket()), (long) each.count(), Long::sum);
                }
            }
        }
        long wanted = (long) Math.ceil(share * all);
        Optional<Duration> bound = all == 0
                ? Optional.empty()
                : within.entrySet().stream()
                        .filter(each -> each.getValue() >= wanted)
                        .map(Map.Entry::getKey)
                        .findFirst();
        return new Answered(all, bound);
    }

    /**
     * How soon calls were answered.
     *
     * @param calls since the start
     * @param within what the wanted share of them stayed below, if that is known
     */
    public record Answered(long calls, Optional<Duration> within) {}

    /** Events met a fate. */
    public void events(Fate fate, long count) {
        events.computeIfAbsent(fate, this::counter).increment(count);
    }

    /** A figure that is asked for when it is read. */
    public void gauge(String name, String description, Supplier<Number> value) {
        Gauge.builder(name, value).description(description).register(registry);
    }

    /** All of it, as Prometheus reads it. */
    public String scrape() {
        bindMachine();
        return registry.scrape();
    }

    /** What the machine itself counts is looked up when somebody asks for it first, since that takes a tenth of a start. */
    private synchronized void bindMachine() {
        if (!machineKnown) {
            new JvmMemoryMetrics().bindTo(registry);
            new JvmThreadMetrics().bindTo(registry);
            new ProcessorMetrics().bindTo(registry);
            new UptimeMetrics().bindTo(registry);
            new FileDescriptorMetrics().bindTo(registry);
            machineKnown = true;
        }
    }
}
