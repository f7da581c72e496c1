package co.litper.cerebro.decision;

/** How far an action type may go without people, from least to most. */
public enum Autonomy {
    /** Decided and recorded; nobody is told. */
    OBSERVE,
    /** Shown to people as a proposal. */
    RECOMMEND,
    /** Carried out once a person says yes. */
    APPROVE,
    /** Carried out. */
    ACT
}
