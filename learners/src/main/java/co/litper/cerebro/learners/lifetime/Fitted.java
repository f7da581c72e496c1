package co.litper.cerebro.learners.lifetime;

/**
 * A model and how it came about.
 *
 * @param <M> kind of model
 * @param model the likeliest
 * @param logLikelihood of all customers under it
 * @param customers that it was fitted to
 * @param settled false if the search ran out of evaluations, or ended at the bound of a parameter: the data do not say where it lies
 */
public record Fitted<M>(M model, double logLikelihood, int customers, boolean settled) {}
