package co.litper.cerebro.server.webhook;

import co.litper.cerebro.vocabulary.MerchantId;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A platform that may send.
 *
 * @param name as it stands in the path: a lower-case letter, then letters and digits, 31 at most
 * @param merchant whose parcels it tells of
 * @param secrets the secret it signs with, and while that is changed the one before; one or two, each of at least
 *     {@link #LEAST_SECRET} characters
 * @param mapping how its bodies become events
 */
public record WebhookSource(String name, MerchantId merchant, List<String> secrets, Mapping mapping) {
    /** Characters below which a secret could be guessed from one delivery. */
    public static final int LEAST_SECRET = 16;

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]{0,30}");
    private static final int MOST_SECRETS = 2;

    public WebhookSource {
        secrets = List.copyOf(secrets);
        if (!isName(name)) {
            throw new IllegalArgumentException("name of a source must match " + NAME + ": '" + name + "'");
        }
        if (secrets.isEmpty()
                || secrets.size() > MOST_SECRETS
                || secrets.stream().anyMatch(s -> s.length() < LEAST_SECRET)) {
            throw new IllegalArgumentException(
                    "source " + name + " must have one or two secrets of at least " + LEAST_SECRET + " characters");
        }
    }

    /** True if a source may be called so. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** Hides the secrets. */
    @Override
    public String toString() {
        return "WebhookSource[" + name + "]";
    }
}
