package co.litper.cerebro.learners.anomaly;

import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;

/** Lets through what is stranger than all of the last readings, so that an episode is told once, and again only if it gets worse. */
final class Episode {
    private final double[] last;
    private int next;

    Episode(int readings) {
        last = new double[readings];
    }

    /** Takes in a reading's evidence; true if none of the last was as strange. */
    boolean alarm(double evidence) {
        boolean strangest = evidence > 0;
        for (double before : last) {
            strangest &= evidence > before;
        }
        last[next] = evidence;
        next = (next + 1) % last.length;
        return strangest;
    }

    void write(SnapshotWriter out) {
        out.int32(next).doubles(last);
    }

    void read(SnapshotReader in) {
        next = in.int32();
        if (in.doublesInto(last) != last.length || next < 0 || next >= last.length) {
            throw new SnapshotException("an episode cannot go on at " + next);
        }
    }
}
