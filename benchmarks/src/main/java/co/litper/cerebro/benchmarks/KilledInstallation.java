package co.litper.cerebro.benchmarks;

import co.litper.cerebro.adapters.sqlite.SqliteStore;
import co.litper.cerebro.event.SystemEvent.ConfigurationChanged;
import co.litper.cerebro.host.Answer;
import co.litper.cerebro.logistics.AnswerDeadlines;
import co.litper.cerebro.logistics.HolidayCalendar;
import co.litper.cerebro.server.Installation;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.world.Clock;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * The process that is killed: runs a data folder under load and says on its output, one line each, which events were
 * acknowledged. A line without its final dot was cut by the kill.
 */
final class KilledInstallation {
    static final String ACKNOWLEDGED = "A ";
    static final String SETTLED = "SETTLED.";

    /** Events under way at a time. */
    private static final int WINDOW = 32;

    private static final int EVENTS_PER_TICK = 64;
    static final int PARCELS_PER_ISSUE = 8;

    /** How long effects may take to come to rest. */
    private static final int SETTLE_TICKS = 1_200;

    private static final long TICK_MS = 50;
    private static final List<Action> ACTING = List.of(
            Action.NOTIFY_CUSTOMER,
            Action.ASK_ADDRESS,
            Action.ASK_TIME,
            Action.ASK_CASH,
            Action.CALL_CUSTOMER,
            Action.REDELIVER,
            Action.HOLD_IN_OFFICE,
            Action.RETURN_TO_SENDER,
            Action.OPEN_CLAIM);

    private KilledInstallation() {}

    /** Arguments: folder, seed, url of the receivers, number of the first event or -1 to let effects come to rest. */
    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        long seed = Long.parseLong(arguments[1]);
        long from = Long.parseLong(arguments[3]);
        HttpClient http = HttpClient.newHttpClient();
        WebChannel once = new WebChannel(http, URI.create(arguments[2] + EffectReceivers.ONCE), true);
        WebChannel plain = new WebChannel(http, URI.create(arguments[2] + EffectReceivers.PLAIN), false);
        try (Installation installation = Installation.open(new Installation.Setup(
                Path.of(arguments[0]),
                SqliteStore.Options.standard(),
                Clock.system(),
                Map.of(Action.ASK_TIME, plain, Action.CALL_CUSTOMER, plain),
                once,
                ms -> ms,
                AnswerDeadlines.standard(HolidayCalendar.none()),
                seed))) {
            letAct(installation);
            if (from < 0) {
                settle(installation, out);
            } else {
                feed(installation, new BusyTraffic(seed, PARCELS_PER_ISSUE), from, out);
            }
        }
    }

    /** Lets all that answers a novedad leave by itself, and chance choose now and then. */
    static void letAct(Installation installation) throws InterruptedException, ExecutionException {
        for (Action action : ACTING) {
            set(installation, "autonomy." + action.wire(), "act");
        }
        set(installation, "contact.per_day", "20");
        set(installation, "exploration.rate", "0.3");
    }

    private static void set(Installation installation, String key, String value)
            throws InterruptedException, ExecutionException {
        installation
                .submitOwn("set-" + key, "system", new ConfigurationChanged(key, value, "bench"))
                .get();
    }

    private static void feed(Installation installation, BusyTraffic traffic, long from, PrintStream out)
            throws InterruptedException, ExecutionException {
        Deque<CompletableFuture<Answer>> underWay = new ArrayDeque<>();
        for (long n = from; !out.checkError(); n++) {
            String id = BusyTraffic.idOf(n);
            CompletableFuture<Answer> answer =
                    installation.host().submit(traffic.event(n, Clock.system().now()));
            underWay.add(answer.whenComplete((told, failure) -> {
                if (failure == null) {
                    out.println(ACKNOWLEDGED + id + ".");
                }
            }));
            if (underWay.size() >= WINDOW) {
                underWay.remove().get();
            }
            if (n % EVENTS_PER_TICK == 0) {
                installation.tick();
            }
        }
    }

    private static void settle(Installation installation, PrintStream out)
            throws InterruptedException, ExecutionException {
        for (int i = 0; i < SETTLE_TICKS; i++) {
            installation.tick();
            if (isAtRest(installation)) {
                out.println(SETTLED);
                return;
            }
            Thread.sleep(TICK_MS);
        }
    }

    /** True if no effect is planned or being attempted. */
    static boolean isAtRest(Installation installation) {
        return new StoreJudge(installation.store().log(), installation.store().states())
                .effects().values().stream().noneMatch(e -> e.status().isOpen());
    }
}
