package co.litper.cerebro.learn;

import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.event.LearningEvent.FeedbackReceived;
import co.litper.cerebro.policy.RescueTable;
import co.litper.cerebro.world.WireReader;
import co.litper.cerebro.world.WireWriter;
import java.nio.charset.StandardCharsets;

/** Takes matured outcomes in and makes snapshots of what it knows. Owned by one thread. */
public final class Learner {
    private static final byte[] FEEDBACK = "\"feedback.received\"".getBytes(StandardCharsets.US_ASCII);

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

    public void observe(Decision decision, FeedbackReceived feedback) {
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

    /** True unless the bytes of an envelope show that it is no outcome; saves decoding most of a log. */
    public static boolean mayBeFeedback(byte[] envelope) {
        outer:
        for (int i = 0; i <= envelope.length - FEEDBACK.length; i++) {
            for (int j = 0; j < FEEDBACK.length; j++) {
                if (envelope[i + j] != FEEDBACK[j]) {
                    continue outer;
                }
            }
            return true;
        }
        return false;
    }
}
