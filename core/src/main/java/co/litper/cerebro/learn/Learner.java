package co.litper.cerebro.learn;

import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.Settled;
import co.litper.cerebro.policy.RescueTable;
import co.litper.cerebro.world.WireReader;
import co.litper.cerebro.world.WireWriter;

/** Takes matured outcomes in and makes snapshots of what it knows. Owned by one thread. */
public final class Learner {
    private final RescueTable rescues;
    private long version;
    private long since;

    private Learner(RescueTable rescues, long version) {
        this.rescues = rescues;
        this.version = version;
    }

    public static Learner cold() {
        return new Learner(new RescueTable(), 0);
    }

    public static Learner restore(byte[] bytes) {
        WireReader in = new WireReader(bytes);
        long version = in.varint();
        return new Learner(RescueTable.read(in), version);
    }

    public record Published(BrainSnapshot snapshot, byte[] bytes) {}

    public void observe(Decision decision, Settled settled) {
        since++;
    }

    public boolean wantsToPublish() {
        return since >= 500;
    }

    public BrainSnapshot current() {
        return new BrainSnapshot(version, rescues.copy());
    }

    public Published publish() {
        version++;
        since = 0;
        WireWriter out = new WireWriter();
        out.varint(version);
        rescues.write(out);
        return new Published(current(), out.toBytes());
    }

    public static BrainSnapshot snapshotOf(byte[] bytes) {
        WireReader in = new WireReader(bytes);
        return new BrainSnapshot(in.varint(), RescueTable.read(in));
    }
}
