package co.litper.cerebro.adapters.table;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Folds column headings, so that case, accents, spaces, underscores, articles and abbreviations do not matter. */
final class Heading {
    /** Words without weight: "número de guía" is "numero_guia". */
    private static final Set<String> FILLERS = Set.of("de", "del", "la", "el", "los", "las", "en", "al", "y", "cop");

    private static final Map<String, String> ABBREVIATIONS = Map.ofEntries(
            Map.entry("n", "numero"),
            Map.entry("no", "numero"),
            Map.entry("nro", "numero"),
            Map.entry("num", "numero"),
            Map.entry("tel", "telefono"),
            Map.entry("cel", "celular"),
            Map.entry("depto", "departamento"),
            Map.entry("dpto", "departamento"),
            Map.entry("dir", "direccion"),
            Map.entry("ult", "ultimo"),
            Map.entry("mov", "movimiento"),
            Map.entry("categorias", "categoria"),
            Map.entry("notas", "nota"),
            Map.entry("dias", "dia"),
            Map.entry("productos", "producto"),
            Map.entry("precios", "precio"));

    private Heading() {}

    /** The folded heading: words of lower-case letters and digits, run together. */
    static String fold(String heading) {
        String plain = Normalizer.normalize(heading, Normalizer.Form.NFKD);
        StringBuilder folded = new StringBuilder(plain.length());
        StringBuilder word = new StringBuilder();
        for (int i = 0; i <= plain.length(); i++) {
            char c = i < plain.length() ? plain.charAt(i) : ' ';
            if (Character.isLetterOrDigit(c)) {
                word.append(c);
            } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
                String lower = word.toString().toLowerCase(Locale.ROOT);
                if (!FILLERS.contains(lower)) {
                    folded.append(ABBREVIATIONS.getOrDefault(lower, lower));
                }
                word.setLength(0);
            }
        }
        return folded.toString();
    }
}
