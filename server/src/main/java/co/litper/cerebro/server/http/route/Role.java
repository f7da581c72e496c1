package co.litper.cerebro.server.http.route;

/** What a caller may do, from least to most. */
public enum Role {
    /** Sees everything but personal data. */
    VIEWER,
    /** Also tells events, answers proposals, sees whom to call. */
    OPERATOR,
    /** Also changes settings, pauses, repairs. */
    ADMIN
}
