package co.litper.cerebro.adapters.dropi;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a carrier charges and promises for a destination, in the table's own words. Immutable.
 *
 * @param carrier the carrier as written; never empty
 * @param city the city as written; may be empty if the DANE code or the department tells the place
 * @param daneCode five digits, or empty
 * @param department the department as written, or empty; alone it stands for all its cities
 * @param freightCop what the carrier charges out, in pesos
 * @param returnFreightCop what it charges back, in pesos
 * @param promisedDays days that the carrier promises
 * @param covered whether the carrier delivers there; a row that does not say so covers
 * @param cod whether it collects cash there, if told
 */
public record Tariff(
        String carrier,
        String city,
        String daneCode,
        String department,
        OptionalLong freightCop,
        OptionalLong returnFreightCop,
        OptionalLong promisedDays,
        boolean covered,
        Optional<Boolean> cod) {}
