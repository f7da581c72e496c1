/**
 * The knowledge graph under load, and whether questions find planted causes.
 *
 * <p>In: seeds. Out: {@link co.litper.cerebro.benchmarks.knowledge.GraphBench} and {@link
 * co.litper.cerebro.benchmarks.knowledge.CausesBench}. The worlds are made here, by parcels that live through their days,
 * and know nothing of how they will be asked about.
 */
@NullMarked
package co.litper.cerebro.benchmarks.knowledge;

import org.jspecify.annotations.NullMarked;
