package co.litper.cerebro.server.http;

import co.litper.cerebro.server.http.route.ApiProblem;
import co.litper.cerebro.server.http.route.Caller;
import co.litper.cerebro.server.http.route.Code;
import co.litper.cerebro.server.http.route.Gate;
import co.litper.cerebro.server.http.route.Role;
import co.litper.cerebro.server.http.route.Route;
import io.javalin.http.Context;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out who calls and whether that is enough for a route. Thread-safe. */
final class Doorkeeper {
    static final String COOKIE = "cerebro";

    private static final String BEARER = "bearer ";
    private static final int LONGEST_KEY = 512;

    private final Gate gate;
    private final Sessions sessions;

    Doorkeeper(Gate gate, Sessions sessions) {
        this.gate = gate;
        this.sessions = sessions;
    }

    /** Who calls. Ends the call where the route asks for more. */
    Caller admit(Route route, Context context) {
        Role needed = route.needed();
        if (needed == null) {
            return Caller.NOBODY;
        }
        Caller caller = identify(route, context);
        if (!caller.may(needed)) {
            throw ApiProblem.of(
                    Code.ROLE_TOO_LOW,
                    "Needs the role " + needed.name().toLowerCase(Locale.ROOT) + "; the key's is "
                            + caller.role().name().toLowerCase(Locale.ROOT) + ".");
        }
        return caller;
    }

    private Caller identify(Route route, Context context) {
        String header = context.header("Authorization");
        if (header != null) {
            boolean bearer = header.toLowerCase(Locale.ROOT).startsWith(BEARER);
            return check(bearer ? header.substring(BEARER.length()).strip() : "", context.ip());
        }
        String cookie = context.cookie(COOKIE);
        Optional<String> key = cookie == null ? Optional.empty() : sessions.key(cookie);
        if (key.isEmpty()) {
            throw ApiProblem.of(Code.NO_KEY, "Send `Authorization: Bearer KEY`. Maybe './cerebro keys' makes one.");
        }
        if (route.changes()) {
            requireOwnPage(context);
        }
        Caller caller = check(key.get(), context.ip());
        return new Caller(caller.key(), caller.name(), caller.merchant(), caller.role(), true);
    }

    /** Looks at a key. Ends the call if it is not known. */
    Caller check(String key, String address) {
        if (key.isEmpty() || key.length() > LONGEST_KEY) {
            throw unknown();
        }
        return switch (gate.byKey(key, address)) {
            case Gate.Known(Caller caller) -> caller;
            case Gate.Unknown() -> throw unknown();
            case Gate.Slowed(var retryAfter) ->
                throw ApiProblem.of(Code.TOO_MANY, "Too many wrong keys came from this address.")
                        .retryAfter(retryAfter);
        };
    }

    private static ApiProblem unknown() {
        return ApiProblem.of(Code.UNKNOWN_KEY, "Maybe it was cut off when copied, or withdrawn.");
    }

    /** A cookie travels with whatever page sends the call: one that changes something must come from our own. */
    private static void requireOwnPage(Context context) {
        String origin = context.header("Origin");
        String site = context.header("Sec-Fetch-Site");
        boolean own = origin == null ? "same-origin".equals(site) : sameHost(origin, context.header("Host"));
        if (!own) {
            throw ApiProblem.of(Code.FOREIGN_PAGE, "With a cookie only our own pages may change something.");
        }
    }

    private static boolean sameHost(String origin, @Nullable String host) {
        try {
            return Objects.equals(URI.create(origin).getRawAuthority(), host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
