package co.litper.cerebro.server.access;

import co.litper.cerebro.adapters.sqlite.SqliteUsers.UserRow;
import co.litper.cerebro.vocabulary.MerchantId;
import java.time.Instant;
import java.util.Optional;

/**
 * A person who may sign in, without the password.
 *
 * @param id by which the audit trail names the person
 * @param name by which the person signs in; personal, so it goes into no log
 * @param role what the person may do
 * @param merchant whose data the person sees; empty for everybody's
 * @param by the actor who made the user
 * @param madeAt when
 * @param generation grows with each new password
 */
public record UserInfo(
        String id, String name, Role role, Optional<MerchantId> merchant, String by, Instant madeAt, long generation) {

    static UserInfo of(UserRow row) {
        return new UserInfo(
                row.id(),
                row.name(),
                // An unknown word can only come from a newer version; the least role is the safe reading.
                Role.of(row.role()).orElse(Role.VIEWER),
                Optional.ofNullable(row.merchant()).map(MerchantId::new),
                row.by(),
                row.madeAt(),
                row.generation());
    }

    /** The person as a caller. */
    public Caller caller() {
        return new Caller("user:" + id, name, role, merchant);
    }
}
