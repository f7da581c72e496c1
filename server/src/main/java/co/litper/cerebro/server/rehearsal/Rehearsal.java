package co.litper.cerebro.server.rehearsal;

import co.litper.cerebro.server.demo.DemoColumns;
import co.litper.cerebro.server.demo.DemoExport;
import co.litper.cerebro.vocabulary.MerchantId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Calls a service as its users do: events one by one and in batches, an export, every page and list. One thread. */
public final class Rehearsal {
    private static final List<String> QUESTIONS = List.of(
            "",
            "openapi.json",
            "health/live",
            "health/ready",
            "metrics",
            "api/v1/me",
            "api/v1/worklist",
            "api/v1/decisions?limit=50",
            "api/v1/shipments?limit=50",
            "api/v1/shipments/R0",
            "api/v1/shipments/R0/story",
            "api/v1/why/R0",
            "api/v1/approvals",
            "api/v1/effects/unknown",
            "api/v1/settings",
            "api/v1/autonomy",
            "api/v1/deadletters",
            "api/v1/imports",
            "api/v1/audit",
            "api/v1/kpis");
    private static final int QUESTION_ROUNDS = 3;
    private static final int BATCH = 400;
    private static final int GUIDES = 300;
    private static final int MOST_LOOKS = 3_000;
    private static final long LOOK_MS = 20;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final URI address;
    private final String key;
    private final Instant now;
    private final MadeUpEvents events;

    /**
     * @param address where the service listens
     * @param key of an admin
     * @param merchant whose parcels are made up
     * @param now the moment at which things happen
     */
    public Rehearsal(URI address, String key, MerchantId merchant, Instant now) {
        this.address = address;
        this.key = key;
        this.now = now;
        this.events = new MadeUpEvents(merchant, now);
    }

    /**
     * Does the work.
     *
     * @param singles events that are sent one by one
     * @param batched events that are sent in batches
     * @throws IllegalStateException if a call is not answered as it should be
     */
    public void run(int singles, int batched) throws IOException, InterruptedException {
        for (long n = 0; n < singles; n++) {
            post(
                    "api/v1/events",
                    "application/cloudevents+json",
                    events.event(n).getBytes(StandardCharsets.UTF_8));
        }
        for (long from = singles; from < singles + batched; from += BATCH) {
            String batch = LongStream.range(from, from + BATCH)
                    .mapToObj(events::event)
                    .collect(Collectors.joining(",", "[", "]"));
            post("api/v1/events", "application/cloudevents-batch+json", batch.getBytes(StandardCharsets.UTF_8));
        }
        importExport();
        for (int round = 0; round < QUESTION_ROUNDS; round++) {
            for (String question : QUESTIONS) {
                expect(question, client.send(request(question).build(), BodyHandlers.ofString()));
            }
        }
    }

    private void importExport() throws IOException, InterruptedException {
        ByteArrayOutputStream export = new ByteArrayOutputStream();
        DemoExport.of(1, now, GUIDES).writeXlsx(export, DemoColumns.ORDERS);
        HttpResponse<String> taken = post(
                "api/v1/imports",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                export.toByteArray());
        String job = taken.headers().firstValue("Location").orElseThrow().substring(1);
        for (int looks = 0; looks < MOST_LOOKS; looks++) {
            String body =
                    client.send(request(job).build(), BodyHandlers.ofString()).body();
            if (body.contains("\"done\"")) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MS);
        }
        throw new IllegalStateException("the import did not end");
    }

    private HttpResponse<String> post(String path, String type, byte[] body) throws IOException, InterruptedException {
        HttpRequest call = request(path)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        return expect(path, client.send(call, BodyHandlers.ofString()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).header("Authorization", "Bearer " + key);
    }

    private static HttpResponse<String> expect(String path, HttpResponse<String> answer) {
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException("/" + path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer;
    }
}
