package co.litper.cerebro.learners.uplift;

/** How effects by row are learned. */
public enum Method {
    /** Two surfaces, of the treated and of the others; the effect is their difference. */
    T,
    /**
     * Effects imputed for either from the other's surface, fitted and weighed by propensity (S. R. Künzel et al., "Metalearners for
     * estimating heterogeneous treatment effects using machine learning", PNAS 116, 2019).
     */
    X,
    /**
     * One surface fitted to doubly robust scores (E. H. Kennedy, "Towards optimal doubly robust estimation of heterogeneous causal
     * effects", Electronic Journal of Statistics 17, 2023).
     */
    DR
}
