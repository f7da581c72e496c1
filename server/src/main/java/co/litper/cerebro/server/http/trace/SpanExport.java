package co.litper.cerebro.server.http.trace;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Carries spans to a collector beside the calls, some at a time. What finds no room or is refused is lost. Thread-safe. */
final class SpanExport implements AutoCloseable {
    /** Spans that wait; two seconds of 1,000 followed calls. */
    private static final int CAPACITY = 8_192;

    private static final int MOST_AT_ONCE = 512;
    private static final long GATHER_MS = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long LAST_MS = 1_000;

    private final BlockingQueue<Span> waiting = new ArrayBlockingQueue<>(CAPACITY);
    private final AtomicLong lost = new AtomicLong();
    private final TraceOptions options;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Thread worker;
    private volatile boolean closed;

    SpanExport(TraceOptions options) {
        this.options = options;
        this.worker = Thread.ofPlatform().name("cerebro-traces").daemon(true).start(this::work);
    }

    void offer(Span span) {
        if (!waiting.offer(span)) {
            lost.incrementAndGet();
        }
    }

    long lost() {
        return lost.get();
    }

    private void work() {
        try {
            while (!closed || !waiting.isEmpty()) {
                Span first = waiting.poll(GATHER_MS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    List<Span> spans = new ArrayList<>(List.of(first));
                    waiting.drainTo(spans, MOST_AT_ONCE - 1);
                    send(spans);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(List<Span> spans) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(options.collector())
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(OtlpJson.of(spans)));
        if (!options.authorization().isEmpty()) {
            request.header("Authorization", options.authorization());
        }
        try {
            int status = client.send(request.build(), BodyHandlers.discarding()).statusCode();
            if (status / 100 != 2) {
                lost.addAndGet(spans.size());
            }
        } catch (IOException e) {
            lost.addAndGet(spans.size()); // counted; traces are no reason to disturb the log
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            worker.join(LAST_MS);
            worker.interrupt();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        client.shutdownNow();
    }
}
