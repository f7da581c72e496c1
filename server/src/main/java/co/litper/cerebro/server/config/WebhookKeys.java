package co.litper.cerebro.server.config;

import co.litper.cerebro.server.webhook.Mapping;
import co.litper.cerebro.server.webhook.Mappings;
import co.litper.cerebro.server.webhook.WebhookSource;
import co.litper.cerebro.vocabulary.MerchantId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The keys of webhook sources: {@code webhook.NAME.secret} and its like. Names are the user's own, so that these keys are a
 * family and not a list.
 */
public final class WebhookKeys {
    private static final Set<String> PROPERTIES = Set.of("secret", "secret_previous", "merchant", "mapping");
    private static final Pattern KEY = Pattern.compile("webhook\\.([a-z][a-z0-9]{0,30})\\.([a-z_]+)");

    private WebhookKeys() {}

    /** What became of the sources. */
    public sealed interface Result {}

    /** Those that have a secret; none if nobody may send. */
    public record Usable(List<WebhookSource> sources) implements Result {
        public Usable {
            sources = List.copyOf(sources);
        }
    }

    /** Something is wrong with them or with a mapping file; every problem. */
    public record Faulty(List<String> problems) implements Result {
        public Faulty {
            problems = List.copyOf(problems);
        }
    }

    /** True if a source may have this key. */
    static boolean isMember(String key) {
        Matcher matcher = KEY.matcher(key);
        return matcher.matches() && PROPERTIES.contains(matcher.group(2));
    }

    /** The key that a variable of the environment names, such as {@code CEREBRO_WEBHOOK_TIENDA_SECRET}; else empty. */
    static String keyOf(String variable) {
        if (!variable.startsWith("CEREBRO_WEBHOOK_")) {
            return "";
        }
        String rest = variable.substring("CEREBRO_WEBHOOK_".length()).toLowerCase(Locale.ROOT);
        int cut = rest.indexOf('_');
        String key = cut < 1 ? "" : "webhook." + rest.substring(0, cut) + "." + rest.substring(cut + 1);
        return isMember(key) ? key : "";
    }

    /**
     * The sources that may send, each with its mapping. Reads the mapping files, and so reports what is wrong with them, if
     * there is a source.
     *
     * @param folder the data folder
     */
    public static Result sources(Configuration c, Path folder) {
        Set<String> names = new TreeSet<>();
        for (String key : c.shown().keySet()) {
            Matcher matcher = KEY.matcher(key);
            if (matcher.matches()
                    && matcher.group(2).equals("secret")
                    && !c.get(key).isEmpty()) {
                names.add(matcher.group(1));
            }
        }
        if (names.isEmpty()) {
            return new Usable(List.of());
        }
        return switch (Mappings.read(folder.resolve(c.get("webhook.mappings")))) {
            case Mappings.Faulty(List<String> problems) -> new Faulty(problems);
            case Mappings.Usable(Map<String, Mapping> byName) -> sources(c, names, byName);
        };
    }

    private static Result sources(Configuration c, Set<String> names, Map<String, Mapping> byName) {
        List<String> problems = new ArrayList<>();
        Map<String, WebhookSource> sources = new LinkedHashMap<>();
        for (String name : names) {
            String wanted = c.getOr("webhook." + name + ".mapping", name);
            Mapping mapping = byName.get(wanted);
            if (mapping == null) {
                problems.add("webhook." + name + ".mapping: there is no mapping '" + wanted + "'. Maybe one of "
                        + String.join(", ", byName.keySet()) + ", or a file " + c.get("webhook.mappings") + "/" + wanted
                        + ".json in the data folder.");
                continue;
            }
            List<String> secrets = Stream.of("secret", "secret_previous")
                    .map(property -> c.getOr("webhook." + name + "." + property, ""))
                    .filter(secret -> !secret.isEmpty())
                    .toList();
            MerchantId merchant = new MerchantId(
                    c.getOr("webhook." + name + ".merchant", c.merchant().value()));
            sources.put(name, new WebhookSource(name, merchant, secrets, mapping));
        }
        return problems.isEmpty() ? new Usable(List.copyOf(sources.values())) : new Faulty(problems);
    }
}
