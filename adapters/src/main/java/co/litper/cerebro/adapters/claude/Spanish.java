package co.litper.cerebro.adapters.claude;

import co.litper.cerebro.decision.Evidence;
import co.litper.cerebro.decision.Patience;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.Outcome;
import co.litper.cerebro.vocabulary.Reply;
import java.util.Locale;

/** How values of closed vocabularies are called in Spanish to the reasoner. Stateless. */
final class Spanish {
    private Spanish() {}

    static String action(Action action) {
        return switch (action) {
            case NONE -> "esperar";
            case CHOOSE_CARRIER -> "elegir transportadora";
            case NOTIFY_CUSTOMER -> "avisar al cliente";
            case FLAG_FOR_MONITORING -> "dejar en observación";
            case ASK_ADDRESS -> "pedir al cliente que corrija la dirección";
            case ASK_TIME -> "pedir al cliente día y hora";
            case ASK_CASH -> "pedir al cliente que tenga el efectivo";
            case CALL_CUSTOMER -> "llamar al cliente";
            case REDELIVER -> "pedir a la transportadora que vuelva a entregar";
            case HOLD_IN_OFFICE -> "dejar en la oficina de la transportadora";
            case RETURN_TO_SENDER -> "pedir la devolución";
            case OPEN_CLAIM -> "abrir reclamo a la transportadora";
            case ESCALATE -> "pasar a una persona del equipo";
        };
    }

    static String reply(Reply reply) {
        return switch (reply) {
            case NONE -> "ninguna";
            case HELPFUL -> "ayuda a entregar";
            case REFUSED -> "no quiere el pedido";
        };
    }

    static String outcome(Outcome outcome) {
        return switch (outcome) {
            case DELIVERY_SUCCESS, DELAY_OCCURRED, DELAY_PREVENTED, CUSTOMER_HAPPY -> "entregado";
            case ISSUE_RESOLVED -> "novedad solucionada";
            case ISSUE_UNRESOLVED -> "devuelto";
            case CUSTOMER_LOST -> "cancelado";
            case UNKNOWN -> "sin noticia";
        };
    }

    static String patience(Patience patience) {
        return switch (patience) {
            case MUCH -> "más de la mitad";
            case SOME -> "menos de la mitad";
            case NONE -> "menos de seis horas";
        };
    }

    static String source(Evidence.Kind kind) {
        return switch (kind) {
            case FEATURES -> "caracteristicas";
            case MEMORY -> "memoria";
            case GRAPH -> "grafo";
            case CASES -> "casos";
        };
    }

    static String pesos(long cop) {
        return "$" + String.format(Locale.ROOT, "%,d", cop).replace(',', '.');
    }

    static String percent(double share) {
        return Math.round(100 * share) + " %";
    }

    static String yes(boolean value) {
        return value ? "sí" : "no";
    }
}
