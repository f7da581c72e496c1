package co.litper.cerebro.knowledge;

/** How two nodes belong together: the specification's nine, then what the domain adds. */
public enum RelationType {
    /** A customer ordered an order, or a guide whose order is not told. */
    ORDERED,
    /** A guide or an order goes to a city. */
    DELIVERED_TO,
    /** A guide or an order is with a carrier. */
    SHIPPED_BY,
    /** A city lies in a department. */
    LOCATED_IN,
    /** A guide met a novedad; aggregated: a city's or a carrier's guides did. */
    EXPERIENCED,
    /** A guide's novedad was answered so; aggregated: a novedad was. */
    SOLVED_BY,
    /** A guide is one of those that make a pattern; the latest that it fits. */
    SIMILAR_TO,
    /** A recommendation came of a novedad. */
    CAUSED_BY,
    /** A solution kept guides with a novedad from coming back. */
    PREVENTS,
    /** An order or a guide holds a product. */
    CONTAINS,
    /** An order travels under a guide. */
    CARRIED_BY,
    /** Aggregated only: a carrier serves a city. */
    SERVES,
    /** A shop sold an order or a guide. */
    SOLD_BY,
    /** An agent proposed a recommendation. */
    PROPOSED_BY
}
