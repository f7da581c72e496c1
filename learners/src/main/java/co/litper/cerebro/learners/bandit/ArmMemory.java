package co.litper.cerebro.learners.bandit;

import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;
import java.util.ArrayList;
import java.util.List;

/** The evidence of each arm, or the one that all share; bounded. One thread. */
final class ArmMemory {
    /** Id under which the shared evidence stands. */
    private static final long SHARED = 0;

    private final BanditSettings settings;
    private final Evidence nothing;
    private final LongSlots slots = new LongSlots();
    private final List<Evidence> evidence = new ArrayList<>();
    private final List<Long> ids = new ArrayList<>();
    private long[] learnedAt = new long[16];
    private long clock;

    ArmMemory(BanditSettings settings) {
        this.settings = settings;
        this.nothing = fresh();
    }

    private Evidence fresh() {
        return new Evidence(settings.width(), settings.ridge(), settings.memoryRewards());
    }

    private long key(long arm) {
        return settings.layout() == Layout.PER_ARM ? arm : SHARED;
    }

    int arms() {
        return settings.layout() == Layout.PER_ARM ? evidence.size() : 0;
    }

    /** The evidence of an arm; none has been collected of one that is new. Not to be written to. */
    Evidence of(long arm) {
        int slot = slots.get(key(arm));
        return slot == LongSlots.NONE ? nothing : evidence.get(slot);
    }

    void learn(long arm, float[] row, double reward) {
        Evidence of = own(key(arm));
        switch (settings.reward()) {
            case Reward.Linear(double prior, double _) -> of.learnLinear(row, reward - prior, 1);
            case Reward.Logistic(double low, double high, double prior) ->
                of.learnLogistic(row, (reward - low) / (high - low), Math.log((prior - low) / (high - prior)), 1);
        }
    }

    /** The evidence of an arm to write to; makes room if it is new. */
    private Evidence own(long key) {
        int slot = slots.get(key);
        if (slot == LongSlots.NONE) {
            slot = evidence.size() < settings.mostArms() ? append() : oldest();
            evidence.set(slot, fresh());
            ids.set(slot, key);
            slots.put(key, slot);
        }
        learnedAt[slot] = ++clock;
        return evidence.get(slot);
    }

    private int append() {
        evidence.add(nothing);
        ids.add(SHARED);
        if (evidence.size() > learnedAt.length) {
            learnedAt = java.util.Arrays.copyOf(learnedAt, learnedAt.length * 2);
        }
        return evidence.size() - 1;
    }

    private int oldest() {
        int oldest = 0;
        for (int i = 1; i < evidence.size(); i++) {
            oldest = learnedAt[i] < learnedAt[oldest] ? i : oldest;
        }
        slots.remove(ids.get(oldest));
        return oldest;
    }

    boolean fits(ArmMemory other) {
        return settings.layout() == other.settings.layout()
                && settings.contextWidth() == other.settings.contextWidth()
                && settings.armWidth() == other.settings.armWidth()
                && settings.reward().equals(other.settings.reward());
    }

    void absorb(ArmMemory worker, ArmMemory base) {
        for (int i = 0; i < worker.evidence.size(); i++) {
            Evidence theirs = worker.evidence.get(i);
            int before = base.slots.get(worker.ids.get(i));
            if (before != LongSlots.NONE && base.evidence.get(before).rewards() == theirs.rewards()) {
                continue;
            }
            Evidence ours = own(worker.ids.get(i));
            ours.add(theirs, 1);
            if (before != LongSlots.NONE) {
                ours.add(base.evidence.get(before), -1);
            }
            ours.refresh();
        }
    }

    void copy(ArmMemory other) {
        for (int i = 0; i < other.evidence.size(); i++) {
            restore(other.ids.get(i), other.learnedAt[i], other.evidence.get(i).copy(settings.memoryRewards()));
        }
        clock = other.clock;
    }

    private void restore(long id, long at, Evidence of) {
        int slot = append();
        evidence.set(slot, of);
        ids.set(slot, id);
        slots.put(id, slot);
        learnedAt[slot] = at;
    }

    void write(SnapshotWriter out) {
        out.int64(clock).int32(evidence.size());
        for (int i = 0; i < evidence.size(); i++) {
            out.int64(ids.get(i)).int64(learnedAt[i]);
            evidence.get(i).write(out);
        }
    }

    void read(SnapshotReader in) {
        clock = in.int64();
        int count = in.int32();
        if (count < 0 || count > settings.mostArms()) {
            throw new SnapshotException("snapshot BNDT has " + count + " arms, at most " + settings.mostArms()
                    + " are kept. Maybe mostArms was lowered.");
        }
        for (int i = 0; i < count; i++) {
            long id = in.int64();
            long at = in.int64();
            restore(id, at, Evidence.read(in, settings.width(), settings.ridge(), settings.memoryRewards()));
        }
    }
}
