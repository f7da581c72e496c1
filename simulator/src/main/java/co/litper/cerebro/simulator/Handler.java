package co.litper.cerebro.simulator;

/** Who brought a novedad to its end. */
public enum Handler {
    /** Effects of the player alone, without a call and without the team. */
    PLAYER,
    /** The merchant's team acted: by itself, because it was asked to call, or because a novedad was handed to it. */
    PEOPLE,
    /** Nobody acted; the carrier did what it does by itself. */
    CARRIER
}
