package co.litper.cerebro.learn.improve;

import co.litper.cerebro.think.SettingKey;
import co.litper.cerebro.think.Settings;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How settings stand now.
 *
 * @param values what was set, by key, marks included
 * @param given tells of a key whether people fixed it in a file or the environment
 * @param now the present moment
 */
public record Standing(Map<String, String> values, Predicate<String> given, Instant now) {
    /** Before a key, in the log: the value that self-improvement gave it. */
    public static final String IMPROVED = "improved.";
    /** Before a key, in the log: the value that a person gave it over the service. */
    public static final String PERSON = "person.";

    public Standing {
        values = Map.copyOf(values);
    }

    /** The settings in force. */
    public Settings settings() {
        return Settings.of(values);
    }

    /** The value in force. */
    String value(String key) {
        return values.getOrDefault(
                key, SettingKey.find(key).map(SettingKey::standard).orElse(""));
    }

    /** True if a key has this value, however it is written. */
    boolean holds(String key, String value) {
        return same(value(key), value);
    }

    /** True if people fixed a setting: in a file, over the service, or by pausing or resuming. */
    boolean isFixed(String key) {
        String value = values.get(key);
        if (given.test(key) || (value != null && value.equals(values.get(PERSON + key)))) {
            return true;
        }
        Optional<SettingKey> pause = SettingKey.find(key).filter(k -> k == SettingKey.PAUSE);
        return pause.isPresent() && value != null && !value.equals(values.get(IMPROVED + key));
    }

    private static boolean same(String a, String b) {
        if (a.equals(b)) {
            return true;
        }
        try {
            return Double.parseDouble(a) == Double.parseDouble(b);
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
