package co.litper.cerebro.server.face.system;

import java.util.List;

/**
 * Keys of programs, in a reader's language.
 *
 * @param keys the newest first
 * @param token of a key just made, shown this once; else empty
 * @param told what became of the last change; may be empty
 * @param failed true if that was not done
 */
public record KeyModel(List<Key> keys, String token, String told, boolean failed) {
    public KeyModel {
        keys = List.copyOf(keys);
    }

    /** Hides the token. */
    @Override
    public String toString() {
        return "KeyModel[" + keys.size() + " keys]";
    }

    /**
     * A key without its secret.
     *
     * @param active true if it can be revoked
     */
    public record Key(
            String id,
            String label,
            String role,
            String merchant,
            String made,
            String ends,
            String used,
            String standing,
            boolean active) {}
}
