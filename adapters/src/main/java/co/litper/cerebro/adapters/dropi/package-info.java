/**
 * Dropi's exports and the carriers' tariff tables, read into typed rows that keep the source's own words.
 *
 * <p>In: .csv and .xlsx files as people download them. Out: {@link co.litper.cerebro.adapters.dropi.DropiRow} and
 * {@link co.litper.cerebro.adapters.dropi.Tariff}, or refusals with line and reason. What a status, carrier or city
 * means is decided elsewhere. The entry for exports is {@link co.litper.cerebro.adapters.dropi.DropiExport}, for
 * tariffs {@link co.litper.cerebro.adapters.dropi.TariffTable}.
 */
@NullMarked
package co.litper.cerebro.adapters.dropi;

import org.jspecify.annotations.NullMarked;
