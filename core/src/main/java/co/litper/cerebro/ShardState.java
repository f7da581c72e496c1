package co.litper.cerebro;

import co.litper.cerebro.log.StateRow;
import co.litper.cerebro.log.StateStore;
import co.litper.cerebro.logistics.CustomerState;
import co.litper.cerebro.logistics.Subject;
import co.litper.cerebro.logistics.SubjectState;
import co.litper.cerebro.logistics.TariffState;
import co.litper.cerebro.think.ControlState;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.world.LongMap;
import co.litper.cerebro.world.WireWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The state of all keys of a shard: loaded when first asked for, changed in memory, checkpointed without stopping.
 *
 * <p>Implementation notes. A checkpoint is the state exactly after one log position, although it is written while the loop
 * goes on: {@link #beginCheckpoint} marks every changed key as pending; a pending key is encoded either in its turn
 * ({@link #encodePending}, a few a batch, so that no batch waits long) or just before it is changed again (copy on write).
 * Rows go to the store when all are encoded. Until then nothing that is not in the store is evicted, so a key that is not
 * in memory is as the store has it.
 *
 * <p>Not thread-safe: owned by the shard's thread. Every change goes through an {@code edit…} method.
 */
public final class ShardState {
    /** Each merger of two numbers of a parcel adds a step; a parcel has an order and a few guides. */
    private static final int MAX_ALIAS_STEPS = 8;

    /** Hashes of subjects at hand; a country has some ten thousand lanes. */
    private static final int MAX_SUBJECT_KEYS = 20_000;

    /** Part of the keys in memory that must have come before more are looked for that may go. */
    private static final int EVICTION_PARTS = 8;

    private static final long CONTROL = Keys.control();

    private final StateStore store;
    private final int maxCached;
    private final Consumer<Home> onLoad;
    private final LongMap<Slot> slots = new LongMap<>();
    private final Map<Subject, Long> subjectKeys = new HashMap<>();
    private final WireWriter scratch = new WireWriter();
    private final PriorityQueue<Timer> timers = new PriorityQueue<>();
    private List<Slot> dirty = new ArrayList<>();
    private List<Slot> pending = new ArrayList<>();
    private int pendingNext;
    private final List<StateRow> encoded = new ArrayList<>();
    private long epoch = 1;
    /** Keys in memory above which some are looked for that may go. */
    private int evictAbove;

    private static final class Slot {
        private final long key;
        private final Object state;
        private boolean dirty;
        private boolean pending;
        /** True if another state took its key: of no interest any more but to a checkpoint that already runs. */
        private boolean replaced;

        private long usedEpoch;
        private long dueMs = StateRow.NEVER;
        /** The earliest timer set for it since it is in memory; one that rings too early is set again to {@code dueMs}. */
        private long timerMs = StateRow.NEVER;

        Slot(long key, Object state) {
            this.key = key;
            this.state = state;
        }
    }

    private record Timer(long dueMs, long key) implements Comparable<Timer> {
        @Override
        public int compareTo(Timer other) {
            int byDue = Long.compare(dueMs, other.dueMs);
            return byDue != 0 ? byDue : Long.compare(key, other.key);
        }
    }

    /**
     * The state as {@code store} has it.
     *
     * @param maxCached keys kept in memory beyond those that are changed; the least recently used go first
     */
    public ShardState(StateStore store, int maxCached) {
        this(store, maxCached, home -> {});
    }

    /**
     * The state as {@code store} has it, for a host that remembers more of a home than its row says.
     *
     * @param maxCached keys kept in memory beyond those that are changed; the least recently used go first
     * @param onLoad is shown each home that comes from the store, before anything else sees it
     */
    public ShardState(StateStore store, int maxCached, Consumer<Home> onLoad) {
        this.store = store;
        this.maxCached = maxCached;
        this.evictAbove = maxCached;
        this.onLoad = onLoad;
        store.scanTimers((key, dueMs) -> timers.add(new Timer(dueMs, key)));
    }

    /** The home of a parcel under {@code key}, following an alias; empty if the key is not known. */
    public Optional<Home> home(long key) {
        long home = homeKey(key);
        return home == 0 ? Optional.empty() : Optional.of((Home) slot(home).orElseThrow().state);
    }

    /** The home key to which {@code key} leads: itself, or the alias' home, or 0 if nothing is known under it. */
    public long homeKey(long key) {
        long at = key;
        for (int step = 0; step < MAX_ALIAS_STEPS; step++) {
            Optional<Slot> slot = slot(at);
            if (slot.isEmpty()) {
                return 0;
            }
            switch (slot.get().state) {
                case Home home -> {
                    return at;
                }
                case StateCodec.Alias alias -> at = alias.home();
                default -> throw new IllegalStateException("key " + at + " is not a parcel's");
            }
        }
        throw new IllegalStateException("more than " + MAX_ALIAS_STEPS + " aliases from key " + key);
    }

    /** The home under {@code homeKey}, made if need be, to be changed. */
    Home editHome(long homeKey, MerchantId merchant) {
        return edit(homeKey, Home.class, () -> new Home(merchant));
    }

    /** Lets {@code alias} lead to {@code home}. */
    void alias(long alias, long home) {
        slot(alias).ifPresent(this::replace);
        Slot slot = new Slot(alias, new StateCodec.Alias(home));
        slots.put(alias, slot);
        markDirty(slot);
    }

    private void replace(Slot old) {
        if (old.pending) {
            encode(old);
        }
        old.replaced = true;
    }

    /** What is known of a customer; someone without history if nothing is. */
    public CustomerState customer(long key) {
        return slot(key).map(s -> (CustomerState) s.state).orElseGet(CustomerState::new);
    }

    CustomerState editCustomer(long key) {
        return edit(key, CustomerState.class, CustomerState::new);
    }

    /** The tally of a subject; an empty one if nothing is known. */
    public SubjectState subject(Subject subject) {
        return slot(subjectKey(subject)).map(s -> (SubjectState) s.state).orElseGet(() -> new SubjectState(subject));
    }

    private long subjectKey(Subject subject) {
        Long known = subjectKeys.get(subject);
        if (known != null) {
            return known;
        }
        if (subjectKeys.size() >= MAX_SUBJECT_KEYS) {
            subjectKeys.clear();
        }
        long key = Keys.subject(subject);
        subjectKeys.put(subject, key);
        return key;
    }

    SubjectState editSubject(Subject subject) {
        return edit(subjectKey(subject), SubjectState.class, () -> new SubjectState(subject));
    }

    /** A carrier's tariffs, empty if none were given. */
    public TariffState tariffs(Carrier carrier) {
        return slot(Keys.tariffs(carrier)).map(s -> (TariffState) s.state).orElseGet(TariffState::new);
    }

    TariffState editTariffs(Carrier carrier) {
        return edit(Keys.tariffs(carrier), TariffState.class, TariffState::new);
    }

    /** What the shard remembers of itself. */
    public ControlState control() {
        return slot(CONTROL).map(s -> (ControlState) s.state).orElseGet(ControlState::new);
    }

    ControlState editControl() {
        return edit(CONTROL, ControlState.class, ControlState::new);
    }

    private <T> T edit(long key, Class<T> type, Supplier<T> fresh) {
        Slot slot = slot(key).orElse(null);
        if (slot == null) {
            slot = new Slot(key, fresh.get());
            slots.put(key, slot);
        }
        beforeChange(slot);
        return type.cast(slot.state);
    }

    /** Copy on write: a key that the running checkpoint still needs is encoded before it changes. */
    private void beforeChange(Slot slot) {
        if (slot.pending) {
            encode(slot);
        }
        markDirty(slot);
    }

    private void markDirty(Slot slot) {
        slot.usedEpoch = epoch;
        if (!slot.dirty) {
            slot.dirty = true;
            dirty.add(slot);
        }
    }

    private Optional<Slot> slot(long key) {
        @Nullable Slot cached = slots.get(key);
        if (cached != null) {
            cached.usedEpoch = epoch;
            return Optional.of(cached);
        }
        Optional<StateRow> row = store.load(key);
        if (row.isEmpty()) {
            return Optional.empty();
        }
        Slot slot = new Slot(key, StateCodec.decode(row.get()));
        slot.dueMs = row.get().dueMs();
        if (slot.state instanceof Home home) {
            onLoad.accept(home);
            slot.dueMs = home.nextLookMs();
        }
        slot.usedEpoch = epoch;
        slots.put(key, slot);
        return Optional.of(slot);
    }

    /** Notes when a home wants to be looked at next; call after the last change of a step. */
    void schedule(long homeKey) {
        schedule(homeKey, Long.MIN_VALUE);
    }

    /** As {@link #schedule(long)}, but not before {@code earliestMs}: a tick that was of no use to a key is not repeated. */
    void schedule(long homeKey, long earliestMs) {
        Slot slot = slots.get(homeKey);
        if (slot == null || !(slot.state instanceof Home home)) {
            return;
        }
        long due = Math.max(earliestMs, home.nextLookMs());
        if (due != slot.dueMs) {
            slot.dueMs = due;
            setTimer(slot);
        }
    }

    /** One timer a key is enough while it rings no later than the key is due. */
    private void setTimer(Slot slot) {
        if (slot.dueMs < slot.timerMs) {
            timers.add(new Timer(slot.dueMs, slot.key));
        }
    }

    /** Home keys that are due at {@code nowMs}, earliest first, at most {@code limit}; each is returned once. */
    List<Long> takeDue(long nowMs, int limit) {
        List<Long> due = new ArrayList<>();
        while (due.size() < limit) {
            Timer first = timers.peek();
            if (first == null || first.dueMs > nowMs) {
                break;
            }
            timers.remove();
            Slot slot = slot(first.key).orElse(null);
            if (slot == null) {
                continue;
            }
            if (slot.timerMs <= first.dueMs) {
                slot.timerMs = StateRow.NEVER;
            }
            if (slot.dueMs <= first.dueMs) {
                slot.dueMs = StateRow.NEVER;
                due.add(first.key);
            } else {
                setTimer(slot);
            }
        }
        return due;
    }

    /** Starts a checkpoint of the state as it is now. False if one is running or nothing changed. */
    public boolean beginCheckpoint() {
        if (isCheckpointing() || dirty.isEmpty()) {
            return false;
        }
        dirty.removeIf(slot -> slot.replaced);
        pending = dirty;
        pendingNext = 0;
        dirty = new ArrayList<>();
        encoded.clear();
        for (Slot slot : pending) {
            slot.pending = true;
            slot.dirty = false;
        }
        return true;
    }

    /** True while a checkpoint is being encoded. */
    public boolean isCheckpointing() {
        return !pending.isEmpty();
    }

    /** How many keys changed since the last checkpoint began. */
    public int changedKeys() {
        return dirty.size();
    }

    /** Encodes up to {@code count} pending keys. True if all are encoded and {@link #takeEncoded} may be called. */
    public boolean encodePending(int count) {
        int left = count;
        while (pendingNext < pending.size() && left > 0) {
            Slot slot = pending.get(pendingNext++);
            if (slot.pending) {
                encode(slot);
                left--;
            }
        }
        return pendingNext >= pending.size();
    }

    private void encode(Slot slot) {
        slot.pending = false;
        encoded.add(StateCodec.encode(slot.key, slot.state, scratch));
    }

    /** The rows of the checkpoint, which is over with this call as far as the shard is concerned. */
    public List<StateRow> takeEncoded() {
        pending = new ArrayList<>();
        pendingNext = 0;
        List<StateRow> rows = List.copyOf(encoded);
        encoded.clear();
        return rows;
    }

    /**
     * Drops keys that were not used since the call before, if memory holds too many. Call when a checkpoint is in the store. Where most
     * of them are in use, it looks again only when an eighth more has come: a look costs as much as the map is large.
     */
    public void evict() {
        if (slots.size() > evictAbove && !isCheckpointing()) {
            long now = epoch;
            slots.removeIf(slot -> !slot.dirty && slot.usedEpoch < now);
            evictAbove = Math.max(maxCached, slots.size() + maxCached / EVICTION_PARTS);
        }
        epoch++;
    }

    /** True if {@code key} changed since the last checkpoint began. */
    boolean isChanged(long key) {
        @Nullable Slot slot = slots.get(key);
        return slot != null && slot.dirty;
    }

    /** Shows key and state of all that changed since the last checkpoint began. */
    void eachChanged(BiConsumer<Long, Object> visitor) {
        dirty.stream().filter(s -> !s.replaced).forEach(s -> visitor.accept(s.key, s.state));
    }

    /** How many keys are in memory. */
    public int cachedKeys() {
        return slots.size();
    }
}
