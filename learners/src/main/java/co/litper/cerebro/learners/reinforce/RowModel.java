package co.litper.cerebro.learners.reinforce;

import co.litper.cerebro.learners.snapshot.SnapshotWriter;

/** A number for a row; immutable and thread-safe. */
sealed interface RowModel permits RidgeModel, TreeEnsemble {

    /** Of a sound row; allocates nothing. */
    double predict(float[] row);

    void write(SnapshotWriter out);
}
