package co.litper.cerebro.server.access;

import co.litper.cerebro.vocabulary.MerchantId;
import java.util.Optional;

/**
 * Who asks, and with what rights. Immutable.
 *
 * @param actor as the audit trail names it: {@code key:…}, {@code cli}, {@code local}; no personal data
 * @param label what people call it; may be a name, so it goes into no log
 * @param role what it may do
 * @param merchant whose data it may see and change; empty for everybody's
 */
public record Caller(String actor, String label, Role role, Optional<MerchantId> merchant) {
    /** A person at the command line of the machine that holds the folder: may do all. */
    public static final Caller COMMAND_LINE = new Caller("cli", "cli", Role.ADMIN, Optional.empty());

    /** The installation itself, or a service that listens to this machine alone and asks for no key: may do all. */
    public static final Caller LOCAL = new Caller("local", "local", Role.ADMIN, Optional.empty());

    /** True if it may do what {@code needed} may. */
    public boolean may(Role needed) {
        return role.covers(needed);
    }

    /** True if it may see and change what belongs to {@code other}. */
    public boolean mayTouch(MerchantId other) {
        return merchant.isEmpty() || merchant.get().equals(other);
    }

    /** True if it may hand out rights over {@code scope}; empty stands for everybody's data. */
    boolean mayGrant(Optional<MerchantId> scope) {
        return merchant.isEmpty() || merchant.equals(scope);
    }
}
