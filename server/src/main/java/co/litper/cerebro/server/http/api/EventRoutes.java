package co.litper.cerebro.server.http.api;

import co.litper.cerebro.log.Intake;
import co.litper.cerebro.server.access.Role;
import co.litper.cerebro.server.http.route.ApiProblem;
import co.litper.cerebro.server.http.route.Call;
import co.litper.cerebro.server.http.route.Doc;
import co.litper.cerebro.server.http.route.Json;
import co.litper.cerebro.server.http.route.Route;
import co.litper.cerebro.vocabulary.MerchantId;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/v1/events}: one CloudEvent, a batch, or a stream of lines, each answered with what was decided. */
final class EventRoutes {
    static final String ONE = "application/cloudevents+json";
    static final String BATCH = "application/cloudevents-batch+json";
    static final String LINES = "application/x-ndjson";
    static final String PLAIN = "application/json";

    /** Events of one batch; more go as lines. */
    static final int MOST_IN_BATCH = 1_000;
    /** Bytes of one batch. */
    static final int BATCH_BYTES = 8 * 1024 * 1024;
    /** Bytes of one stream of lines. */
    static final long LINES_BYTES = 1L << 30;

    /** Calls with one event that are served at a time; more would only wait in line. */
    private static final int MOST_ONES = 2_048;
    /** Events of batches and streams on their way at a time: fewer than the loop's queue holds, so that single ones find room. */
    private static final int MOST_OF_MANY = 8_000;
    /** Events that a batch counts for at least, so that no more than 2,000 of them are served at a time. */
    private static final int LEAST_OF_BATCH = 4;

    private final EventDesk desk;
    private final Semaphore ones = new Semaphore(MOST_ONES);
    private final Semaphore ofMany = new Semaphore(MOST_OF_MANY);

    EventRoutes(EventDesk desk) {
        this.desk = desk;
    }

    Route route() {
        Doc doc = Doc.of("postEvents", "Events", "Tells what happened; answered with what was decided, durably.")
                .header(
                        "Prefer",
                        "respond-async",
                        "`respond-async`: answered with 202 before anything is decided; `return=minimal`: of a batch only what failed.")
                .merchant()
                .takes(ONE, "CloudEvent")
                .takes(BATCH, "CloudEventBatch")
                .takes(LINES, "")
                .takes(PLAIN, "CloudEvent")
                .gives(200, "EventResult", "Taken, or known before; of many, a summary with the fate of each.")
                .gives(202, "EventAccepted", "Waits to be decided; durable if it says so. Of many, a summary.")
                .gives(207, "EventResults", "Of many, some were refused.");
        return Route.post("/api/v1/events", Role.OPERATOR, doc, this::serve)
                .with(Route.Trait.KNOWS_REPEATS)
                .with(Route.Trait.IN_THE_LOG);
    }

    private void serve(Call call) throws IOException, InterruptedException, ExecutionException {
        boolean ofOne =
                call.caller().merchant().isPresent() || call.query("merchant").isPresent();
        MerchantId only = ofOne ? call.merchant() : null;
        switch (call.mediaType()) {
            case BATCH -> {
                List<byte[]> events = BatchSplit.events(call.body(BATCH_BYTES), MOST_IN_BATCH);
                withRoomFor(Math.max(LEAST_OF_BATCH, events.size()), () -> batch(call, only, events));
            }
            case LINES -> withRoomFor(LineStream.WINDOW, () -> lines(call, only));
            default -> one(call, only);
        }
    }

    private interface Many {
        void serve() throws IOException, InterruptedException, ExecutionException;
    }

    private void withRoomFor(int events, Many served) throws IOException, InterruptedException, ExecutionException {
        if (!ofMany.tryAcquire(events)) {
            throw desk.turnedAway();
        }
        try {
            served.serve();
        } finally {
            ofMany.release(events);
        }
    }

    private void one(Call call, @Nullable MerchantId only)
            throws IOException, InterruptedException, ExecutionException {
        if (!ones.tryAcquire()) {
            throw desk.turnedAway();
        }
        try {
            byte[] event = call.body(Intake.MAX_BYTES);
            if (call.header("ce-specversion").isPresent()) {
                event = BinaryMode.structured(call, event);
            }
            EventDesk.Sent sent = desk.send(event, only);
            Optional<String> prefer = call.header("Prefer");
            if (prefer.isPresent()
                    && prefer.get().contains("respond-async")
                    && !desk.answersBeforeDeciding()
                    && sent instanceof EventDesk.Underway underway) {
                call.header("Preference-Applied", "respond-async");
                call.reply(
                        202,
                        Json.object()
                                .put("status", "accepted")
                                .put("source", underway.envelope().source())
                                .put("id", underway.envelope().id()));
                return;
            }
            switch (desk.told(sent)) {
                case Told.Refused(var problems) -> throw ApiProblem.invalid(problems);
                case Told.Failed(RuntimeException why) -> throw why;
                case Told.Kept kept -> call.reply(202, kept.json());
                case Told told -> call.reply(200, told.json());
            }
        } finally {
            ones.release();
        }
    }

    private void batch(Call call, @Nullable MerchantId only, List<byte[]> events)
            throws InterruptedException, ExecutionException {
        List<EventDesk.Sent> sent = desk.sendAll(events, only);
        boolean brief = call.header("Prefer").orElse("").contains("return=minimal");
        Tally tally = new Tally();
        ArrayNode items = Json.object().arrayNode(sent.size());
        for (EventDesk.Sent each : sent) {
            Told told = desk.told(each);
            tally.count(told);
            if (!brief || told instanceof Told.Refused || told instanceof Told.Failed) {
                items.add(told.json());
            }
        }
        ObjectNode json = tally.json();
        json.set("items", items);
        call.reply(tally.status(), json);
    }

    private void lines(Call call, @Nullable MerchantId only)
            throws IOException, InterruptedException, ExecutionException {
        try (InputStream in = call.bodyStream(LINES_BYTES)) {
            LineStream lines = new LineStream(desk, only);
            lines.take(in);
            call.reply(lines.tally().status(), lines.json());
        }
    }
}
