package co.litper.cerebro.log;

/**
 * One thing that is wrong with an event.
 *
 * @param pointer where, as a JSON pointer (RFC 6901) from the CloudEvent's root such as {@code /data/parcel/valueCop};
 *     empty for the whole
 * @param message what, with names and allowed values; never a value that may tell of a person
 */
public record Problem(String pointer, String message) {
    @Override
    public String toString() {
        return pointer.isEmpty() ? message : pointer + " " + message;
    }
}
