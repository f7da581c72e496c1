package co.litper.cerebro.server.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a caller may do; each role may do what those before it may. */
public enum Role {
    /** Sees everything but personal data. */
    VIEWER,
    /** Also sends events, answers proposals, sees whom to call. */
    OPERATOR,
    /** Also changes settings, pauses, repairs, makes keys and backups, erases. */
    ADMIN;

    /** True if this role may do what {@code needed} may. */
    public boolean covers(Role needed) {
        return compareTo(needed) >= 0;
    }

    /** Its name in lower case, as files, requests and commands write it. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role with this wire name, in any case; empty if there is none. */
    public static Optional<Role> of(String wire) {
        return Arrays.stream(values())
                .filter(role -> role.wire().equals(wire.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** All wire names, lowest role first. */
    public static String all() {
        return Arrays.stream(values()).map(Role::wire).collect(Collectors.joining(", "));
    }
}
