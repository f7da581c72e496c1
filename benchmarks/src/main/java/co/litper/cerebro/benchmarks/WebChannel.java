package co.litper.cerebro.benchmarks;

import co.litper.cerebro.act.Channel;
import co.litper.cerebro.act.Dispatch;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Hands effects to one of {@link EffectReceivers}.
 *
 * @param deduplicates true if the receiver tells a repeat by its key
 */
record WebChannel(HttpClient http, URI url, boolean deduplicates) implements Channel {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Override
    public String name() {
        return deduplicates ? "once" : "plain";
    }

    @Override
    public Result send(Dispatch dispatch) {
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(PATIENCE)
                .header(EffectReceivers.KEY, dispatch.idempotencyKey())
                .POST(BodyPublishers.ofString(dispatch.action().wire()))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200 ? Result.DONE : Result.UNCLEAR;
        } catch (ConnectException e) {
            return Result.RETRY;
        } catch (IOException e) {
            return Result.UNCLEAR;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Result.UNCLEAR;
        }
    }
}
