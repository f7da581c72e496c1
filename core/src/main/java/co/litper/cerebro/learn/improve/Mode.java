package co.litper.cerebro.learn.improve;

import co.litper.cerebro.think.SettingKey;
import java.util.Locale;
import java.util.Map;

/** What may be done about an opportunity without people. */
public enum Mode {
    /** Nothing: reports only. */
    OFF,
    /** It is proposed, and waits for a yes. */
    PROPOSE,
    /** What is surely better is applied. */
    ACT;

    /** The mode in force. */
    public static Mode of(Map<String, String> values) {
        SettingKey key = SettingKey.IMPROVE_MODE;
        return valueOf(values.getOrDefault(key.key(), key.standard()).strip().toUpperCase(Locale.ROOT));
    }
}
