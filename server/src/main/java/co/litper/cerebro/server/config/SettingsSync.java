package co.litper.cerebro.server.config;

import co.litper.cerebro.Subjects;
import co.litper.cerebro.event.SystemEvent.ConfigurationChanged;
import co.litper.cerebro.learn.improve.Standing;
import co.litper.cerebro.server.Installation;
import co.litper.cerebro.think.SettingKey;
import co.litper.cerebro.world.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ExecutionException;

/**
 * Brings the settings on which decisions depend into the log where they differ from those in force, so that decisions
 * can be replayed under the settings of their time.
 *
 * <p>A pause that a person ordered is not lifted by a file that says nothing of pauses, or false: only {@code true}
 * counts there.
 */
public final class SettingsSync {
    /**
     * Before a key, in the log: the value that a person gave it over the service. It holds until the file or the environment
     * says something about the key; without this mark, or that of self-improvement, a key that was taken out of the file goes back
     * to its default.
     */
    public static final String PERSON = Standing.PERSON;

    private static final String BY = "configuration";

    private SettingsSync() {}

    /** What must be changed for {@code wanted} to hold where {@code inForce} does. Pure. */
    public static Map<String, String> changes(Configuration wanted, SortedMap<String, String> inForce) {
        Map<String, String> changes = new LinkedHashMap<>();
        Map<String, String> defaults = Configuration.defaults().decisionSettings();
        wanted.decisionSettings().forEach((key, value) -> {
            String now = inForce.getOrDefault(key, defaults.getOrDefault(key, ""));
            boolean lifts = isPause(key) && !value.equals("true");
            boolean marked = now.equals(inForce.get(PERSON + key)) || now.equals(inForce.get(Standing.IMPROVED + key));
            boolean stays = marked && !wanted.isGiven(key);
            if (!now.equals(value) && !lifts && !stays) {
                changes.put(key, value);
            }
        });
        return changes;
    }

    private static boolean isPause(String key) {
        return SettingKey.find(key)
                .filter(k -> k == SettingKey.PAUSE || k == SettingKey.PAUSE_ALL || k == SettingKey.PAUSE_CITY)
                .isPresent();
    }

    /** Appends every change, durable on return. */
    public static void append(Installation installation, Map<String, String> changes, Clock clock)
            throws InterruptedException, ExecutionException {
        long now = clock.now().toEpochMilli();
        for (Map.Entry<String, String> change : changes.entrySet()) {
            String id = "configuration-" + now + "-" + change.getKey();
            installation
                    .submitOwn(id, Subjects.SYSTEM, new ConfigurationChanged(change.getKey(), change.getValue(), BY))
                    .get();
        }
    }
}
