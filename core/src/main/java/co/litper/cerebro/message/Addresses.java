package co.litper.cerebro.message;

import java.util.regex.Pattern;

/** Tells whether an address of Colombia, or a part that completes one, is in a message. Pure. */
final class Addresses {
    private static final Pattern STREET = Pattern.compile(
            "\\b(?:calle|cll?|carrera|cra|kra|kr|cr|avenida|av|ak|ac|transversal|tv|trans|diagonal|dg|diag|autopista|circular)"
                    + " (?:[a-z]+ )?#? ?\\d+");
    private static final Pattern PART = Pattern.compile(
            "\\b(?:apto|apartamento|torre|bloque|interior|manzana|mz|casa|local|piso|conjunto|vereda|finca|barrio)"
                    + " (?:[a-z]+ ){0,3}?(?:\\d+|[a-z]\\b|[a-z]{3,})");

    private Addresses() {}

    /** True if there is one. */
    static boolean isIn(String text) {
        String plain = Words.plain(text);
        return STREET.matcher(plain).find() || PART.matcher(plain).find();
    }
}
