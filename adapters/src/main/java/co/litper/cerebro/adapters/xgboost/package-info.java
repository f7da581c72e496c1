/**
 * XGBoost: models trained in batch, here or elsewhere.
 *
 * <p>In: rows and targets, or a model that XGBoost saved as JSON. Out: that JSON, and a
 * {@link co.litper.cerebro.learners.tree.flat.TreeModel} of it for the scorer. Reading needs nothing of XGBoost; training needs its
 * library on the class path, which an installation does not bring.
 */
@NullMarked
package co.litper.cerebro.adapters.xgboost;

import org.jspecify.annotations.NullMarked;
