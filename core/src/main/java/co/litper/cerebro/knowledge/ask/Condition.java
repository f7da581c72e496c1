package co.litper.cerebro.knowledge.ask;

/**
 * Shipments of one kind.
 *
 * @param factor in what they are alike
 * @param level how: a carrier's or DANE code, {@code 1} to {@code 7} for Monday to Sunday, {@code HOLIDAY}, {@code EVE} or
 *     {@code ORDINARY}, {@code COD} or {@code PREPAID}, {@code Q1} (cheapest) to {@code Q4}, a novedad's reason, a name, or
 *     two days {@code 2026-03-01/2026-03-14}, both included
 */
public record Condition(Factor factor, String level) {}
