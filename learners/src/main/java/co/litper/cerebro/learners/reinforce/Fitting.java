package co.litper.cerebro.learners.reinforce;

/** Fits models to the same rows again and again as their targets move from round to round. */
sealed interface Fitting permits RidgeFitting, TreeFitting {

    /** A model of {@code targets}, [log], of which only those of its own rows are read. */
    RowModel fit(double[] targets);
}
