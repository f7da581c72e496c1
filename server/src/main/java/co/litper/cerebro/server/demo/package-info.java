/**
 * A made-up merchant in Colombia: seeded exports of Dropi for the demo, for tests and for files of any size.
 *
 * <p>In: a seed, a moment and a number of guides. Out: the same bytes of CSV, and the same cells of .xlsx, on every
 * machine; carriers, places and customers have tendencies that a learner can find. The entry is
 * {@link co.litper.cerebro.server.demo.DemoExport}.
 */
@NullMarked
package co.litper.cerebro.server.demo;

import org.jspecify.annotations.NullMarked;
