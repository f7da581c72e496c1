/**
 * The flat scorer beside XGBoost's own prediction of one row.
 *
 * <p>In: made-up rows, seeded. Out: differences and times.
 */
@NullMarked
package co.litper.cerebro.benchmarks.scorer;

import org.jspecify.annotations.NullMarked;
