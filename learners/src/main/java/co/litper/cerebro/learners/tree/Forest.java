package co.litper.cerebro.learners.tree;

import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;
import co.litper.cerebro.learners.stream.SplitMix;
import co.litper.cerebro.learners.stream.StreamClassifier;
import co.litper.cerebro.learners.tree.flat.TreeModel;
import java.util.Arrays;

/**
 * Trees on resamplings of their own that vote by their accuracy and are replaced when their error rises. Inside
 * {@link AdaptiveRandomForest} and {@link StreamingRandomPatches}; rows are checked by its owner.
 */
final class Forest {
    private final Nursery nursery;
    private final double warningDelta;
    private final double driftDelta;
    private final Poisson poisson;
    private final ForestMember[] members;
    private final SplitMix random;
    private final double[] own;
    private final double[] sum;

    /** A forest without trees, for {@link #plant} or {@link #read}. */
    Forest(Nursery nursery, int trees, double lambda, double warningDelta, double driftDelta, SplitMix random) {
        this.nursery = nursery;
        this.warningDelta = warningDelta;
        this.driftDelta = driftDelta;
        this.random = random;
        poisson = new Poisson(lambda);
        members = new ForestMember[trees];
        own = new double[nursery.schema().classes()];
        sum = new double[nursery.schema().classes()];
    }

    /** Begins all trees; {@code alike} ones draw equal features. */
    void plant(boolean alike) {
        long shared = alike ? random.split() : 0;
        for (int t = 0; t < members.length; t++) {
            members[t] = new ForestMember(nursery, warningDelta, driftDelta, alike ? shared : random.split());
        }
    }

    void votes(double[] row, double[] votes) {
        Arrays.fill(votes, 0);
        for (ForestMember member : members) {
            member.vote(row, own, votes);
        }
        StreamClassifier.normalise(votes);
    }

    int predict(double[] row) {
        votes(row, sum);
        return StreamClassifier.largest(sum);
    }

    void learn(double[] row, int label, double weight) {
        for (ForestMember member : members) {
            member.learn(row, label, weight, poisson.draw(random));
        }
    }

    long replaced() {
        return Arrays.stream(members).mapToLong(ForestMember::replaced).sum();
    }

    TreeModel model() {
        return Told.votes(
                nursery.schema(), Arrays.stream(members).map(ForestMember::told).toList());
    }

    void write(SnapshotWriter out) {
        out.int64(random.state());
        for (ForestMember member : members) {
            member.write(out);
        }
    }

    /** Reads the trees; the state of {@code random} comes before them and is the constructor's. */
    void read(SnapshotReader in) {
        for (int t = 0; t < members.length; t++) {
            members[t] = ForestMember.read(in, nursery, warningDelta, driftDelta);
        }
    }
}
