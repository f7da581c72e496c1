package co.litper.cerebro.server.http;

import co.litper.cerebro.server.access.AccessKeys;
import co.litper.cerebro.server.access.Caller;
import co.litper.cerebro.server.access.Role;
import co.litper.cerebro.server.access.Users;
import co.litper.cerebro.server.http.route.ApiProblem;
import co.litper.cerebro.server.http.route.Code;
import co.litper.cerebro.server.http.route.Gate;
import co.litper.cerebro.server.http.route.Route;
import io.javalin.http.Context;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out who calls and whether that is enough for a route. Thread-safe. */
final class Doorkeeper {
    static final String COOKIE = "cerebro";

    /** Nobody in particular: for what everyone may see. */
    static final Caller NOBODY = new Caller("", "", Role.VIEWER, Optional.empty());

    /** Under which a request keeps who made it. */
    private static final String READER = "cerebro.reader";

    private static final String BEARER = "bearer ";
    private static final int LONGEST_KEY = 512;

    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

    private final Gate gate;
    private final Users users;
    private final Sessions sessions;
    private final boolean openToThisMachine;

    /** @param openToThisMachine true to let a browser of this machine in without asking: for demonstrations */
    Doorkeeper(Gate gate, Users users, Sessions sessions, boolean openToThisMachine) {
        this.gate = gate;
        this.users = users;
        this.sessions = sessions;
        this.openToThisMachine = openToThisMachine;
    }

    /** Who calls. Ends the call where the route asks for more. */
    Caller admit(Route route, Context context) {
        Role needed = route.needed();
        if (route.is(Route.Trait.FROM_OWN_PAGE)) {
            requireOwnPage(context);
        }
        if (needed == null) {
            return NOBODY;
        }
        Caller caller = identify(route, context);
        context.attribute(READER, caller);
        if (!caller.may(needed)) {
            throw ApiProblem.of(
                    Code.ROLE_TOO_LOW,
                    "Needs the role " + needed.wire() + "; the key's is "
                            + caller.role().wire() + ".");
        }
        return caller;
    }

    /** Who reads the answer to a request, even one that no route took or that the caller may not make; empty if nobody known. */
    Optional<Caller> reader(Context context) {
        Caller admitted = context.attribute(READER);
        if (admitted != null || context.header("Authorization") != null) {
            return Optional.ofNullable(admitted);
        }
        String cookie = context.cookie(COOKIE);
        Optional<Sessions.Proof> proof = cookie == null ? Optional.empty() : sessions.proof(cookie);
        try {
            return proof.map(found -> caller(found, context.ip()))
                    .or(() -> isThisMachine(context) ? Optional.of(Caller.LOCAL) : Optional.empty());
        } catch (ApiProblem e) {
            return Optional.empty(); // signed in once, and no longer: nobody
        }
    }

    private Caller identify(Route route, Context context) {
        String header = context.header("Authorization");
        if (header != null) {
            boolean bearer = header.toLowerCase(Locale.ROOT).startsWith(BEARER);
            return check(bearer ? header.substring(BEARER.length()).strip() : "", context.ip());
        }
        String cookie = context.cookie(COOKIE);
        Optional<Sessions.Proof> proof = cookie == null ? Optional.empty() : sessions.proof(cookie);
        Optional<Caller> local =
                proof.isEmpty() && isThisMachine(context) ? Optional.of(Caller.LOCAL) : Optional.empty();
        if (proof.isEmpty() && local.isEmpty()) {
            throw ApiProblem.of(Code.NO_KEY, "Send `Authorization: Bearer KEY`. Maybe './cerebro keys' makes one.");
        }
        if (route.changes()) {
            requireOwnPage(context);
        }
        return local.orElseGet(() -> caller(proof.orElseThrow(), context.ip()));
    }

    private Caller caller(Sessions.Proof proof, String address) {
        return switch (proof) {
            case Sessions.ByKey(String key) -> check(key, address);
            case Sessions.ByUser(String id, long generation) ->
                users.caller(id, generation)
                        .orElseThrow(() -> ApiProblem.of(
                                Code.NO_KEY, "The user or the password changed since. Maybe sign in again."));
        };
    }

    /** The host is looked at too: a foreign page may have its own name lead to this machine. */
    private boolean isThisMachine(Context context) {
        String host = context.header("Host");
        return openToThisMachine
                && host != null
                && THIS_MACHINE.contains(host.replaceFirst(":[0-9]+$", "").toLowerCase(Locale.ROOT))
                && context.header("X-Forwarded-For") == null
                && isLoopback(context.ip());
    }

    private static boolean isLoopback(String address) {
        return address.startsWith("127.")
                || address.equals("::1")
                || address.equals("[::1]")
                || address.equals("0:0:0:0:0:0:0:1")
                || address.equals("[0:0:0:0:0:0:0:1]");
    }

    /** Looks at a key. Ends the call if it is not known. */
    Caller check(String key, String address) {
        if (key.isEmpty() || key.length() > LONGEST_KEY) {
            throw unknown();
        }
        return switch (gate.admit(key, address)) {
            case AccessKeys.Granted(Caller caller) -> caller;
            case AccessKeys.Denied _ -> throw unknown();
            case AccessKeys.Throttled(Duration retryAfter) ->
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
