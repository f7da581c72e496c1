package co.litper.cerebro.server.config;

import co.litper.cerebro.logistics.EditDistance;
import co.litper.cerebro.think.SettingKey;
import co.litper.cerebro.vocabulary.MerchantId;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** What is set, every key with a valid value. Immutable. */
public final class Configuration {
    /** Slips of the pen that a suggestion forgives. */
    private static final int NEAR = 4;

    private static final String ENVIRONMENT = "CEREBRO_";
    /** Whatever ends so is shown masked. */
    private static final List<String> SECRETS =
            List.of(".token", ".secret", ".secret_previous", ".password", ".authorization");

    /** Variables that are no keys: of the launcher, of the command line, of tests. */
    private static final Set<String> OTHER_VARIABLES = Set.of(
            "CEREBRO_HOME",
            "CEREBRO_LANG",
            "CEREBRO_DATA",
            "CEREBRO_JAVA_HOME",
            "CEREBRO_JAVA_OPTS",
            "CEREBRO_LAUNCHER",
            "CEREBRO_NO_BUILD");

    /** Slips of the pen in a variable that count as one; other programs may have variables with our beginning. */
    private static final int NEAR_VARIABLE = 2;

    private static final String MASK = "***";

    private final Map<String, String> values;
    private final Set<String> given;

    private Configuration(Map<String, String> values, Set<String> given) {
        this.values = Collections.unmodifiableMap(values);
        this.given = Collections.unmodifiableSet(given);
    }

    /** What became of reading a configuration. */
    public sealed interface Result {}

    /** All is well. */
    public record Usable(Configuration configuration) implements Result {}

    /** Something is wrong; every problem, in English, with what may help. */
    public record Faulty(List<String> problems) implements Result {
        public Faulty {
            problems = List.copyOf(problems);
        }
    }

    /** The defaults alone. */
    public static Configuration defaults() {
        return new Configuration(new LinkedHashMap<>(Reference.defaults()), new TreeSet<>());
    }

    /**
     * The reference with a file and the environment laid over it.
     *
     * @param file a properties file in UTF-8, or empty for none
     * @param environment variables of the process; those named {@code CEREBRO_<KEY>} count
     */
    public static Result read(Optional<Path> file, Map<String, String> environment) {
        List<String> problems = new ArrayList<>();
        Map<String, String> values = new LinkedHashMap<>(Reference.defaults());
        Set<String> given = new TreeSet<>();
        file.ifPresent(path -> fileInto(path, values, given, problems));
        environmentInto(environment, values, given, problems);
        values.forEach((key, value) -> ValueCheck.problem(key, value).ifPresent(problems::add));
        crossCheck(values, problems);
        return problems.isEmpty() ? new Usable(new Configuration(values, given)) : new Faulty(problems);
    }

    private static void environmentInto(
            Map<String, String> environment, Map<String, String> values, Set<String> given, List<String> problems) {
        Map<String, String> keyByVariable = new LinkedHashMap<>();
        Reference.defaults().keySet().forEach(key -> keyByVariable.put(variable(key), key));
        for (String variable : new TreeSet<>(environment.keySet())) {
            String key = keyByVariable.getOrDefault(variable, WebhookKeys.keyOf(variable));
            if (!key.isEmpty()) {
                values.put(key, environment.getOrDefault(variable, "").trim());
                given.add(key);
            } else if (variable.startsWith(ENVIRONMENT) && !OTHER_VARIABLES.contains(variable)) {
                keyByVariable.keySet().stream()
                        .filter(known -> EditDistance.atMost(variable, known, NEAR_VARIABLE) <= NEAR_VARIABLE)
                        .findFirst()
                        .ifPresent(known -> problems.add(
                                "unknown variable " + variable + " of the environment. Did you mean " + known + "?"));
            }
        }
    }

    private static String variable(String key) {
        return ENVIRONMENT + key.toUpperCase(Locale.ROOT).replace('.', '_');
    }

    private static void fileInto(Path file, Map<String, String> values, Set<String> given, List<String> problems) {
        Properties read = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            read.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            problems.add(file + " could not be read: " + e.getMessage()
                    + ". Maybe it is missing, or not a text file in UTF-8.");
            return;
        }
        for (String key : new TreeSet<>(read.stringPropertyNames())) {
            if (values.containsKey(key)
                    || WebhookKeys.isMember(key)
                    || SettingKey.cityOf(key).isPresent()) {
                values.put(key, read.getProperty(key).trim());
                given.add(key);
            } else {
                problems.add("unknown key '" + key + "' in " + file.getFileName() + suggestion(key));
            }
        }
    }

    private static String suggestion(String key) {
        String best = "";
        int distance = NEAR + 1;
        for (String known : Reference.defaults().keySet()) {
            int d = EditDistance.atMost(key, known, NEAR);
            if (d < distance) {
                distance = d;
                best = known;
            }
        }
        return best.isEmpty() ? ". Maybe 'cerebro config' shows the one you mean." : ". Did you mean '" + best + "'?";
    }

    private static void crossCheck(Map<String, String> values, List<String> problems) {
        for (String channel : List.of("webhook", "whatsapp")) {
            boolean used = values.entrySet().stream()
                    .anyMatch(e ->
                            e.getKey().startsWith("channel.") && e.getValue().equals(channel));
            String url = "channel." + channel + ".url";
            if (used && values.getOrDefault(url, "").isEmpty()) {
                problems.add(url + " is empty, and an action goes by " + channel + ". Maybe set the URL.");
            }
        }
        boolean mails = values.entrySet().stream()
                .anyMatch(e -> e.getKey().startsWith("channel.") && e.getValue().equals("email"));
        for (String key : List.of("channel.email.host", "channel.email.from")) {
            if (mails && values.getOrDefault(key, "").isEmpty()) {
                problems.add(key + " is empty, and an action goes by email. Maybe set it.");
            }
        }
        values.forEach((key, value) -> {
            if (key.endsWith(".secret_previous")
                    && !value.isEmpty()
                    && values.getOrDefault(key.replace("_previous", ""), "").isEmpty()) {
                problems.add(key + " is set, and " + key.replace("_previous", "")
                        + " is not. Maybe the new secret is missing.");
            }
        });
        if (!problems.isEmpty()) {
            return;
        }
        for (String day : List.of("weekday", "saturday")) {
            LocalTime from = LocalTime.parse(values.get("contact." + day + ".from"));
            LocalTime to = LocalTime.parse(values.get("contact." + day + ".to"));
            if (to.isBefore(from) || (day.equals("weekday") && to.equals(from))) {
                problems.add("contact." + day + ".from = " + from + " must be before contact." + day + ".to = " + to
                        + ". Maybe the hours were swapped.");
            }
        }
    }

    /** The value of a key of the reference file. */
    public String get(String key) {
        String value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException("no key '" + key + "' in the reference file");
        }
        return value;
    }

    /** The value of a key; {@code otherwise} if nobody told it or it is empty. */
    String getOr(String key, String otherwise) {
        String value = values.getOrDefault(key, "");
        return value.isEmpty() ? otherwise : value;
    }

    /** True if the file or the environment told it, whatever it told. */
    public boolean isGiven(String key) {
        return given.contains(key);
    }

    /** The merchant whose parcels an import holds. */
    public MerchantId merchant() {
        return new MerchantId(get("merchant.id"));
    }

    /** The settings on which decisions depend, by key. */
    public Map<String, String> decisionSettings() {
        Map<String, String> settings = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            if (SettingKey.find(key).isPresent()) {
                settings.put(key, value);
            }
        });
        return settings;
    }

    /** This configuration with slow thinking off: for those who have no key to it. */
    public Configuration withoutThinking() {
        Map<String, String> without = new LinkedHashMap<>(values);
        without.put(SettingKey.THINKING_MODE.key(), SettingKey.THINKING_MODE.standard());
        return new Configuration(without, given);
    }

    /** Every key with its value in the order of the reference file; secrets masked. For people. */
    public Map<String, String> shown() {
        Map<String, String> shown = new LinkedHashMap<>();
        values.forEach((key, value) -> shown.put(key, isSecret(key) && !value.isEmpty() ? MASK : value));
        return shown;
    }

    private static boolean isSecret(String key) {
        return SECRETS.stream().anyMatch(key::endsWith);
    }

    /** The reference file with its comments. */
    public static List<String> referenceLines() {
        return Reference.lines();
    }
}
