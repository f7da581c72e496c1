package co.litper.cerebro.think;

import co.litper.cerebro.decision.Autonomy;
import co.litper.cerebro.policy.Economics;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.CityCode;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What people set and decisions depend on. Immutable. Changes come as {@code configuration.changed} events, so that a replay
 * decides under the settings of the time; {@link SettingKey} lists the keys.
 *
 * @param caps how far each action type may go where people fixed it; absent means as far as it has earned
 * @param paused action types that are paused
 * @param quietCities where customers must not be contacted
 * @param allPaused true if nothing may leave
 * @param explorationRate share of choices given to chance, 0 to 1
 * @param notifyThreshold probability of delay above which the customer is told
 * @param watchThreshold probability of a novedad above which the shipment is watched
 * @param contactsPerDay contacts a customer gets a day, at least 0
 * @param attemptsPerIssue contacts a parcel with novedades gets, at least 0
 * @param promiseDays calendar days from the guide until a parcel counts as late where nobody promised, at least 1
 * @param economics what things cost where the source does not tell
 * @param thinking about slow thinking
 */
public record Settings(
        Map<Action, Autonomy> caps,
        Set<Action> paused,
        Set<CityCode> quietCities,
        boolean allPaused,
        double explorationRate,
        double notifyThreshold,
        double watchThreshold,
        int contactsPerDay,
        int attemptsPerIssue,
        int promiseDays,
        Economics economics,
        ThinkingSettings thinking) {

    private static final long MS_PER_S = 1_000;

    public Settings {
        caps = Map.copyOf(caps);
        paused = Set.copyOf(paused);
        quietCities = Set.copyOf(quietCities);
    }

    /** The settings of the reference configuration. */
    public static Settings defaults() {
        return of(Map.of());
    }

    /** Reads settings from keys and values; keys that are not of {@link SettingKey} are ignored, they belong to others. */
    public static Settings of(Map<String, String> values) {
        Map<Action, Autonomy> caps = new EnumMap<>(Action.class);
        Set<Action> paused = EnumSet.noneOf(Action.class);
        for (Action action : Action.values()) {
            String level = SettingKey.AUTONOMY.of(values, action);
            if (!level.equalsIgnoreCase(SettingKey.EARNED)) {
                caps.put(action, Autonomy.valueOf(level));
            }
            if (Boolean.parseBoolean(SettingKey.PAUSE.of(values, action))) {
                paused.add(action);
            }
        }
        return new Settings(
                caps,
                paused,
                quietCities(values),
                Boolean.parseBoolean(SettingKey.PAUSE_ALL.of(values)),
                Double.parseDouble(SettingKey.EXPLORATION_RATE.of(values)),
                Double.parseDouble(SettingKey.NOTIFY_THRESHOLD.of(values)),
                Double.parseDouble(SettingKey.WATCH_THRESHOLD.of(values)),
                Integer.parseInt(SettingKey.CONTACTS_PER_DAY.of(values)),
                Integer.parseInt(SettingKey.ATTEMPTS_PER_ISSUE.of(values)),
                Integer.parseInt(SettingKey.PROMISE_DAYS.of(values)),
                new Economics(
                        Double.parseDouble(SettingKey.MARGIN_SHARE.of(values)),
                        Long.parseLong(SettingKey.FREIGHT_COP.of(values)),
                        Long.parseLong(SettingKey.RETURN_FREIGHT_COP.of(values)),
                        Long.parseLong(SettingKey.DELAY_COP.of(values)),
                        Long.parseLong(SettingKey.MESSAGE_COP.of(values)),
                        Long.parseLong(SettingKey.CALL_COP.of(values)),
                        Long.parseLong(SettingKey.WATCH_COP.of(values))),
                new ThinkingSettings(
                        SettingKey.THINKING_MODE.of(values).equals("on"),
                        Long.parseLong(SettingKey.THINKING_COST_COP.of(values)),
                        Long.parseLong(SettingKey.THINKING_GRACE_S.of(values)) * MS_PER_S));
    }

    private static Set<CityCode> quietCities(Map<String, String> values) {
        Set<CityCode> cities = new TreeSet<>();
        values.forEach((key, value) -> SettingKey.cityOf(key)
                .filter(city -> Boolean.parseBoolean(value))
                .ifPresent(cities::add));
        return cities;
    }

    /** True if {@code action} goes as far as its evidence has earned. */
    public boolean isEarned(Action action) {
        return !caps.containsKey(action);
    }

    /** How far {@code action} may go by itself where people fixed it; {@code RECOMMEND} where they did not. */
    public Autonomy autonomy(Action action) {
        return caps.getOrDefault(action, Autonomy.RECOMMEND);
    }

    /** True if {@code action} must not leave now. */
    public boolean isPaused(Action action) {
        return action != Action.NONE && (allPaused || paused.contains(action));
    }

    /** True if {@code action} must not leave now for a parcel to {@code city}. */
    public boolean isPaused(Action action, CityCode city) {
        return isPaused(action) || (action.contactsCustomer() && quietCities.contains(city));
    }
}
