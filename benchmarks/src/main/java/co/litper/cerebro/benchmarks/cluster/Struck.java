package co.litper.cerebro.benchmarks.cluster;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Something that a cluster needs, which goes away and comes back. Opened before the first event is sent. */
interface Struck extends AutoCloseable {
    /** It goes away. */
    void begin();

    /** It comes back; returns when it takes connections. */
    void end();

    /** Sends {@code perSecond} of the steps a second, and returns when all are on their way. */
    default void feed(Feeder feeder, List<Recordings.Step> steps, double perSecond) throws InterruptedException {
        feeder.send(steps, perSecond);
    }

    /** Waits until what is kept beside the nodes has caught up, and counts it against the recording. */
    default Beside compare() throws InterruptedException {
        return Beside.NOTHING;
    }

    @Override
    default void close() {
        // nothing of its own
    }

    /**
     * What stands beside the nodes at the end.
     *
     * @param wrong how much of it is missing or other than the recording has it
     * @param figures what was counted
     */
    record Beside(int wrong, SequencedMap<String, Object> figures) {
        static final Beside NOTHING = new Beside(0, new LinkedHashMap<>());
    }
}
