/**
 * What a simulation found, for people and for programs.
 *
 * <p>In: {@link co.litper.cerebro.simulator.report.Standings}. Out: lines of a terminal and one JSON object.
 */
@NullMarked
package co.litper.cerebro.server.simulate;

import org.jspecify.annotations.NullMarked;
