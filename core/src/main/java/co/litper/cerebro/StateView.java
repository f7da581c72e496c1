package co.litper.cerebro;

import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.log.StateRow;
import co.litper.cerebro.log.StateStore;
import co.litper.cerebro.world.WireWriter;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The state as the log has it, to be read: the last checkpoint with what came after it folded on top. For questions of
 * people while no loop runs in this process. A view of one moment; not thread-safe.
 */
public final class StateView {
    private final StateStore store;
    private final ShardState state;
    private final Set<Long> newer = new HashSet<>();

    private StateView(StateStore store, ShardState state) {
        this.store = store;
        this.state = state;
    }

    /** The view at the end of the log. Cost: one fold for each entry behind the last checkpoint. */
    public static StateView open(EventLog log, StateStore store, EnvelopeCodec codec) {
        boolean usable = store.position() < log.end();
        StateStore base = usable ? store : StateStore.empty();
        ShardState state = new ShardState(base, Integer.MAX_VALUE);
        StateView view = new StateView(base, state);
        Fold fold = new Fold(state);
        log.read(base.position() + 1, entry -> {
            fold.entry(entry, codec);
            return true;
        });
        view.newer.addAll(state.changed());
        return view;
    }

    /** The state of single keys. */
    public ShardState state() {
        return state;
    }

    /** Sees homes one by one. */
    @FunctionalInterface
    public interface HomeVisitor {
        void visit(long key, Home home);
    }

    /** Shows every home that a person may want to see now, in no stated order. */
    public void eachThatWantsAttention(HomeVisitor visitor) {
        store.scanAttention(row -> visitIfHome(row, visitor));
        for (long key : newer) {
            home(key).filter(h -> h.attention() > 0).ifPresent(h -> visitor.visit(key, h));
        }
    }

    /** Shows every home, in no stated order. O(keys). */
    public void eachHome(HomeVisitor visitor) {
        store.scanAll(row -> visitIfHome(row, visitor));
        for (long key : newer) {
            home(key).ifPresent(h -> visitor.visit(key, h));
        }
    }

    private void visitIfHome(StateRow row, HomeVisitor visitor) {
        if (row.kind() == StateCodec.HOME && !newer.contains(row.key())) {
            visitor.visit(row.key(), (Home) StateCodec.decode(row));
        }
    }

    private Optional<Home> home(long key) {
        return state.isHome(key) ? state.home(key) : Optional.empty();
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
