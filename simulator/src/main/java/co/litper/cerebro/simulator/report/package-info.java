/**
 * Runs players through the same worlds and tells how they fared, with intervals over worlds.
 *
 * <p>In: {@link co.litper.cerebro.simulator.report.Stages} and a {@link co.litper.cerebro.simulator.report.Plan}. Out: {@link
 * co.litper.cerebro.simulator.report.Standings}, and of faults how soon what they cost is back. Entry: {@link
 * co.litper.cerebro.simulator.report.Tournament}. Equal input gives equal figures, whatever the number of threads.
 */
@NullMarked
package co.litper.cerebro.simulator.report;

import org.jspecify.annotations.NullMarked;
