package co.litper.cerebro.server.face.live;

import co.litper.cerebro.server.access.Role;
import co.litper.cerebro.server.face.frame.FaceDesk;
import co.litper.cerebro.server.face.frame.Frame;
import co.litper.cerebro.server.face.frame.Place;
import co.litper.cerebro.server.http.route.ApiProblem;
import co.litper.cerebro.server.http.route.Call;
import co.litper.cerebro.server.http.route.Code;
import co.litper.cerebro.server.http.route.Doc;
import co.litper.cerebro.server.http.route.Route;
import co.litper.cerebro.server.read.DecisionFilter;
import co.litper.cerebro.server.text.Language;
import co.litper.cerebro.vocabulary.MerchantId;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Follows the read tables for open pages. A stream tells two things: {@code decisions}, the newest ones as rows of a table, and {@code
 * pulse}, that something changed, upon which a page asks for its parts anew. However much comes in, a stream speaks at most once
 * each {@link #LOOK_MS}, and pages of the same reader's language and merchant share what was written. A reader who comes back gets
 * the present at once, so nothing needs to be remembered for it. Thread-safe.
 */
public final class LiveFeed implements AutoCloseable {
    private static final String TYPE = "text/event-stream";

    /** Streams at a time. */
    private static final int MOST_STREAMS = 256;
    /** How often the tables are looked at, and the least time between two words of a stream. */
    private static final long LOOK_MS = 700;
    /** A stream without news says that it lives, so that proxies keep it. */
    private static final long HEARTBEAT_LOOKS = Duration.ofSeconds(10).toMillis() / LOOK_MS;

    /** Decisions that are shown. */
    public static final int SHOWN = 12;

    private static final int MOST_KEPT = 64;

    private final FaceDesk desk;
    private final Semaphore streams = new Semaphore(MOST_STREAMS);
    private final Map<Audience, Written> kept = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Audience, Written> eldest) {
            return size() > MOST_KEPT;
        }
    };
    private volatile boolean closed;

    private record Audience(MerchantId merchant, Language language) {}

    private record Written(long end, String event) {}

    public LiveFeed(FaceDesk desk) {
        this.desk = desk;
    }

    /** The stream. */
    public Route route() {
        Doc doc = Doc.of("streamPages", "Pages", "Parts of pages as they change; `pulse` tells that something did.")
                .merchant()
                .gives(200, TYPE, "", "Events `decisions` (rows of a table) and `pulse`.");
        return Route.get("/live", Role.VIEWER, doc, this::serve).with(Route.Trait.ENDLESS);
    }

    private void serve(Call call) throws InterruptedException {
        if (!call.header("Accept").orElse("").contains(TYPE)) {
            throw ApiProblem.of(Code.NOT_ACCEPTABLE, "Accept: must be " + TYPE);
        }
        if (!streams.tryAcquire()) {
            throw ApiProblem.of(Code.BUSY, "There are " + MOST_STREAMS + " streams already.")
                    .retryAfter(Duration.ofSeconds(10));
        }
        try (OutputStream out = call.stream(TYPE)) {
            call.header("Cache-Control", "no-store");
            follow(out, call.merchant(), desk.press().frame(call, Place.TODAY));
        } catch (IOException e) {
            // The reader left: every stream ends so.
        } finally {
            streams.release();
        }
    }

    private void follow(OutputStream out, MerchantId merchant, Frame frame) throws IOException, InterruptedException {
        write(out, "retry: 2000\n\n");
        long told = -1;
        long silent = 0;
        while (!closed) {
            long end = desk.desk().reads().position();
            if (end != told) {
                write(out, decisions(merchant, frame, end) + "event: pulse\ndata: " + end + "\n\n");
                told = end;
                silent = 0;
            } else if (++silent >= HEARTBEAT_LOOKS) {
                write(out, ": \n\n");
                silent = 0;
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MS);
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private String decisions(MerchantId merchant, Frame frame, long end) throws InterruptedException {
        Audience audience = new Audience(merchant, frame.texts().language());
        synchronized (kept) {
            Written before = kept.get(audience);
            if (before != null && before.end() >= end) {
                return before.event();
            }
        }
        String rows =
                new String(desk.press().written(frame, "live/rows", lines(merchant, frame)), StandardCharsets.UTF_8);
        String event = "event: decisions\ndata: " + rows.replace("\r", "").replace("\n", "\ndata: ") + "\n\n";
        synchronized (kept) {
            kept.put(audience, new Written(end, event));
        }
        return event;
    }

    /** The newest decisions. */
    public List<LiveLine> lines(MerchantId merchant, Frame frame) throws InterruptedException {
        return desk.reads().decisions().page(DecisionFilter.of(merchant), Long.MAX_VALUE, SHOWN).lines().stream()
                .map(line -> LiveLine.of(line, frame.texts()))
                .toList();
    }

    /** Streams that are open. */
    public int open() {
        return MOST_STREAMS - streams.availablePermits();
    }

    /** Ends every stream; their readers come back elsewhere. */
    @Override
    public void close() {
        closed = true;
    }
}
