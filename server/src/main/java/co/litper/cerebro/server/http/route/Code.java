package co.litper.cerebro.server.http.route;

import java.util.Locale;

/** What can be wrong with a call. The name in small letters is stable: programs may rely on it. */
public enum Code {
    BAD_REQUEST(400, "The request is not one of HTTP"),
    BAD_PARAMETER(400, "A parameter is wrong"),
    BAD_CURSOR(400, "The cursor is not one of ours"),
    BAD_BODY(400, "The body is not what its type says"),
    NO_KEY(401, "An API key is needed"),
    UNKNOWN_KEY(401, "The API key is not known, or was withdrawn"),
    BAD_SIGNATURE(401, "The signature does not fit the body"),
    ROLE_TOO_LOW(403, "The key's role does not allow this"),
    OTHER_MERCHANT(403, "The key belongs to another merchant"),
    FOREIGN_PAGE(403, "A page of another site sent this"),
    NOT_FOUND(404, "There is nothing here"),
    METHOD_NOT_ALLOWED(405, "This method is not known here"),
    NOT_ACCEPTABLE(406, "None of the types asked for can be given"),
    TOO_SLOW(408, "The body came too slowly"),
    ANSWERED_BEFORE(409, "Somebody answered first"),
    NOTHING_WAITS(409, "Nothing waits for this"),
    HELD_BY_CONFIGURATION(409, "The configuration says otherwise"),
    STILL_RUNNING(409, "The same call is still being served"),
    REPLAYED(409, "This delivery was taken before"),
    TOO_LARGE(413, "The body is too large"),
    URI_TOO_LONG(414, "The address is too long"),
    UNSUPPORTED_TYPE(415, "The body's type is not taken here"),
    INVALID(422, "The content breaks its contract"),
    UNDECIDABLE(422, "The brain failed at this event"),
    KEY_REUSED(422, "The idempotency key was used for another call"),
    TOO_MANY(429, "Too many calls"),
    BUSY(429, "There is no room just now"),
    HEADERS_TOO_LARGE(431, "The headers are too large"),
    INTERNAL(500, "A defect of Cerebro"),
    NOT_ON_A_CLUSTER(501, "A cluster does not do this yet"),
    UNAVAILABLE(503, "Cannot be served just now"),
    TOO_LATE(503, "It took too long"),
    STOPPING(503, "The service is stopping"),
    DISK_FULL(507, "The disk is full"),
    OTHER(0, "Refused");

    private final int status;
    private final String title;

    Code(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The HTTP status, or 0 if it varies. */
    public int status() {
        return status;
    }

    /** The same sentence for every problem of this code. */
    public String title() {
        return title;
    }

    /** The code as programs see it: {@code too-large}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The code of an answer that the server gave by itself. */
    public static Code ofStatus(int status) {
        return switch (status) {
            case 400 -> BAD_REQUEST;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 408 -> TOO_SLOW;
            case 413 -> TOO_LARGE;
            case 414 -> URI_TOO_LONG;
            case 415 -> UNSUPPORTED_TYPE;
            case 431 -> HEADERS_TOO_LARGE;
            case 500 -> INTERNAL;
            case 503 -> UNAVAILABLE;
            default -> OTHER;
        };
    }
}
