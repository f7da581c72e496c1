package co.litper.cerebro.benchmarks;

import co.litper.cerebro.act.EffectState;
import co.litper.cerebro.adapters.sqlite.SqliteStore;
import co.litper.cerebro.event.EffectStatus;
import co.litper.cerebro.host.Answer;
import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.logistics.AnswerDeadlines;
import co.litper.cerebro.logistics.HolidayCalendar;
import co.litper.cerebro.server.Installation;
import co.litper.cerebro.testkit.FailingWrites;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.world.Clock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Part B: the n-th write to the journal fails, as of a full or broken disk, and the loop goes on without a restart. */
final class FailingWriteRounds {
    private static final int SQLITE_IOERR = 10;
    private static final int SQLITE_FULL = 13;
    private static final int PARCELS_PER_ISSUE = 4;

    /** Events sent at once, waited for together: about a batch, which is two writes. */
    private static final int GROUP = 8;

    private static final int WARM_GROUPS = 3;
    private static final int AFTER_GROUPS = 8;
    private static final int SETTLE_TICKS = 600;
    private static final long TICK_MS = 20;

    private final DurabilityTally tally;
    private final String replay;
    private final BusyTraffic traffic;
    private final Set<String> acknowledged = new HashSet<>();
    private final List<Long> refused = new ArrayList<>();
    private long next;

    private FailingWriteRounds(DurabilityTally tally, String replay, long seed) {
        this.tally = tally;
        this.replay = replay;
        this.traffic = new BusyTraffic(seed, PARCELS_PER_ISSUE);
    }

    /** One round on a new folder in which the {@code n}-th write, from 1, fails once. */
    static void run(DurabilityTally tally, String replay, long seed, int n, Path folder)
            throws InterruptedException, ExecutionException {
        FailingWriteRounds round = new FailingWriteRounds(tally, replay, seed);
        FailingWrites writes = new FailingWrites();
        SqliteStore.Options options = SqliteStore.Options.standard()
                .withWrapper((file, purpose, connection) ->
                        file.endsWith("journal.db") && purpose == SqliteStore.Purpose.WRITE
                                ? writes.wrap(connection)
                                : connection);
        MemoryChannel once = new MemoryChannel(true);
        MemoryChannel plain = new MemoryChannel(false);
        try (Installation installation = Installation.open(new Installation.Setup(
                folder,
                options,
                Clock.system(),
                Map.of(Action.ASK_TIME, plain, Action.CALL_CUSTOMER, plain),
                once,
                ms -> ms,
                AnswerDeadlines.standard(HolidayCalendar.none()),
                seed))) {
            KilledInstallation.letAct(installation);
            round.live(installation, writes, n);
        }
        round.judge(folder, once, plain);
    }

    private void live(Installation installation, FailingWrites writes, int n)
            throws InterruptedException, ExecutionException {
        for (int i = 0; i < WARM_GROUPS; i++) {
            sendGroup(installation);
        }
        long failing = writes.seen() + n;
        writes.failNext(n, n % 2 == 0 ? SQLITE_FULL : SQLITE_IOERR, n % 3 == 0);
        while (writes.seen() < failing) {
            sendGroup(installation);
        }
        // The write has failed, but the loop may not have heard of it: what is on its way meanwhile is refused with it.
        sendGroup(installation);
        tally.add("failedWrites", 1);
        tally.add("refused", refused.size());
        for (long again : List.copyOf(refused)) {
            requireTaken(again, send(installation, again));
        }
        for (int i = 0; i < AFTER_GROUPS * GROUP; i++) {
            long number = next++;
            requireTaken(number, send(installation, number));
        }
        settle(installation);
    }

    private void sendGroup(Installation installation) throws InterruptedException {
        List<CompletableFuture<Answer>> answers = new ArrayList<>();
        long first = next;
        for (int i = 0; i < GROUP; i++) {
            answers.add(installation
                    .host()
                    .submit(traffic.event(next++, Clock.system().now())));
        }
        for (int i = 0; i < GROUP; i++) {
            long number = first + i;
            Throwable failure = outcome(number, answers.get(i));
            if (failure instanceof StoreException) {
                refused.add(number);
            } else if (failure != null) {
                tally.violated("event " + number + " was refused with " + failure, replay);
            }
        }
    }

    private CompletableFuture<Answer> send(Installation installation, long number) throws InterruptedException {
        return installation.host().submit(traffic.event(number, Clock.system().now()));
    }

    private void requireTaken(long number, CompletableFuture<Answer> answer) throws InterruptedException {
        Throwable failure = outcome(number, answer);
        if (failure != null) {
            tally.violated("event " + number + " was refused after the disk was well again: " + failure, replay);
        }
    }

    /** Waits for an answer and notes it. Null if the event was taken, else what stood in its way. */
    private @Nullable Throwable outcome(long number, CompletableFuture<Answer> answer) throws InterruptedException {
        try {
            answer.get();
            acknowledged.add(BusyTraffic.idOf(number));
            return null;
        } catch (ExecutionException e) {
            return e.getCause();
        }
    }

    private void settle(Installation installation) throws InterruptedException, ExecutionException {
        for (int i = 0; i < SETTLE_TICKS; i++) {
            installation.tick();
            if (KilledInstallation.isAtRest(installation)) {
                return;
            }
            Thread.sleep(TICK_MS);
        }
        tally.violated("effects did not come to rest", replay);
    }

    private void judge(Path folder, MemoryChannel once, MemoryChannel plain) {
        tally.add("acknowledged", acknowledged.size());
        try (SqliteStore store = SqliteStore.openReadOnly(folder, SqliteStore.Options.standard())) {
            StoreJudge judge = new StoreJudge(store.log(), store.states());
            judge.judgeLog(acknowledged, tally, replay);
            judge.judgeState(tally, replay);
            Map<Long, EffectState> effects = judge.effects();
            once.taken().values().forEach(times -> tally.add("duplicatesAtDeduplicating", times - 1));
            plain.taken().forEach((id, times) -> {
                if (times > 1) {
                    tally.violated("duplicatesAtPlain", times - 1, "effect " + id + " was sent twice", replay);
                }
                EffectState effect = effects.get(id);
                if (effect == null
                        || (effect.status() != EffectStatus.DONE && effect.status() != EffectStatus.UNKNOWN)) {
                    tally.violated("unlistedGaps", 1, "effect " + id + " was taken and is not listed so", replay);
                }
            });
            effects.forEach((id, effect) -> {
                if (effect.status() == EffectStatus.UNKNOWN) {
                    tally.add("unknownListed", 1);
                }
                if (effect.status() == EffectStatus.DONE) {
                    tally.add("effectsDone", 1);
                    if (!once.taken().containsKey(id) && !plain.taken().containsKey(id)) {
                        tally.violated("doneButNotReceived", 1, "effect " + id + " is done, never taken", replay);
                    }
                }
            });
        }
    }
}
