package co.litper.cerebro.vocabulary;

/** Why a carrier could not deliver (the novedad), one word for all carriers. */
public enum IssueReason {
    BAD_ADDRESS,
    RECIPIENT_UNAVAILABLE,
    REJECTED,
    BAD_PHONE,
    COD_ISSUE,
    DAMAGED,
    LOST,
    RESCHEDULED,
    DELIVERY_ATTEMPT_FAILED,
    SECURITY,
    REMOTE_AREA,
    WEATHER,
    DOCUMENTATION,
    PAYMENT_PENDING,
    OTHER
}
