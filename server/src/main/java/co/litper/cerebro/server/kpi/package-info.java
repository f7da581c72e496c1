/**
 * How a merchant's parcels and the brain's decisions are doing.
 *
 * <p>In: the state and the log. Out: {@link co.litper.cerebro.server.kpi.Kpis}, as terminal lines or JSON.
 */
@NullMarked
package co.litper.cerebro.server.kpi;

import org.jspecify.annotations.NullMarked;
