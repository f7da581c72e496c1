package co.litper.cerebro.adapters.channel;

import co.litper.cerebro.act.Channel;
import co.litper.cerebro.act.Dispatch;
import co.litper.cerebro.world.Clock;
import java.net.URI;
import java.time.Duration;

/**
 * Posts each effect as JSON to a URL, with its key in the header {@code Idempotency-Key}.
 *
 * <p>2xx is done; 409 says that the key was known, so done too; 408, 429 and, if the receiver deduplicates, 5xx are tried again, as is a connection that
 * was never made; every other answer is a refusal for good. No answer in time, or a connection that broke, leaves it open
 * whether the effect was taken. Redirects are not followed. Waits at most twice {@code timeout}.
 */
public final class WebhookChannel implements Channel {
    private final Target target;
    private final Clock clock;
    private final Posting posting;

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
        this.posting = new Posting(target);
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
        return posting.send(dispatch, EffectJson.of(dispatch, clock.now()));
    }

    @Override
    public void close() {
        posting.close();
    }
}
