package co.litper.cerebro.server.access;

import co.litper.cerebro.vocabulary.MerchantId;
import java.util.Optional;

/**
 * A user that someone wants.
 *
 * @param name 1 to 60 printable characters; capitals and spaces around it do not count
 * @param password at least {@link Users#LEAST_PASSWORD} characters
 * @param role what the person may do
 * @param merchant whose data the person sees; empty for everybody's
 */
public record UserRequest(String name, String password, Role role, Optional<MerchantId> merchant) {
    /** Hides the password. */
    @Override
    public String toString() {
        return "UserRequest[" + role + "]";
    }
}
