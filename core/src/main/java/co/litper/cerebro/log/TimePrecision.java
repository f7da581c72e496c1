package co.litper.cerebro.log;

/** How exactly a source tells the time. A day stands for its beginning in Bogotá. */
public enum TimePrecision {
    DAY,
    SECOND
}
