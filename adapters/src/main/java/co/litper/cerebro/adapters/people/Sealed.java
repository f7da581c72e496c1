package co.litper.cerebro.adapters.people;

/**
 * A sealed value with its wrapped key.
 *
 * @param key the value's own key, wrapped by the master key; empty in a tombstone
 * @param data the value, sealed under that key; empty in a tombstone
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed through, never compared
record Sealed(byte[] key, byte[] data) {
    /** True if nothing but the place is left. */
    boolean isTombstone() {
        return key.length == 0;
    }
}
