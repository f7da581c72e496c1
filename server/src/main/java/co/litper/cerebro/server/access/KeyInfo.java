package co.litper.cerebro.server.access;

import co.litper.cerebro.adapters.sqlite.SqliteAccess.KeyRow;
import co.litper.cerebro.vocabulary.MerchantId;
import java.time.Instant;
import java.util.Optional;

/**
 * A key without its secret, as it may be shown.
 *
 * @param id public; the token begins with it
 * @param label what people call it
 * @param role what it may do
 * @param merchant whose data it opens; empty for everybody's
 * @param by the actor who made it
 * @param madeAt when it was made
 * @param expiresAt when it ends; empty for never
 * @param revokedAt when it was taken back; empty while it was not
 * @param usedAt when it was last used, to within {@link AccessKeys#USE_GRAIN}; empty if it never was
 */
public record KeyInfo(
        String id,
        String label,
        Role role,
        Optional<MerchantId> merchant,
        String by,
        Instant madeAt,
        Optional<Instant> expiresAt,
        Optional<Instant> revokedAt,
        Optional<Instant> usedAt) {

    /** What a key is good for. */
    public enum Standing {
        ACTIVE,
        EXPIRED,
        REVOKED
    }

    static KeyInfo of(KeyRow row) {
        return new KeyInfo(
                row.id(),
                row.label(),
                // An unknown word can only come from a newer version; the least role is the safe reading.
                Role.of(row.role()).orElse(Role.VIEWER),
                Optional.ofNullable(row.merchant()).map(MerchantId::new),
                row.by(),
                row.madeAt(),
                Optional.ofNullable(row.expiresAt()),
                Optional.ofNullable(row.revokedAt()),
                Optional.ofNullable(row.usedAt()));
    }

    /** What it is good for at {@code now}. */
    public Standing standing(Instant now) {
        if (revokedAt.isPresent()) {
            return Standing.REVOKED;
        }
        return expiresAt.filter(end -> !now.isBefore(end)).isPresent() ? Standing.EXPIRED : Standing.ACTIVE;
    }
}
