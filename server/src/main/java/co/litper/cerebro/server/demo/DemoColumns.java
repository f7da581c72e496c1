package co.litper.cerebro.server.demo;

/** The two column sets in which Dropi exports. */
public enum DemoColumns {
    /** Ten columns: the journey. */
    TRACKING,
    /** Thirty-seven columns: order, customer, money and journey. */
    ORDERS
}
