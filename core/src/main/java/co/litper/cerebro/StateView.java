package co.litper.cerebro;

import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.log.StateRow;
import co.litper.cerebro.log.StateStore;
import co.litper.cerebro.world.WireWriter;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongPredicate;

/**
 * The state as the log has it, to be read: the last checkpoint with what came after it folded on top. For questions of
 * people, beside the loop, whose own state belongs to its thread. A view of one moment until it is moved on; the
 * store must go on showing the moment of opening. Not thread-safe.
 */
public final class StateView {
    /** Keys kept in memory after {@link #trim} beside those that changed since the checkpoint: about 600 bytes each. */
    private static final int MAX_CACHED_KEYS = 100_000;

    private final StateStore store;
    private final ShardState state;
    private final Fold fold;
    private long position;

    private StateView(StateStore store) {
        this.store = store;
        this.state = new ShardState(store, MAX_CACHED_KEYS);
        this.fold = new Fold(state);
        this.position = store.position();
    }

    /** The view at the end of the log. Cost: one fold for each entry behind the last checkpoint. */
    public static StateView open(EventLog log, StateStore store, EnvelopeCodec codec) {
        boolean usable = store.position() < log.end();
        StateView view = new StateView(usable ? store : StateStore.empty());
        view.advance(log, codec);
        return view;
    }

    /** The view at the last checkpoint of {@code store}, yet to be moved on. */
    public static StateView atCheckpoint(StateStore store) {
        return new StateView(store);
    }

    /** Moves to the present end of the log. Cost: one fold for each entry that is new. */
    public void advance(EventLog log, EnvelopeCodec codec) {
        log.read(position + 1, entry -> {
            fold.entry(entry, codec);
            position = entry.position();
            return true;
        });
    }

    /**
     * Moves towards the present end of the log by at most {@code most} entries, so that a long way can be kept in pieces.
     *
     * @param most at least 1
     * @return true if so many were read, so that more may follow
     */
    public boolean advance(EventLog log, EnvelopeCodec codec, int most) {
        int[] left = {most};
        log.read(position + 1, entry -> {
            fold.entry(entry, codec);
            position = entry.position();
            left[0]--;
            return left[0] > 0;
        });
        return left[0] == 0;
    }

    /** Keys that changed since the checkpoint, all of them in memory. */
    public int changedKeys() {
        return state.changedKeys();
    }

    /**
     * Writes what changed into the store that the view was opened over, which nobody else may write, so that memory need not hold
     * it and the next view begins here. O(changed keys).
     *
     * @throws co.litper.cerebro.log.StoreException if it could not be written; the view is of no use any more, the store is as before
     */
    public void checkpoint() {
        if (state.beginCheckpoint()) {
            state.encodePending(Integer.MAX_VALUE);
            store.checkpoint(position, state.takeEncoded());
        }
    }

    /** The log position after which this view stands. */
    public long position() {
        return position;
    }

    /** The state of single keys. */
    public ShardState state() {
        return state;
    }

    /**
     * Lets go of keys that were not asked for since the call before, if memory holds too many. Call now and then where many
     * keys are asked for; what a question got of them stays valid.
     */
    public void trim() {
        state.evict();
    }

    /** Sees homes one by one. */
    @FunctionalInterface
    public interface HomeVisitor {
        void visit(long key, Home home);
    }

    /** Shows every home that a person may want to see now, in no stated order. */
    public void eachThatWantsAttention(HomeVisitor visitor) {
        store.scanAttention(row -> visitIfHome(row, visitor));
        state.eachChanged((key, changed) -> {
            if (changed instanceof Home home && home.attention() > 0) {
                visitor.visit(key, home);
            }
        });
    }

    /** Shows every home, in no stated order. O(keys). */
    public void eachHome(HomeVisitor visitor) {
        eachHome(key -> true, visitor);
    }

    /**
     * Shows homes whose keys are wanted: those of the checkpoint in order of key up to the first that is not, then those that
     * changed since. O(homes shown).
     */
    public void eachHome(LongPredicate wanted, HomeVisitor visitor) {
        store.scanWhile(row -> {
            boolean more = wanted.test(row.key());
            if (more) {
                visitIfHome(row, visitor);
            }
            return more;
        });
        state.eachChanged((key, changed) -> {
            if (changed instanceof Home home && wanted.test(key)) {
                visitor.visit(key, home);
            }
        });
    }

    private void visitIfHome(StateRow row, HomeVisitor visitor) {
        if (row.kind() == StateCodec.HOME && !state.isChanged(row.key())) {
            visitor.visit(row.key(), (Home) StateCodec.decode(row));
        }
    }

    /** The whole state as rows in order of key, to compare two stores. O(keys log keys) and as much memory. */
    public SortedMap<Long, StateRow> rows() {
        SortedMap<Long, StateRow> rows = new TreeMap<>();
        store.scanAll(row -> rows.put(row.key(), row));
        WireWriter scratch = new WireWriter();
        state.eachChanged((key, value) -> rows.put(key, StateCodec.encode(key, value, scratch)));
        return rows;
    }
}
