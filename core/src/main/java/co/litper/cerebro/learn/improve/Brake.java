package co.litper.cerebro.learn.improve;

/** Why a change that may be worth it must wait. */
public enum Brake {
    /** Improvement is switched off. */
    OFF,
    /** People fixed this setting. */
    FIXED,
    /** An earlier change is being measured. */
    MEASURING,
    /** Another was made less than a week ago. */
    ONE_A_WEEK,
    /** It was taken back or refused not long ago. */
    COOLDOWN,
    /** It waits for a yes already. */
    WAITING,
    /** Others that promise more wait for a yes. */
    QUEUE
}
