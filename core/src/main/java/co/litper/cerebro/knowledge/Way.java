package co.litper.cerebro.knowledge;

/** In which direction an edge is followed. */
public enum Way {
    OUT,
    IN
}
