package co.litper.cerebro.server.access;

import co.litper.cerebro.adapters.sqlite.SqliteAccess;
import co.litper.cerebro.adapters.sqlite.SqliteAccess.Act;
import co.litper.cerebro.adapters.sqlite.SqliteAccess.Numbered;
import co.litper.cerebro.adapters.sqlite.SqliteAccess.Proof;
import co.litper.cerebro.world.Clock;
import java.util.List;

/**
 * The trail of what people and programs did: who, what, on what, when, with what result. Only appended to; each act is
 * chained to those before it, so that a change is seen. Holds no personal data: actors are keys, targets are numbers and
 * references. Thread-safe; an append is one synced transaction of its own, so events are not acts, the log has them.
 */
public final class AuditTrail {
    /** Characters of each text; a longer one is cut. */
    public static final int MOST_CHARACTERS = 200;

    private final SqliteAccess file;
    private final Clock clock;

    public AuditTrail(SqliteAccess file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /**
     * Appends an act; durable on return.
     *
     * @param caller who
     * @param what the kind of act, such as {@code decision.approve}
     * @param target on what, such as {@code D1042}; never a name, phone or address; may be empty
     * @param result {@code done}, {@code refused}, {@code failed}, or another short word
     * @param correlation the request's id; may be empty
     * @throws co.litper.cerebro.log.StoreException if it could not be kept; then the act should not be answered as done
     */
    public void append(Caller caller, String what, String target, String result, String correlation) {
        file.append(act(caller.actor(), what, target, result, correlation));
    }

    Act act(String actor, String what, String target, String result, String correlation) {
        return new Act(clock.now(), clean(actor), clean(what), clean(target), clean(result), clean(correlation));
    }

    /** Callers choose some of these texts: one line, no control characters, not longer than {@link #MOST_CHARACTERS}. */
    private static String clean(String text) {
        StringBuilder clean = new StringBuilder(Math.min(text.length(), MOST_CHARACTERS));
        text.codePoints()
                .limit(MOST_CHARACTERS)
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? ' ' : c)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    /** The newest acts with a number below {@code before}, newest first, at most {@code limit}. */
    public List<Numbered> newest(long before, int limit) {
        return file.acts(before, limit);
    }

    /** Reads the whole trail and checks its chain. O(acts). */
    public Proof verify() {
        return file.verify();
    }
}
