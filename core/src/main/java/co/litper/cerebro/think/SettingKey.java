package co.litper.cerebro.think;

import co.litper.cerebro.decision.Autonomy;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.CityCode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Every key on which decisions depend: name, default, unit, and what a value must be. */
public enum SettingKey {
    /** One an action: {@code autonomy.notify_customer}. */
    AUTONOMY("autonomy.", "earned", "observe, recommend, approve, act or earned", SettingKey::isLevel),
    /** One an action: {@code pause.notify_customer}. */
    PAUSE("pause.", "false", "true or false", SettingKey::isBoolean),
    PAUSE_ALL("pause.all", "false", "true or false", SettingKey::isBoolean),
    /** One a city, by its DANE code: {@code pause.contacts.76001}. Holds back what reaches customers there. */
    PAUSE_CITY("pause.contacts.", "false", "true or false", SettingKey::isBoolean),
    /** Whether settings may be improved without people. */
    IMPROVE_MODE("improve.mode", "propose", "off, propose or act", SettingKey::isMode),
    EXPLORATION_RATE("exploration.rate", "0.02", "share from 0 to 0.5", v -> isIn(v, 0, 0.5)),
    NOTIFY_THRESHOLD("threshold.notify", "0.7", "probability from 0 to 1", v -> isIn(v, 0, 1)),
    WATCH_THRESHOLD("threshold.watch", "0.5", "probability from 0 to 1", v -> isIn(v, 0, 1)),
    CONTACTS_PER_DAY("contact.per_day", "1", "whole number from 0 to 20", v -> isWhole(v, 20)),
    ATTEMPTS_PER_ISSUE("contact.attempts_per_issue", "3", "whole number from 0 to 20", v -> isWhole(v, 20)),
    PROMISE_DAYS("promise.days", "6", "whole number from 1 to 60", v -> isWhole(v, 60) && !v.equals("0")),
    MARGIN_SHARE("economics.margin_share", "0.30", "share from 0 to 1", v -> isIn(v, 0, 1)),
    FREIGHT_COP("economics.freight_cop", "12000", "pesos", SettingKey::isPesos),
    RETURN_FREIGHT_COP("economics.return_freight_cop", "12000", "pesos", SettingKey::isPesos),
    DELAY_COP("economics.delay_cop", "8000", "pesos", SettingKey::isPesos),
    MESSAGE_COP("economics.message_cop", "150", "pesos", SettingKey::isPesos),
    CALL_COP("economics.call_cop", "1500", "pesos", SettingKey::isPesos),
    WATCH_COP("economics.watch_cop", "300", "pesos", SettingKey::isPesos),
    /** Whether decisions about novedades may be thought about slowly. */
    THINKING_MODE("thinking.mode", "off", "off or on", v -> v.equals("off") || v.equals("on")),
    THINKING_COST_COP("thinking.cost_cop", "150", "pesos", SettingKey::isPesos),
    THINKING_GRACE_S("thinking.grace_s", "120", "whole number of seconds from 0 to 3600", v -> isWhole(v, 3_600));

    /** The level is what the action's evidence has earned. */
    static final String EARNED = "earned";

    /** Digits of a DANE code of a municipality. */
    private static final int CITY_DIGITS = 5;

    private static final long MAX_PESOS = 1_000_000_000_000L;

    private final String key;
    private final String standard;
    private final String unit;
    private final Predicate<String> valid;

    SettingKey(String key, String standard, String unit, Predicate<String> valid) {
        this.key = key;
        this.standard = standard;
        this.unit = unit;
        this.valid = valid;
    }

    /** The key, or for one an action or a city its beginning, which ends with a dot. */
    public String key() {
        return key;
    }

    /** What holds where nothing is set. */
    public String standard() {
        return standard;
    }

    /** What a value is, in words. */
    public String unit() {
        return unit;
    }

    /** True if there is one such key for each action. */
    public boolean isPerAction() {
        return this == AUTONOMY || this == PAUSE;
    }

    /** True if there may be one such key for each city; none stands in the reference file. */
    public boolean isPerCity() {
        return this == PAUSE_CITY;
    }

    String of(Map<String, String> values) {
        return values.getOrDefault(key, standard).trim();
    }

    String of(Map<String, String> values, Action action) {
        String level = values.getOrDefault(key + action.wire(), this == AUTONOMY ? standardLevel(action) : standard);
        return this == AUTONOMY ? level.trim().toUpperCase(Locale.ROOT) : level.trim();
    }

    /**
     * Marking a shipment for people hurts nobody and is free to act; all that reaches the world starts as a proposal and goes
     * as far as it has earned.
     */
    static String standardLevel(Action action) {
        return switch (action) {
            case NONE, FLAG_FOR_MONITORING -> "act";
            case CHOOSE_CARRIER,
                    NOTIFY_CUSTOMER,
                    ASK_ADDRESS,
                    ASK_TIME,
                    ASK_CASH,
                    CALL_CUSTOMER,
                    REDELIVER,
                    HOLD_IN_OFFICE,
                    RETURN_TO_SENDER,
                    OPEN_CLAIM,
                    ESCALATE -> EARNED;
        };
    }

    /** What is wrong with {@code value} under {@code name}: empty if nothing, or if the key is not one of these. */
    public static Optional<String> problem(String name, String value) {
        Optional<SettingKey> found = find(name);
        if (found.isEmpty() || found.get().valid.test(value.trim())) {
            return Optional.empty();
        }
        return Optional.of(name + " = '" + value + "': must be " + found.get().unit);
    }

    /** The key of this name. */
    public static Optional<SettingKey> find(String name) {
        for (SettingKey candidate : values()) {
            if (candidate.names(name)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private boolean names(String name) {
        if (isPerAction()) {
            return namesAction(key, name);
        }
        return isPerCity() ? cityOf(name).isPresent() : key.equals(name);
    }

    /** The city whose contacts the key {@code name} pauses, if it is such a key. */
    public static Optional<CityCode> cityOf(String name) {
        String code = name.startsWith(PAUSE_CITY.key) ? name.substring(PAUSE_CITY.key.length()) : "";
        boolean dane = code.length() == CITY_DIGITS && code.chars().allMatch(c -> c >= '0' && c <= '9');
        return dane ? Optional.of(new CityCode(code)) : Optional.empty();
    }

    private static boolean namesAction(String prefix, String name) {
        if (!name.startsWith(prefix)) {
            return false;
        }
        for (Action action : Action.values()) {
            if (name.length() == prefix.length() + action.wire().length() && name.endsWith(action.wire())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLevel(String value) {
        if (value.equalsIgnoreCase(EARNED)) {
            return true;
        }
        for (Autonomy level : Autonomy.values()) {
            if (level.name().equalsIgnoreCase(value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMode(String value) {
        return value.equals("off") || value.equals("propose") || value.equals("act");
    }

    private static boolean isBoolean(String value) {
        return value.equals("true") || value.equals("false");
    }

    private static boolean isIn(String value, double least, double most) {
        try {
            double number = Double.parseDouble(value);
            return number >= least && number <= most;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean isWhole(String value, long most) {
        try {
            long number = Long.parseLong(value);
            return number >= 0 && number <= most;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean isPesos(String value) {
        return isWhole(value, MAX_PESOS);
    }
}
