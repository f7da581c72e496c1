package co.litper.cerebro.decision;

/** The eight agents of the specification, and the slow reasoner. */
public enum AgentName {
    LOGISTICS,
    CUSTOMER,
    FINANCE,
    OPTIMIZATION,
    EMERGENCY,
    LEARNING,
    QUALITY,
    FORECASTING,
    /** Thinks slowly about a few decisions and answers later; see {@link Reasoner}. */
    REASONER
}
