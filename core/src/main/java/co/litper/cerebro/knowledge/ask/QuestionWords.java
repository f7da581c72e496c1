package co.litper.cerebro.knowledge.ask;

import co.litper.cerebro.vocabulary.IssueReason;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The words by which questions are told apart, folded: Spanish as it is spoken in Colombia, and English. */
final class QuestionWords {
    /** Phrases in the order in which they are tried; the first that stands in the question decides. */
    private static final List<Map.Entry<QuestionKind, List<String>>> KINDS = List.of(
            Map.entry(
                    QuestionKind.WHAT_IF,
                    List.of("QUE PASARIA SI", "QUE PASA SI", "Y SI ", "SI MANDO", "SI ENVIO", "SI CAMBIO", "WHAT IF")),
            Map.entry(
                    QuestionKind.WHAT_CHANGED,
                    List.of(
                            "QUE CAMBIO",
                            "QUE HA CAMBIADO",
                            "CAMBIOS HUBO",
                            "QUE ES DISTINTO",
                            "WHAT CHANGED",
                            "WHAT HAS CHANGED")),
            Map.entry(
                    QuestionKind.WHAT_WORKED,
                    List.of(
                            "QUE FUNCIONO",
                            "QUE FUNCIONA",
                            "QUE HA FUNCIONADO",
                            "COMO SE SOLUCION",
                            "COMO SOLUCION",
                            "COMO SE RESUELV",
                            "QUE HACER CON",
                            "MEJOR SOLUCION",
                            "WHAT WORKED",
                            "WHAT WORKS")),
            Map.entry(
                    QuestionKind.WHY,
                    List.of("POR QUE", "PORQUE", "A QUE SE DEBE", "CAUSA", "MOTIVO", "RAZON DE", "WHY")),
            Map.entry(
                    QuestionKind.WHICH_CARRIER,
                    List.of(
                            "CON QUE TRANSPORTADORA",
                            "QUE TRANSPORTADORA ME CONVIENE",
                            "CUAL TRANSPORTADORA CONVIENE",
                            "QUE TRANSPORTADORA CONVIENE",
                            "QUE TRANSPORTADORA USO",
                            "QUE TRANSPORTADORA RECOMIENDAS",
                            "MEJOR TRANSPORTADORA",
                            "CON QUIEN ENVIO",
                            "CON QUIEN MANDO",
                            "POR CUAL TRANSPORTADORA",
                            "WHICH CARRIER",
                            "BEST CARRIER")),
            Map.entry(
                    QuestionKind.FORECAST,
                    List.of(
                            "PRONOSTICO",
                            "SE ESPERA",
                            "ESPERAMOS",
                            "ESPERAR",
                            "PROXIMA SEMANA",
                            "SEMANA QUE VIENE",
                            "VAN A LLEGAR",
                            "VA A HABER",
                            "HABRA",
                            "FORECAST",
                            "NEXT WEEK",
                            "EXPECT")),
            Map.entry(
                    QuestionKind.UNUSUAL,
                    List.of(
                            "ES NORMAL",
                            "ES RARO",
                            "ES INUSUAL",
                            "ES ANORMAL",
                            "ALGO RARO",
                            "FUERA DE LO NORMAL",
                            "ATIPIC",
                            "UNUSUAL",
                            "NORMAL THAT")),
            Map.entry(
                    QuestionKind.TREND,
                    List.of(
                            "TENDENCIA",
                            "COMO VAN",
                            "COMO VA ",
                            "HA MEJORADO",
                            "HAN MEJORADO",
                            "HA EMPEORADO",
                            "HAN EMPEORADO",
                            "ESTAN SUBIENDO",
                            "ESTAN BAJANDO",
                            "EVOLUCION",
                            "ESTA MEJORANDO",
                            "ESTA EMPEORANDO",
                            "TREND")),
            Map.entry(QuestionKind.SIMILAR, List.of("PARECID", "SIMILAR", "COMO LA GUIA", "ALIKE")),
            Map.entry(
                    QuestionKind.COMPARE,
                    List.of(
                            "COMPAR",
                            " VERSUS ",
                            " VS ",
                            "DIFERENCIA ENTRE",
                            "MEJOR QUE",
                            "PEOR QUE",
                            "O CON ",
                            "COMPARE")),
            Map.entry(
                    QuestionKind.HOW_MANY,
                    List.of("CUANT", "QUE PORCENTAJE", "QUE PROPORCION", "HOW MANY", "HOW MUCH", "WHAT SHARE")),
            Map.entry(
                    QuestionKind.WHERE,
                    List.of("DONDE", "EN QUE CIUDAD", "EN QUE DEPARTAMENTO", "EN CUALES CIUDADES", "WHERE")),
            Map.entry(QuestionKind.WHEN, List.of("CUANDO", "QUE DIA", "EN QUE DIA", "QUE DIAS", "WHEN", "WHICH DAY")),
            Map.entry(QuestionKind.WHO, List.of("QUIEN", "QUIENES", "WHO")),
            Map.entry(
                    QuestionKind.EXTREME,
                    List.of(
                            "PEOR",
                            "MEJOR",
                            "MAS ALT",
                            "MAS BAJ",
                            "TOP ",
                            "RANKING",
                            "CON MAS",
                            "CON MENOS",
                            "QUE MAS",
                            "QUE MENOS",
                            "WORST",
                            "BEST")));

    private static final List<Map.Entry<Measure, List<String>>> MEASURES = List.of(
            Map.entry(Measure.RETURNED, List.of("DEVOLUCION", "DEVUEL", "DEVUELT", "RETORN", "SE DEVUELVE", "RETURN")),
            Map.entry(
                    Measure.DAYS,
                    List.of(
                            "CUANTOS DIAS",
                            "DIAS SE DEMORA",
                            "DIAS TARDA",
                            "DIAS DEMORA",
                            "TIEMPO DE ENTREGA",
                            "TIEMPOS DE ENTREGA",
                            "MAS RAPID",
                            "RAPIDEZ",
                            "DELIVERY TIME",
                            "HOW LONG",
                            "FASTER")),
            Map.entry(
                    Measure.LATE,
                    List.of("RETRAS", "TARDE", "TARD", "DEMOR", "ATRAS", "LENT", "INCUMPL", "LATE", "DELAY", "SLOW")),
            Map.entry(Measure.ISSUE, List.of("NOVEDAD", "PROBLEMA", "ISSUE")));

    private static final List<Map.Entry<Factor, List<String>>> ASKED = List.of(
            Map.entry(Factor.CARRIER, List.of("TRANSPORTADORA", "CARRIER", "MENSAJERIA")),
            Map.entry(Factor.CITY, List.of("CIUDAD", "MUNICIPIO", "CITY", "CITIES")),
            Map.entry(Factor.DEPARTMENT, List.of("DEPARTAMENTO", "REGION")),
            Map.entry(Factor.PRODUCT, List.of("PRODUCTO", "CATEGORIA", "PRODUCT", "CATEGORY")),
            Map.entry(Factor.WEEKDAY, List.of("QUE DIA", "DIA DE LA SEMANA", "DIAS DE LA SEMANA", "WEEKDAY")),
            Map.entry(Factor.SHOP, List.of("TIENDA", "SHOP")),
            Map.entry(Factor.ISSUE, List.of("QUE NOVEDAD", "CUAL NOVEDAD", "TIPO DE NOVEDAD")));

    private static final Map<IssueReason, List<String>> REASONS = Map.of(
            IssueReason.BAD_ADDRESS,
                    List.of(
                            "DIRECCION ERRADA",
                            "DIRECCION INCORRECTA",
                            "DIRECCION MALA",
                            "MALA DIRECCION",
                            "BAD ADDRESS",
                            "DIRECCION"),
            IssueReason.RECIPIENT_UNAVAILABLE, List.of("AUSENTE", "NO HABIA QUIEN RECIBA", "NADIE RECIBE", "CERRADO"),
            IssueReason.REJECTED, List.of("RECHAZ", "REHUSAD", "REFUSED"),
            IssueReason.BAD_PHONE, List.of("TELEFONO", "NO CONTESTA", "BAD PHONE"),
            IssueReason.COD_ISSUE, List.of("SIN DINERO", "NO TIENE DINERO", "SIN PLATA", "NO CASH"),
            IssueReason.DAMAGED, List.of("AVERIA", "DANAD"),
            IssueReason.LOST, List.of("SINIESTRO", "PERDID", "EXTRAVIAD"),
            IssueReason.REMOTE_AREA, List.of("DIFICIL ACCESO", "ZONA RURAL"),
            IssueReason.SECURITY, List.of("ORDEN PUBLICO", "ZONA INSEGURA"),
            IssueReason.WEATHER, List.of("CLIMA", "LLUVIA", "DERRUMBE"));

    private static final List<List<String>> WEEKDAYS = List.of(
            List.of("LUNES", "MONDAY", "MONDAYS"),
            List.of("MARTES", "TUESDAY", "TUESDAYS"),
            List.of("MIERCOLES", "WEDNESDAY", "WEDNESDAYS"),
            List.of("JUEVES", "THURSDAY", "THURSDAYS"),
            List.of("VIERNES", "FRIDAY", "FRIDAYS"),
            List.of("SABADO", "SABADOS", "SATURDAY", "SATURDAYS"),
            List.of("DOMINGO", "DOMINGOS", "SUNDAY", "SUNDAYS"));

    /** What people ask for that no shipment tells. */
    private static final List<String> OUTSIDE = List.of(
            "DOLAR",
            "BOLSA",
            "FUTBOL",
            "PARTIDO",
            "PRESIDENTE",
            "RECETA",
            "CHISTE",
            "CAPITAL DE",
            "COMPETENCIA",
            "CLIMA MANANA",
            "PELICULA");

    /** What would name a person. */
    private static final List<String> PERSONAL = List.of(
            "NOMBRE DEL CLIENTE",
            "TELEFONO DEL CLIENTE",
            "DIRECCION DEL CLIENTE",
            "QUE CLIENTE",
            "QUE CLIENTES",
            "CUAL CLIENTE",
            "CUALES CLIENTES",
            "CEDULA",
            "MENSAJERO SE LLAMA");

    private static final List<String> BEST = List.of("MEJOR", "MENOS", "MAS BAJ", "MAS RAPID", "BEST", "FEWEST");

    private QuestionWords() {}

    /** @param text folded, a space at either end */
    static Optional<QuestionKind> kind(String text) {
        return first(KINDS, text);
    }

    static Optional<Measure> measure(String text) {
        return first(MEASURES, text);
    }

    static @Nullable Factor asked(String text) {
        return first(ASKED, text).orElse(null);
    }

    static Optional<IssueReason> reason(String text) {
        return Arrays.stream(IssueReason.values())
                .filter(reason -> holds(REASONS.getOrDefault(reason, List.of()), text))
                .findFirst();
    }

    static List<String> weekdays(String text) {
        return IntStream.range(0, WEEKDAYS.size())
                .filter(i -> WEEKDAYS.get(i).stream().anyMatch(day -> text.contains(" " + day + " ")))
                .mapToObj(i -> Integer.toString(i + 1))
                .toList();
    }

    static boolean isOutside(String text) {
        return holds(OUTSIDE, text);
    }

    static boolean isPersonal(String text) {
        return holds(PERSONAL, text);
    }

    static boolean wantsBest(String text) {
        return holds(BEST, text);
    }

    private static <T> Optional<T> first(List<Map.Entry<T, List<String>>> table, String text) {
        return table.stream()
                .filter(entry -> holds(entry.getValue(), text))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** A phrase stands at the beginning of a word, its end may go on: RETRAS is in RETRASADOS. */
    private static boolean holds(List<String> phrases, String text) {
        return phrases.stream().anyMatch(p -> text.contains(p.startsWith(" ") ? p : " " + p));
    }
}
