package co.litper.cerebro.server.http.api;

import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.server.access.Role;
import co.litper.cerebro.server.http.route.ApiProblem;
import co.litper.cerebro.server.http.route.Call;
import co.litper.cerebro.server.http.route.Code;
import co.litper.cerebro.server.http.route.Doc;
import co.litper.cerebro.server.http.route.Json;
import co.litper.cerebro.server.http.route.Route;
import co.litper.cerebro.server.read.Archive;
import co.litper.cerebro.server.read.Archives;
import co.litper.cerebro.server.receipt.DecisionLabel;
import co.litper.cerebro.vocabulary.MerchantId;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Decisions as they fall, as server-sent events. Each stream follows the log from its own place, so that a slow reader holds back
 * nobody and a reader who comes back with {@code Last-Event-ID} misses nothing. Thread-safe.
 */
final class DecisionStream implements AutoCloseable {
    static final String TYPE = "text/event-stream";

    /** Streams at a time; each reads the log by itself. */
    private static final int MOST_STREAMS = 64;
    /** How often the log's end is looked at. */
    private static final long LOOK_MS = 100;
    /** A stream without news says that it lives, so that proxies keep it. */
    private static final long HEARTBEAT_LOOKS = Duration.ofSeconds(10).toMillis() / LOOK_MS;
    /** Entries read at a time. */
    private static final int CHUNK = 1_000;

    private final Archives archives;
    private final Semaphore streams = new Semaphore(MOST_STREAMS);
    private volatile boolean closed;

    DecisionStream(Archives archives) {
        this.archives = archives;
    }

    Route route() {
        Doc doc = Doc.of(
                        "streamDecisions",
                        "Decisions",
                        "Decisions as they fall; each event's id is the decision's label.")
                .merchant()
                .header("Last-Event-ID", "D1", "Goes on behind this decision.")
                .gives(
                        200,
                        TYPE,
                        "",
                        "Events named `decision` with a brief in JSON; a comment every ten seconds without.");
        return Route.get("/api/v1/stream/decisions", Role.VIEWER, doc, this::serve)
                .with(Route.Trait.ENDLESS);
    }

    private void serve(Call call) throws IOException, InterruptedException {
        MerchantId merchant = call.merchant();
        if (!call.header("Accept").orElse("").contains(TYPE)) {
            throw ApiProblem.of(Code.NOT_ACCEPTABLE, "Accept: must be " + TYPE);
        }
        Archive archive = archives.of(merchant);
        long after = after(call, archive.log());
        if (!streams.tryAcquire()) {
            throw ApiProblem.of(Code.BUSY, "There are " + MOST_STREAMS + " streams already.")
                    .retryAfter(Duration.ofSeconds(10));
        }
        try (OutputStream out = call.stream(TYPE)) {
            call.header("Cache-Control", "no-store");
            follow(out, archive, merchant, after);
        } finally {
            streams.release();
        }
    }

    private static long after(Call call, EventLog log) {
        long end = log.end();
        return call.header("Last-Event-ID")
                .map(label -> {
                    OptionalLong id = DecisionLabel.parse(label);
                    if (id.isEmpty()) {
                        throw ApiProblem.of(Code.BAD_PARAMETER, "Last-Event-ID: must be a decision's label");
                    }
                    return id.getAsLong();
                })
                .orElse(Decision.idOf(end, 0) - 1);
    }

    private void follow(OutputStream out, Archive archive, MerchantId merchant, long after)
            throws IOException, InterruptedException {
        EventLog log = archive.log();
        out.write(Bytes.of("retry: 2000\n\n"));
        out.flush();
        long last = after;
        long next = Decision.positionOf(after);
        long silent = 0;
        while (!closed) {
            long end = log.end();
            if (next < end) {
                List<Decision> fresh = new ArrayList<>();
                next = read(log, next, last, fresh);
                for (Decision d : own(fresh, archive, merchant)) {
                    out.write(event(d));
                    last = d.id();
                    silent = 0;
                }
                out.flush();
            } else {
                TimeUnit.MILLISECONDS.sleep(LOOK_MS);
            }
            silent++;
            if (silent >= HEARTBEAT_LOOKS) {
                out.write(Bytes.of(": \n\n"));
                out.flush();
                silent = 0;
            }
        }
    }

    /** Reads a few entries from {@code from} and returns where to go on. */
    private static long read(EventLog log, long from, long after, List<Decision> into) {
        long[] next = {from};
        log.read(Math.max(EventLog.FIRST, from), entry -> {
            DecisionLog.decisions(entry).stream().filter(d -> d.id() > after).forEach(into::add);
            next[0] = entry.position() + 1;
            return entry.position() - from < CHUNK;
        });
        return next[0];
    }

    private static List<Decision> own(List<Decision> fresh, Archive archive, MerchantId merchant)
            throws InterruptedException {
        return fresh.isEmpty()
                ? fresh
                : archive.state()
                        .ask(view -> fresh.stream()
                                .filter(d -> DecisionRoutes.isOf(merchant, d, view))
                                .toList());
    }

    private static byte[] event(Decision d) {
        ObjectNode brief = DecisionJson.brief(d);
        String data = new String(Json.bytes(brief), java.nio.charset.StandardCharsets.UTF_8);
        return Bytes.of("id: " + Decision.label(d.id()) + "\nevent: decision\ndata: " + data + "\n\n");
    }

    /** Streams that are open. */
    int open() {
        return MOST_STREAMS - streams.availablePermits();
    }

    /** Ends every stream; their readers come back elsewhere. */
    @Override
    public void close() {
        closed = true;
    }
}
