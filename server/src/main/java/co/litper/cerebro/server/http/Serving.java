package co.litper.cerebro.server.http;

import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.server.access.AuditTrail;
import co.litper.cerebro.server.access.Caller;
import co.litper.cerebro.server.access.Role;
import co.litper.cerebro.server.http.observe.Meters;
import co.litper.cerebro.server.http.observe.ServiceLog;
import co.litper.cerebro.server.http.route.ApiProblem;
import co.litper.cerebro.server.http.route.BodyBudget;
import co.litper.cerebro.server.http.route.Call;
import co.litper.cerebro.server.http.route.Code;
import co.litper.cerebro.server.http.route.Doc;
import co.litper.cerebro.server.http.route.Route;
import co.litper.cerebro.server.http.route.Route.Trait;
import co.litper.cerebro.server.http.trace.Traces;
import co.litper.cerebro.vocabulary.MerchantId;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** What stands before and behind every endpoint. Thread-safe. */
final class Serving {
    private static final int LONGEST_IDEMPOTENCY_KEY = 200;
    /** Bytes of a body that are taken in though nobody wants them. */
    private static final long MOST_UNWANTED = 64 * 1024;

    private static final int CHUNK = 8 * 1024;
    private static final int TOO_SLOW = 408;

    private final Doorkeeper doorkeeper;
    private final RateLimits rates;
    private final RepeatedCalls repeats;
    private final Deadlines deadlines;
    private final BodyBudget budget;
    private final MerchantId merchant;
    private final Meters meters;
    private final AuditTrail audit;
    private final Problems problems;
    private final Traces traces;
    private final AtomicInteger running = new AtomicInteger();
    private volatile boolean stopping;

    /** What it is made of. */
    record Parts(
            Doorkeeper doorkeeper,
            RateLimits rates,
            RepeatedCalls repeats,
            Deadlines deadlines,
            BodyBudget budget,
            MerchantId merchant,
            Meters meters,
            AuditTrail audit,
            Problems problems,
            Traces traces) {}

    Serving(Parts parts) {
        this.doorkeeper = parts.doorkeeper();
        this.rates = parts.rates();
        this.repeats = parts.repeats();
        this.deadlines = parts.deadlines();
        this.budget = parts.budget();
        this.merchant = parts.merchant();
        this.meters = parts.meters();
        this.audit = parts.audit();
        this.problems = parts.problems();
        this.traces = parts.traces();
    }

    /** From now on every answer closes its connection. */
    void stop() {
        stopping = true;
    }

    boolean isStopping() {
        return stopping;
    }

    /** Calls that are being served. */
    int running() {
        return running.get();
    }

    /** Serves a call of {@code route}. */
    void serve(Route route, Context context) {
        String id = problems.nameCall(context);
        traces.call(route, context.header("traceparent"), id, () -> {
            answer(route, context, id);
            return context.statusCode();
        });
    }

    private void answer(Route route, Context context, String id) {
        long began = System.nanoTime();
        running.incrementAndGet();
        Caller caller = Doorkeeper.NOBODY;
        try {
            if (stopping) {
                context.header("Connection", "close");
            }
            caller = admit(route, context);
            serve(route, context, new Call(context, route, caller, id, merchant, budget));
            writeDown(route, context, caller, "done", id);
        } catch (Exception e) {
            problems.answer(context, id, e, route.is(Trait.PAGE));
            writeDownFailure(route, context, caller, id);
        } finally {
            takeIn(context);
            running.decrementAndGet();
            long took = System.nanoTime() - began;
            meters.served(route, context.statusCode(), took);
            ServiceLog.served(route, context.statusCode(), took, caller.actor(), id);
        }
    }

    /**
     * Takes in what is left of a small body that nobody wanted: a connection that is closed on unread bytes is reset, and the answer
     * may be lost with it. A larger one is left, and costs its sender the connection.
     */
    private static void takeIn(Context context) {
        long told = context.req().getContentLengthLong();
        boolean waits = context.header("Expect") != null;
        int status = context.statusCode();
        if (told <= 0
                || told > MOST_UNWANTED
                || waits
                || status == TOO_SLOW
                || context.res().isCommitted()) {
            return;
        }
        try {
            InputStream rest = context.req().getInputStream();
            byte[] chunk = new byte[CHUNK];
            int n = rest.read(chunk);
            while (n >= 0) {
                n = rest.read(chunk);
            }
        } catch (IOException | RuntimeException e) {
            context.header("Connection", "close"); // the sender is gone, or too slow
        }
    }

    /** An act that cannot be written down is not answered as done. */
    private void writeDown(Route route, Context context, Caller caller, String result, String id) {
        boolean act = route.changes() && !route.is(Trait.IN_THE_LOG);
        boolean reading = route.is(Trait.PERSONAL) && caller.may(Role.OPERATOR) && context.statusCode() == 200;
        if ((act || reading) && caller != Doorkeeper.NOBODY) {
            audit.append(
                    caller,
                    route.doc().id(),
                    String.join(" ", context.pathParamMap().values()),
                    result,
                    id);
        }
    }

    private void writeDownFailure(Route route, Context context, Caller caller, String id) {
        try {
            writeDown(route, context, caller, "refused " + context.statusCode(), id);
        } catch (StoreException e) {
            ServiceLog.failed(id, Code.UNAVAILABLE, e); // nothing was done, and the caller knows
        }
    }

    private Caller admit(Route route, Context context) {
        requireAccepted(route, context);
        requireKnownQuery(route, context);
        Caller caller = doorkeeper.admit(route, context);
        if (!route.is(Trait.UNCOUNTED)) {
            Duration wait = rates.take(caller == Doorkeeper.NOBODY ? context.ip() : caller.actor());
            if (!wait.isZero()) {
                throw ApiProblem.of(Code.TOO_MANY, "The key makes more calls a second than it may.")
                        .retryAfter(wait);
            }
        }
        return caller;
    }

    private void serve(Route route, Context context, Call call) throws Exception {
        try (call) {
            if (route.is(Trait.ENDLESS)) {
                route.handler().serve(call);
                return;
            }
            try (Deadlines.Watch watch = deadlines.begin()) {
                try {
                    once(route, context, call);
                } catch (Exception e) {
                    throw watch.rang() ? ApiProblem.of(Code.TOO_LATE, "It took too long and was given up.", e) : e;
                }
            }
        }
    }

    /** Serves it, or tells again what was answered to the same call. */
    private void once(Route route, Context context, Call call) throws Exception {
        Optional<String> given = call.header("Idempotency-Key");
        if (given.isEmpty() || !route.changes() || route.is(Trait.KNOWS_REPEATS)) {
            route.handler().serve(call);
            return;
        }
        if (given.get().isBlank() || given.get().length() > LONGEST_IDEMPOTENCY_KEY) {
            throw ApiProblem.of(
                    Code.BAD_PARAMETER, "Idempotency-Key: must have 1 to " + LONGEST_IDEMPOTENCY_KEY + " characters");
        }
        String key = call.caller().actor() + "\n" + given.get();
        String query = context.queryString() == null ? "" : "?" + context.queryString();
        Optional<RepeatedCalls.Answer> before = repeats.begin(key, route.method() + " " + context.path() + query);
        if (before.isPresent()) {
            tellAgain(before.get(), context);
            return;
        }
        RepeatedCalls.Answer answer = new RepeatedCalls.Answer(500, "", new byte[0], null);
        try {
            route.handler().serve(call);
            answer = answer(context);
        } finally {
            repeats.end(key, answer);
        }
    }

    private static RepeatedCalls.Answer answer(Context context) throws IOException {
        InputStream result = context.resultInputStream();
        byte[] body = result == null ? new byte[0] : result.readAllBytes();
        if (result != null) {
            context.result(body);
        }
        String type = context.res().getContentType();
        return new RepeatedCalls.Answer(
                context.statusCode(),
                type == null ? "" : type,
                body,
                context.res().getHeader("Location"));
    }

    private static void tellAgain(RepeatedCalls.Answer answer, Context context) {
        context.header("Idempotency-Replayed", "true");
        context.status(answer.status()).result(answer.body());
        if (!answer.type().isEmpty()) {
            context.contentType(answer.type());
        }
        if (answer.location() != null) {
            context.header("Location", answer.location());
        }
    }

    private static void requireKnownQuery(Route route, Context context) {
        if (context.queryString() == null || route.is(Trait.ANY_QUERY)) {
            return;
        }
        Set<String> known = route.doc().params().stream()
                .filter(p -> p.in() == Doc.In.QUERY)
                .map(Doc.Param::name)
                .collect(Collectors.toCollection(TreeSet::new));
        for (String name : context.queryParamMap().keySet()) {
            if (!known.contains(name)) {
                String told = known.isEmpty() ? "none is known here" : "known here: " + String.join(", ", known);
                throw ApiProblem.of(Code.BAD_PARAMETER, "a parameter of the query is not known; " + told);
            }
        }
    }

    private static void requireAccepted(Route route, Context context) {
        if (!Accepted.any(context.header("Accept"), route.doc().replies())) {
            throw ApiProblem.of(
                    Code.NOT_ACCEPTABLE,
                    "Accept: can be given as "
                            + route.doc().replies().stream()
                                    .map(Doc.Reply::type)
                                    .filter(type -> !type.isEmpty())
                                    .distinct()
                                    .collect(Collectors.joining(", ")));
        }
    }
}
