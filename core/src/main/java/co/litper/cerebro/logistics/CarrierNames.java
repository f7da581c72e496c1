package co.litper.cerebro.logistics;

import co.litper.cerebro.vocabulary.Carrier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the name of a carrier as platforms and people write it: {@code "Inter Rapidísimo S.A."}, {@code "Envia
 * Colvanes"}, {@code "99 minutos"}.
 *
 * <p>Legal forms and words such as TRANSPORTES do not count, nor do spaces; one letter may be wrong in a name of eight
 * or more. A carrier that is not known keeps its folded name, underscores for spaces. Pure and thread-safe; a name seen
 * before costs one hash lookup.
 */
public final class CarrierNames {
    private static final int MAX_CODE = 40;
    /** Distinct spellings remembered; exports hold a few dozen. */
    private static final int CACHE = 1_024;
    /** From this length on one wrong letter cannot make one carrier of another. */
    private static final int SHORTEST_WITH_TYPO = 8;

    /** From this length on a name also counts when other words follow it: DOMINA ENTREGAS, but not ENVIA TODO. */
    private static final int SHORTEST_AS_BEGINNING = 6;

    private static final Set<String> LEGAL_FORMS = Set.of("S", "A", "SA", "SAS", "LTDA", "CIA", "E", "U", "BIC");
    private static final Set<String> NOISE = Set.of(
            "TRANSPORTADORA", "TRANSPORTES", "TRANSPORTE", "GRUPO", "MENSAJERIA", "COURIER", "LOGISTICA", "COLOMBIA");

    private static final Map<String, Carrier> KNOWN = known();
    private static final BoundedCache<String, Carrier> SEEN = new BoundedCache<>(CACHE);

    private CarrierNames() {}

    /** The carrier that {@code raw} names; {@link Carrier#UNKNOWN} if it names none. */
    public static Carrier read(String raw) {
        return raw.length() > Folding.MAX_CHARACTERS ? resolve(raw) : SEEN.get(raw, CarrierNames::resolve);
    }

    private static Carrier resolve(String raw) {
        String folded = Folding.fold(raw);
        if (folded.isEmpty()) {
            return Carrier.UNKNOWN;
        }
        List<String> words = new ArrayList<>(List.of(Phrases.words(folded)));
        while (words.size() > 1 && LEGAL_FORMS.contains(words.getLast())) {
            words.removeLast();
        }
        String name = String.join(" ", words);
        Carrier carrier = lookUp(words);
        if (carrier == null) {
            words.removeIf(NOISE::contains);
            carrier = lookUp(words);
        }
        if (carrier == null) {
            carrier = mistyped(String.join("", words));
        }
        return carrier == null ? unknown(name) : carrier;
    }

    /** The whole name, or the longest beginning of it that is a name. */
    private static @Nullable Carrier lookUp(List<String> words) {
        for (int count = words.size(); count > 0; count--) {
            String joined = String.join("", words.subList(0, count));
            if (count == words.size() || joined.length() >= SHORTEST_AS_BEGINNING) {
                Carrier carrier = KNOWN.get(joined);
                if (carrier != null) {
                    return carrier;
                }
            }
        }
        return null;
    }

    private static @Nullable Carrier mistyped(String joined) {
        if (joined.length() < SHORTEST_WITH_TYPO) {
            return null;
        }
        for (Map.Entry<String, Carrier> entry : KNOWN.entrySet()) {
            String name = entry.getKey();
            if (name.length() >= SHORTEST_WITH_TYPO && EditDistance.atMost(name, joined, 1) <= 1) {
                return entry.getValue();
            }
        }
        return null;
    }

    private static Carrier unknown(String folded) {
        String code = folded.replace(' ', '_');
        return new Carrier(code.length() > MAX_CODE ? code.substring(0, MAX_CODE) : code);
    }

    private static Map<String, Carrier> known() {
        Map<String, Carrier> known = new LinkedHashMap<>();
        name(known, Carrier.COORDINADORA, "COORDINADORA", "COORDINADORAMERCANTIL");
        name(known, Carrier.INTERRAPIDISIMO, "INTERRAPIDISIMO", "INTERRAPIDISMO", "INTER", "INTERRAPI");
        name(known, Carrier.ENVIA, "ENVIA", "ENVIACOLVANES", "COLVANES");
        name(known, Carrier.TCC, "TCC");
        name(known, Carrier.SERVIENTREGA, "SERVIENTREGA");
        name(known, Carrier.VELOCES, "VELOCES", "VELOCESENVIOS", "ENVIOSVELOCES");
        name(known, Carrier.DOMINA, "DOMINA", "DOMINAENTREGATOTAL", "ENTREGATOTAL");
        name(known, Carrier.NOVENTA_Y_NUEVE_MINUTOS, "99MINUTOS", "99MIN", "NOVENTAYNUEVEMINUTOS");
        name(known, Carrier.DEPRISA, "DEPRISA", "AVIANCADEPRISA", "AVIANCACARGODEPRISA");
        return known;
    }

    private static void name(Map<String, Carrier> known, Carrier carrier, String... names) {
        for (String name : names) {
            known.put(name, carrier);
        }
    }
}
