package co.litper.cerebro.adapters.channel;

import co.litper.cerebro.act.Channel;
import co.litper.cerebro.act.Dispatch;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Posts JSON to a target and reads what the answer means, as {@link WebhookChannel} tells. Thread-safe. */
final class Posting implements AutoCloseable {
    private static final int CONFLICT = 409;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY = 429;

    private final WebhookChannel.Target target;
    private final HttpClient client;

    Posting(WebhookChannel.Target target) {
        this.target = target;
        this.client = HttpClient.newBuilder()
                .connectTimeout(target.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    Channel.Result send(Dispatch dispatch, String body) {
        try {
            HttpResponse<Void> answer = client.send(request(dispatch, body), HttpResponse.BodyHandlers.discarding());
            return meaning(answer.statusCode(), target.deduplicates());
        } catch (HttpConnectTimeoutException | ConnectException e) {
            return Channel.Result.RETRY;
        } catch (IOException e) {
            return Channel.Result.UNCLEAR;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Channel.Result.UNCLEAR;
        }
    }

    private HttpRequest request(Dispatch dispatch, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(target.url())
                .timeout(target.timeout())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", dispatch.idempotencyKey())
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!target.token().isEmpty()) {
            request.header("Authorization", "Bearer " + target.token());
        }
        return request.build();
    }

    private static Channel.Result meaning(int status, boolean deduplicates) {
        if ((status >= 200 && status < 300) || status == CONFLICT) {
            return Channel.Result.DONE;
        }
        if (status == REQUEST_TIMEOUT || status == TOO_MANY) {
            return Channel.Result.RETRY;
        }
        if (status >= 500) {
            // A server that fails may have acted before; only one that knows the key may be asked again.
            return deduplicates ? Channel.Result.RETRY : Channel.Result.UNCLEAR;
        }
        return Channel.Result.FAILED;
    }

    @Override
    public void close() {
        client.close();
    }
}
