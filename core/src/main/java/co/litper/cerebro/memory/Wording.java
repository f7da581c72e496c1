package co.litper.cerebro.memory;

import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.SpanishNames;
import java.time.DayOfWeek;
import java.util.Locale;
import java.util.function.Function;

/**
 * Tells memories in Spanish, in the words that people ask with. The same episode gives the same text.
 *
 * @param cities the names of cities
 */
public record Wording(Function<CityCode, String> cities) {

    /** One episode in one sentence. */
    String of(Episode episode) {
        Scene scene = episode.scene();
        StringBuilder text =
                new StringBuilder(carrier(scene.carrier())).append(" a ").append(cities.apply(scene.city()));
        IssueReason issue = scene.issue();
        if (issue != null) {
            text.append(", novedad ").append(SpanishNames.of(issue));
        }
        text.append(", ").append(day(scene.day()));
        if (scene.afterHoliday()) {
            text.append(" después de festivo");
        }
        text.append(": ").append(action(scene.action())).append("; ").append(end(episode));
        return text.append('.').toString();
    }

    private static String end(Episode episode) {
        String end = episode.returned()
                ? "devuelto"
                : switch (episode.outcome()) {
                    case DELIVERY_SUCCESS, CUSTOMER_HAPPY, DELAY_PREVENTED -> "entregado";
                    case ISSUE_RESOLVED -> "novedad solucionada";
                    case DELAY_OCCURRED -> "entregado";
                    case ISSUE_UNRESOLVED -> "novedad sin solución";
                    case CUSTOMER_LOST -> "cliente perdido";
                    case UNKNOWN -> "sin noticia";
                };
        String days = Double.isNaN(episode.days()) ? "" : " en " + Math.round(episode.days()) + " días";
        String money = episode.cop() == 0 ? "" : (episode.cop() < 0 ? ", perdió $" : ", ganó $") + pesos(episode.cop());
        return end + (episode.late() ? " tarde" : "") + days + money;
    }

    private static String pesos(long cop) {
        return String.format(Locale.ROOT, "%,d", Math.abs(cop)).replace(',', '.');
    }

    String carrier(Carrier carrier) {
        String code = carrier.code();
        return code.charAt(0) + code.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    String city(CityCode city) {
        return cities.apply(city);
    }

    static String day(DayOfWeek day) {
        return switch (day) {
            case MONDAY -> "lunes";
            case TUESDAY -> "martes";
            case WEDNESDAY -> "miércoles";
            case THURSDAY -> "jueves";
            case FRIDAY -> "viernes";
            case SATURDAY -> "sábado";
            case SUNDAY -> "domingo";
        };
    }

    static String action(Action action) {
        return switch (action) {
            case NONE -> "no se hizo nada";
            case CHOOSE_CARRIER -> "se eligió transportadora";
            case NOTIFY_CUSTOMER -> "se avisó al cliente";
            case FLAG_FOR_MONITORING -> "quedó en observación";
            case ASK_ADDRESS -> "se pidió corregir la dirección";
            case ASK_TIME -> "se pidió día y hora";
            case ASK_CASH -> "se pidió tener el efectivo";
            case CALL_CUSTOMER -> "se llamó al cliente";
            case REDELIVER -> "se pidió volver a entregar";
            case HOLD_IN_OFFICE -> "se dejó en oficina";
            case RETURN_TO_SENDER -> "se pidió la devolución";
            case OPEN_CLAIM -> "se abrió reclamo";
            case ESCALATE -> "se pasó a una persona";
        };
    }
}
