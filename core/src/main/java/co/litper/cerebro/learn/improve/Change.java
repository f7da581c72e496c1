package co.litper.cerebro.learn.improve;

/**
 * Another value for a setting.
 *
 * @param key the setting
 * @param from what it is
 * @param to what it would be
 */
public record Change(String key, String from, String to) {
    public Change {
        if (from.equals(to)) {
            throw new IllegalArgumentException(key + " = " + from + " would not change");
        }
    }

    /** The way back. */
    public Change reverse() {
        return new Change(key, to, from);
    }
}
