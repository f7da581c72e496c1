package co.litper.cerebro.knowledge;

/** What a node stands for: the specification's eleven, then what the domain adds. */
public enum NodeType {
    /** A customer by its keyed hash, never by name. */
    CUSTOMER,
    ORDER,
    /** A product category. */
    PRODUCT,
    GUIDE,
    /** A municipality by its DANE code. */
    CITY,
    CARRIER,
    /** A novedad's reason. */
    ISSUE,
    /** An answer to a novedad. */
    SOLUTION,
    /** A novedad that repeats with a carrier in a city, by the names of the three. */
    PATTERN,
    /** An agent of the brain. */
    AGENT,
    /** What an agent proposed, by its action. */
    RECOMMENDATION,
    /** A department by its DANE code. */
    DEPARTMENT,
    /** A shop of the merchant. */
    SHOP
}
