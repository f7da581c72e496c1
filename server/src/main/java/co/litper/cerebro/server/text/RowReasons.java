package co.litper.cerebro.server.text;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Why rows of files were refused, in a reader's language. Readers of files write their reasons in English; what is none of them stays as
 * it is. Stateless and thread-safe.
 */
public final class RowReasons {
    private static final String PARTING = "; ";
    private static final Map<Pattern, String> SPANISH = spanish();

    private RowReasons() {}

    private static Map<Pattern, String> spanish() {
        Map<Pattern, String> all = new LinkedHashMap<>();
        put(
                all,
                "the row has neither a guide number nor an order id",
                "la fila no tiene número de guía ni id de orden");
        put(all, "the status is empty", "el estatus está vacío");
        put(all, "the carrier is empty", "la transportadora está vacía");
        put(
                all,
                "the row names no city, DANE code or department",
                "la fila no dice ciudad, código DANE ni departamento");
        put(all, "the DANE code has not five digits", "el código DANE no tiene cinco dígitos");
        put(
                all,
                "(.+) is ('.*'), a day or hour that does not exist\\. Maybe month and day are swapped",
                "$1 es $2, un día o una hora que no existe. Tal vez el mes y el día están cambiados");
        put(all, "(.+) is ('.*'), which is not a date", "$1 es $2, que no es una fecha");
        put(all, "(.+) is ('.*'), more than 24 hours ahead of now", "$1 es $2, más de 24 horas en el futuro");
        put(all, "(.+) is ('.*'), before the year (\\d+)", "$1 es $2, antes del año $3");
        put(all, "(.+) is ('.*'), which is not an amount", "$1 es $2, que no es un valor en pesos");
        put(all, "(.+) is negative: ('.*')", "$1 es negativo: $2");
        put(all, "(.+) is above (\\d+) pesos", "$1 pasa de $2 pesos");
        put(all, "(.+) is (\\d+), at most (\\d+)", "$1 es $2, a lo sumo puede ser $3");
        put(all, "(.+) is ('.*'), neither sí nor no", "$1 es $2, que no es ni sí ni no");
        put(all, "(.+) has (\\d+) characters, at most (\\d+)", "$1 tiene $2 caracteres, a lo sumo caben $3");
        put(all, "(.+) is a number that is not whole and positive", "$1 es un número que no es entero y positivo");
        put(
                all,
                "(.+) is a number of (\\d+) digits, of which Excel keeps (\\d+)\\. Maybe format the column as text and export again",
                "$1 es un número de $2 dígitos, de los que Excel guarda $3. Dé a la columna formato de texto y exporte otra vez");
        put(all, "(.+) is not a number that can be read", "$1 no es un número que se pueda leer");
        put(
                all,
                "(.+) was turned into (.+) by a spreadsheet, which lost its last (\\d+) digits\\. Maybe format the column as text and export again",
                "$1 quedó en $2 por una hoja de cálculo, que perdió los últimos $3 dígitos. Dé a la columna formato de texto y exporte otra vez");
        put(all, "(.+) is longer than a cell may be", "$1 es más largo de lo que cabe en una celda");
        put(
                all,
                "(.+) has letters that were destroyed\\. Maybe export again as UTF-8",
                "$1 tiene letras dañadas. Tal vez hay que exportar otra vez en UTF-8");
        put(
                all,
                "the row has (\\d+) cells, the header (\\d+)\\. Maybe a text contains the delimiter and is not quoted",
                "la fila tiene $1 celdas y el encabezado $2. Tal vez un texto contiene el separador y no está entre comillas");
        put(
                all,
                "the row spans (\\d+) lines and has (\\d+) cells, not (\\d+)\\. Maybe a quote is not closed",
                "la fila ocupa $1 líneas y tiene $2 celdas, no $3. Tal vez falta cerrar unas comillas");
        return all;
    }

    private static void put(Map<Pattern, String> all, String english, String spanish) {
        all.put(Pattern.compile(english), spanish);
    }

    /** The reasons of a row, parted by semicolons. */
    public static String say(String reasons, Language language) {
        return switch (language) {
            case EN -> reasons;
            case ES ->
                parts(reasons).map(reason -> inSpanish(reason).orElse(reason)).collect(Collectors.joining(PARTING));
        };
    }

    /** True if every one of the reasons is told in the language. */
    public static boolean isTold(String reasons, Language language) {
        return switch (language) {
            case EN -> true;
            case ES -> parts(reasons).allMatch(reason -> inSpanish(reason).isPresent());
        };
    }

    private static Stream<String> parts(String reasons) {
        return Arrays.stream(reasons.split(PARTING, -1));
    }

    private static Optional<String> inSpanish(String reason) {
        return SPANISH.entrySet().stream()
                .map(each -> Map.entry(each.getKey().matcher(reason), each.getValue()))
                .filter(each -> each.getKey().matches())
                .map(each -> each.getKey().replaceFirst(each.getValue()))
                .findFirst();
    }
}
