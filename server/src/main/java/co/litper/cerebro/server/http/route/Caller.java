package co.litper.cerebro.server.http.route;

import co.litper.cerebro.vocabulary.MerchantId;
import org.jspecify.annotations.Nullable;

/**
 * Who calls.
 *
 * @param key the id of the key that was shown; never the key
 * @param name what the key was named, which stands in the log as the author of an act
 * @param merchant the merchant whose data the caller may see, or null for every merchant's
 * @param role what the caller may do
 * @param bySession true if a browser's cookie stands for the key
 */
public record Caller(String key, String name, @Nullable MerchantId merchant, Role role, boolean bySession) {
    /** Nobody in particular: for what everyone may see. */
    public static final Caller NOBODY = new Caller("", "", null, Role.VIEWER, false);

    /** True if the caller may do what asks for {@code needed}. */
    public boolean may(Role needed) {
        return role.compareTo(needed) >= 0;
    }
}
