package co.litper.cerebro.logistics;

import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a shipment's status as carriers and platforms write it.
 *
 * <p>Case, accents, punctuation, gender and number do not count. A whole text is looked up in the carrier's own words,
 * then the platforms', then the ends that all carriers share, then the words on whose meaning the carriers that use
 * them agree. What is not found whole is read by {@link StatusRules}, which rather answers {@code Unknown} than guess:
 * an end wrongly told closes a parcel that could be rescued. Pure and thread-safe; a text seen before costs one hash
 * lookup, a new one time linear in its words.
 */
public final class StatusDictionary {
    /** Distinct pairs of carrier and text remembered; feeds hold some hundred. */
    private static final int CACHE = 8_192;
    /** Longer texts are free text, seldom seen twice, and not remembered. */
    private static final int LONGEST_CACHED = 120;
    /** Words that one carrier uses alone, too vague to read the same way for another. */
    private static final Set<String> VAGUE =
            Set.of("RECIBIDO", "RECEPCION", "INGRESADO", "ASIGNADO", "DISPONIBLE", "RUTA", "EN PUNTO", "LLEGADO");
    /** Words that may stand before a status without changing it. */
    private static final Set<String> SUBJECTS = Set.of(
            "SU",
            "TU",
            "EL",
            "LA",
            "ENVIO",
            "PAQUETE",
            "PEDIDO",
            "GUIA",
            "ORDEN",
            "MERCANCIA",
            "PRODUCTO",
            "ESTADO",
            "ESTADOACTUAL",
            "ESTATUS",
            "STATUS",
            "SE",
            "ENCUENTRA",
            "ESTA",
            "FUE",
            "HA",
            "SIDO",
            "YA",
            "CODE",
            "CODIGO",
            "IDPROCESO",
            "IDESTADOGUIA",
            "DROPI");

    private record Key(Carrier carrier, String raw) {}

    private static final Map<Carrier, Phrases<StatusMeaning>> CARRIERS = carriers();
    private static final Phrases<StatusMeaning> SHARED = shared();
    private static final StatusRules RULES = new StatusRules(CARRIERS, SHARED);
    private static final BoundedCache<Key, StatusMeaning> SEEN = new BoundedCache<>(CACHE);

    private StatusDictionary() {}

    /**
     * What {@code raw} says when {@code carrier} writes it; for a carrier that is not known, only what is meant by all.
     */
    public static StatusMeaning read(Carrier carrier, String raw) {
        Carrier speaker = CARRIERS.containsKey(carrier) ? carrier : Carrier.UNKNOWN;
        Key key = new Key(speaker, raw);
        return raw.length() > LONGEST_CACHED ? resolve(key) : SEEN.get(key, StatusDictionary::resolve);
    }

    private static StatusMeaning resolve(Key key) {
        String[] words = Phrases.words(Phrases.form(key.raw));
        for (int from = 0; from < words.length; from++) {
            StatusMeaning meaning = whole(key.carrier, words, from);
            if (meaning != null) {
                return meaning;
            }
            if (!isSubject(words[from])) {
                return RULES.read(key.carrier, words, from, Folding.fold(key.raw));
            }
        }
        return new StatusMeaning.Unknown(Folding.fold(key.raw));
    }

    private static @Nullable StatusMeaning whole(Carrier carrier, String[] words, int from) {
        String text = String.join(" ", Arrays.asList(words).subList(from, words.length));
        Phrases<StatusMeaning> own = CARRIERS.get(carrier);
        StatusMeaning meaning = own == null ? null : own.whole(text);
        return meaning == null ? SHARED.whole(text) : meaning;
    }

    private static boolean isSubject(String word) {
        return SUBJECTS.contains(word) || Character.isDigit(word.charAt(0));
    }

    private static Map<Carrier, Phrases<StatusMeaning>> carriers() {
        Map<Carrier, Phrases<StatusMeaning>> all = new HashMap<>();
        StatusTable.carriers().forEach((carrier, table) -> all.put(carrier, Phrases.of(meanings(table))));
        return all;
    }

    /** Platforms and ends, then what carriers agree on where those are silent. */
    private static Phrases<StatusMeaning> shared() {
        Map<String, StatusMeaning> shared = new LinkedHashMap<>();
        agreed().forEach((phrase, state) -> shared.put(phrase, new StatusMeaning.Moved(state)));
        inForm(StatusTable.platform(), shared);
        inForm(StatusTable.ends(), shared);
        return Phrases.of(shared);
    }

    private static void inForm(Map<String, StatusMeaning> table, Map<String, StatusMeaning> target) {
        table.forEach((phrase, meaning) -> target.put(Phrases.form(phrase), meaning));
    }

    private static Map<String, ShipmentState> agreed() {
        Map<String, ShipmentState> agreed = new LinkedHashMap<>();
        Set<String> disputed = new HashSet<>(VAGUE);
        for (Map<String, ShipmentState> table : StatusTable.carriers().values()) {
            table.forEach((phrase, state) -> {
                ShipmentState other = agreed.put(Phrases.form(phrase), state);
                if (other != null && other != state) {
                    disputed.add(Phrases.form(phrase));
                }
            });
        }
        agreed.keySet().removeAll(disputed);
        return agreed;
    }

    private static Map<String, StatusMeaning> meanings(Map<String, ShipmentState> table) {
        Map<String, StatusMeaning> meanings = new LinkedHashMap<>();
        table.forEach((phrase, state) -> meanings.put(phrase, new StatusMeaning.Moved(state)));
        return meanings;
    }
}
