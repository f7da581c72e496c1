package co.litper.cerebro.server.http.api;

import co.litper.cerebro.log.Intake;
import co.litper.cerebro.server.http.route.ApiProblem;
import co.litper.cerebro.server.http.route.Json;
import co.litper.cerebro.server.ingest.Lines;
import co.litper.cerebro.vocabulary.MerchantId;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Takes a stream of CloudEvents, one a line, with a bounded number on their way. One thread. */
final class LineStream {
    /** Events on their way: a batch of the loop. */
    static final int WINDOW = 1_000;
    /** Lines that are read before their people are put and they are sent. */
    private static final int CHUNK = 250;
    /** Refusals that are told one by one; all are counted. */
    private static final int MOST_TOLD = 100;

    private static final int BUFFER = 1 << 16;

    private final EventDesk desk;
    private final @Nullable MerchantId only;
    private final Tally tally = new Tally();
    private final ArrayNode problems = Json.object().arrayNode();
    private final Deque<Numbered> underway = new ArrayDeque<>();

    private record Numbered(long line, EventDesk.Sent sent) {}

    LineStream(EventDesk desk, @Nullable MerchantId only) {
        this.desk = desk;
        this.only = only;
    }

    void take(InputStream in) throws IOException, InterruptedException, ExecutionException {
        Lines lines = new Lines(new BufferedInputStream(in, BUFFER), Intake.MAX_BYTES + 1);
        List<byte[]> events = new ArrayList<>(CHUNK);
        List<Long> numbers = new ArrayList<>(CHUNK);
        while (lines.next()) {
            if (!lines.isBlank()) {
                events.add(lines.bytes());
                numbers.add(lines.number());
            }
            if (events.size() == CHUNK) {
                send(events, numbers);
            }
        }
        send(events, numbers);
        while (!underway.isEmpty()) {
            settle(underway.remove());
        }
    }

    private void send(List<byte[]> events, List<Long> numbers) throws InterruptedException, ExecutionException {
        List<EventDesk.Sent> sent = desk.sendAll(events, only);
        for (int i = 0; i < sent.size(); i++) {
            underway.add(new Numbered(numbers.get(i), sent.get(i)));
        }
        events.clear();
        numbers.clear();
        while (underway.size() > WINDOW) {
            settle(underway.remove());
        }
    }

    private void settle(Numbered sent) throws InterruptedException {
        Told told = desk.told(sent.sent());
        tally.count(told);
        if (problems.size() < MOST_TOLD) {
            switch (told) {
                case Told.Refused refused ->
                    problems.addObject()
                            .put("line", sent.line())
                            .set("problems", ApiProblem.problems(refused.problems()));
                case Told.Failed _ ->
                    problems.addObject().put("line", sent.line()).put("code", "unavailable");
                case Told.Recorded _, Told.Kept _, Told.Known _ -> {}
            }
        }
    }

    Tally tally() {
        return tally;
    }

    ObjectNode json() {
        ObjectNode json = tally.json();
        json.set("items", problems);
        return json;
    }
}
