package co.litper.cerebro.adapters.channel;

import co.litper.cerebro.act.Channel;
import co.litper.cerebro.act.Dispatch;
import co.litper.cerebro.world.Clock;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * Posts each effect as JSON to a URL, with its key in the header {@code Idempotency-Key}.
 *
 * <p>2xx is done; 409 says that the key was known, so done too; 408, 429 and, if the receiver deduplicates, 5xx are tried again, as is a connection that
 * was never made; every other answer is a refusal for good. No answer in time, or a connection that broke, leaves it open
 * whether the effect was taken. Redirects are not followed. Waits at most twice {@code timeout}.
 */
public final class WebhookChannel implements Channel {
    private static final int CONFLICT = 409;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY = 429;

    private final Target target;
    private final Clock clock;
    private final HttpClient client;

    /**
     * Where effects go.
     *
     * @param url http or https
     * @param token sent as {@code Authorization: Bearer}, or empty for none
     * @param timeout for the connection, and again for the answer
     * @param deduplicates true if the receiver recognises a repeat by the key
     */
    public record Target(URI url, String token, Duration timeout, boolean deduplicates) {
        public Target {
            String scheme = url.getScheme();
            if (!"http".equals(scheme) && !"https".equals(scheme)) {
                throw new IllegalArgumentException("a webhook wants a URL with http or https, not '" + url + "'");
            }
        }

        /** Hides the token. */
        @Override
        public String toString() {
            return "Target[" + url + "]";
        }
    }

    /** A channel to {@code target}. */
    public WebhookChannel(Target target, Clock clock) {
        this.target = target;
        this.clock = clock;
        this.client = HttpClient.newBuilder()
                .connectTimeout(target.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public boolean deduplicates() {
        return target.deduplicates();
    }

    @Override
    public Result send(Dispatch dispatch) {
        try {
            HttpResponse<Void> answer = client.send(request(dispatch), HttpResponse.BodyHandlers.discarding());
            return meaning(answer.statusCode(), target.deduplicates());
        } catch (HttpConnectTimeoutException | ConnectException e) {
            return Result.RETRY;
        } catch (IOException e) {
            return Result.UNCLEAR;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Result.UNCLEAR;
        }
    }

    private HttpRequest request(Dispatch dispatch) {
        HttpRequest.Builder request = HttpRequest.newBuilder(target.url())
                .timeout(target.timeout())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", dispatch.idempotencyKey())
                .POST(HttpRequest.BodyPublishers.ofString(EffectJson.of(dispatch, clock.now())));
        if (!target.token().isEmpty()) {
            request.header("Authorization", "Bearer " + target.token());
        }
        return request.build();
    }

    static Result meaning(int status, boolean deduplicates) {
        if ((status >= 200 && status < 300) || status == CONFLICT) {
            return Result.DONE;
        }
        if (status == REQUEST_TIMEOUT || status == TOO_MANY) {
            return Result.RETRY;
        }
        if (status >= 500) {
            // A server that fails may have acted before; only one that knows the key may be asked again.
            return deduplicates ? Result.RETRY : Result.UNCLEAR;
        }
        return Result.FAILED;
    }

    @Override
    public void close() {
        client.close();
    }
}
