package co.litper.cerebro.learners.tree;

import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.stream.StreamSchema;

/** What forests of classes and of numbers have in common: how many trees, on what share of the features, replaced when. */
final class ForestShape {
    private ForestShape() {}

    /** Throws {@link IllegalArgumentException} if a forest cannot be made so. */
    static void require(int trees, double share, double lambda, double warningDelta, double driftDelta) {
        if (trees < 1
                || !(share > 0 && share <= 1)
                || !(lambda > 0 && lambda <= Poisson.MOST_MEAN)
                || !(warningDelta > 0 && warningDelta < 1 && driftDelta > 0 && driftDelta < 1)) {
            throw new IllegalArgumentException("settings must be trees at least 1, share above 0 and at most 1, lambda"
                    + " above 0 and at most " + Poisson.MOST_MEAN + ", deltas between 0 and 1; are " + trees
                    + ", "
                    + share + ", " + lambda + ", " + warningDelta + ", " + driftDelta);
        }
    }

    /** Throws {@link SnapshotException} unless a snapshot has as many trees as the settings. */
    static void requireTrees(int theirs, int ours) {
        if (theirs != ours) {
            throw new SnapshotException("snapshot has " + theirs + " trees, the settings ask for " + ours);
        }
    }

    /** Reads trees and subspace; throws {@link SnapshotException} unless both are those of the settings. */
    static void requireShape(SnapshotReader in, int trees, int subspace) {
        int theirs = in.int32();
        int theirSubspace = in.int32();
        if (theirs != trees || theirSubspace != subspace) {
            throw new SnapshotException("snapshot has " + theirs + " trees of " + theirSubspace
                    + " features, the settings ask for " + trees + " of " + subspace);
        }
    }

    /** Features that each split looks at. */
    static int subspace(double share, StreamSchema schema) {
        return Math.max(1, (int) Math.round(share * schema.width()));
    }
}
