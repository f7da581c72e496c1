package co.litper.cerebro.server.access;

import co.litper.cerebro.vocabulary.MerchantId;
import java.time.Instant;
import java.util.Optional;

/**
 * A key that someone wants.
 *
 * @param label what people call it, 1 to 60 printable characters, such as {@code n8n} or {@code tablero}
 * @param role what it may do
 * @param merchant whose data it opens; empty for everybody's
 * @param expiresAt when it ends; empty for never
 */
public record KeyRequest(String label, Role role, Optional<MerchantId> merchant, Optional<Instant> expiresAt) {}
