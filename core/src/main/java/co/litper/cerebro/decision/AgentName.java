package co.litper.cerebro.decision;

/** The eight agents of the specification. */
public enum AgentName {
    LOGISTICS,
    CUSTOMER,
    FINANCE,
    OPTIMIZATION,
    EMERGENCY,
    LEARNING,
    QUALITY,
    FORECASTING
}
