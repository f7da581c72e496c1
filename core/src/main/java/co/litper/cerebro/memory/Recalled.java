package co.litper.cerebro.memory;

/**
 * A memory that came to mind, with the parts of its rank, each 0 to 1.
 *
 * @param memory what came
 * @param rank by which they are ordered
 * @param relevance how well it fits the question
 * @param recency how new it is
 * @param alive its importance times what is left of its strength
 * @param usefulness what such memories were worth before; a half is unknown
 */
public record Recalled(Memory memory, double rank, double relevance, double recency, double alive, double usefulness) {}
