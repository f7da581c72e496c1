package co.litper.cerebro.adapters.claude;

import co.litper.cerebro.world.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What was spent in the last hour and the last day, against the limits. A call is paid for at its most before it is sent and
 * at its real price when it is over, so that calls side by side cannot overdraw together. Thread-safe. Of more than {@value
 * #MOST_ENTRIES} calls a day the oldest two are counted as one, at the later time.
 */
final class Budget {
    /** Calls told apart; a day of one call every ten seconds. */
    private static final int MOST_ENTRIES = 10_000;

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final ClaudeOptions.Limits limits;
    private final Clock clock;
    private final Deque<Spent> spent = new ArrayDeque<>();
    private long heldTokens;
    private long heldCop;

    private record Spent(Instant at, long tokens, long cop) {}

    Budget(ClaudeOptions.Limits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /** Holds back what a call may cost at the most. False if that is more than is left. */
    synchronized boolean hold(long tokens, long cop) {
        Instant now = clock.now();
        spent.removeIf(s -> !s.at().isAfter(now.minus(DAY)));
        Spent day = sum(now.minus(DAY));
        Spent hour = sum(now.minus(HOUR));
        boolean fits = hour.tokens() + heldTokens + tokens <= limits.hourTokens()
                && day.tokens() + heldTokens + tokens <= limits.dayTokens()
                && hour.cop() + heldCop + cop <= limits.hourCop()
                && day.cop() + heldCop + cop <= limits.dayCop();
        if (fits) {
            heldTokens += tokens;
            heldCop += cop;
        }
        return fits;
    }

    private Spent sum(Instant from) {
        long tokens = 0;
        long cop = 0;
        for (Spent s : spent) {
            if (s.at().isAfter(from)) {
                tokens += s.tokens();
                cop += s.cop();
            }
        }
        return new Spent(from, tokens, cop);
    }

    /** What was held for a call is over; it really cost this. */
    synchronized void settle(long heldTokens, long heldCop, long tokens, long cop) {
        this.heldTokens -= heldTokens;
        this.heldCop -= heldCop;
        if (tokens == 0 && cop == 0) {
            return;
        }
        spent.addLast(new Spent(clock.now(), tokens, cop));
        if (spent.size() > MOST_ENTRIES) {
            Spent oldest = spent.removeFirst();
            Spent next = spent.removeFirst();
            spent.addFirst(new Spent(next.at(), oldest.tokens() + next.tokens(), oldest.cop() + next.cop()));
        }
    }
}
