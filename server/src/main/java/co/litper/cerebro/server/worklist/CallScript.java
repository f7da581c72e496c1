package co.litper.cerebro.server.worklist;

import co.litper.cerebro.logistics.ParcelState;
import co.litper.cerebro.server.text.Figures;
import co.litper.cerebro.server.text.Language;
import co.litper.cerebro.server.text.Texts;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.IssueReason;
import java.util.Optional;

/**
 * What to say on the phone, in the customers' language: greeting, what the carrier reports, one question, thanks. Says
 * nothing that the parcel does not tell.
 */
final class CallScript {
    private static final Texts SPANISH = new Texts(Language.ES);

    private CallScript() {}

    static String of(ParcelState parcel, Contact contact, String city, IssueReason reason, Optional<Action> action) {
        String greeting = contact.name().isEmpty() ? "Buen día." : "Buen día, ¿hablo con " + contact.name() + "?";
        return greeting + " Le hablamos por su pedido" + destination(city) + carried(parcel) + ". " + situation(reason)
                + " " + ask(parcel, contact, reason, action) + " Muchas gracias.";
    }

    private static String destination(String city) {
        return city.isEmpty() || city.equals("–") ? "" : " con destino " + city;
    }

    private static String carried(ParcelState parcel) {
        String by =
                parcel.carrier().equals(Carrier.UNKNOWN) ? "" : ", transportadora " + SPANISH.carrier(parcel.carrier());
        return by + (parcel.guideNumber().isEmpty() ? "" : ", guía " + parcel.guideNumber());
    }

    private static String situation(IssueReason reason) {
        return switch (reason) {
            case BAD_ADDRESS -> "La transportadora nos informa que no logró ubicar la dirección.";
            case RECIPIENT_UNAVAILABLE -> "La transportadora nos informa que no encontró quién recibiera.";
            case REJECTED -> "La transportadora nos informa que el pedido no fue recibido.";
            case BAD_PHONE -> "La transportadora nos informa que no logró comunicarse al teléfono registrado.";
            case COD_ISSUE -> "La transportadora nos informa que no se completó el pago al momento de la entrega.";
            case DAMAGED -> "La transportadora nos reporta una avería en el paquete.";
            case LOST -> "La transportadora nos reporta un problema con la ubicación del paquete.";
            case RESCHEDULED -> "La transportadora nos informa que la entrega quedó reprogramada.";
            case DELIVERY_ATTEMPT_FAILED -> "La transportadora nos informa que intentó entregar y no fue posible.";
            case SECURITY -> "La transportadora nos informa que no pudo llegar a la zona por seguridad.";
            case REMOTE_AREA -> "La transportadora nos informa que la zona es de difícil acceso.";
            case WEATHER -> "La transportadora nos informa que el clima no permitió la entrega.";
            case DOCUMENTATION -> "La transportadora nos informa que falta un dato o documento para entregar.";
            case PAYMENT_PENDING -> "La transportadora nos informa que el pago está pendiente.";
            case OTHER -> "La transportadora nos informa una novedad con la entrega.";
        };
    }

    private static String ask(ParcelState parcel, Contact contact, IssueReason reason, Optional<Action> action) {
        return switch (action.orElse(Action.CALL_CUSTOMER)) {
            case ASK_ADDRESS -> askAddress(contact);
            case ASK_TIME -> askTime();
            case ASK_CASH -> askCash(parcel);
            case HOLD_IN_OFFICE ->
                "¿Le queda bien recogerlo en la oficina de la transportadora? Si es así, pedimos que lo dejen allí.";
            case RETURN_TO_SENDER -> "Antes de devolverlo queremos confirmar: ¿todavía desea recibirlo?";
            case OPEN_CLAIM ->
                "Vamos a presentar la reclamación a la transportadora. ¿Desea que le cuente las opciones?";
            case REDELIVER -> "Vamos a pedir que lo lleven de nuevo. ¿Qué día y en qué horario puede recibir?";
            case NONE, CHOOSE_CARRIER, NOTIFY_CUSTOMER, FLAG_FOR_MONITORING, CALL_CUSTOMER, ESCALATE ->
                byReason(parcel, contact, reason);
        };
    }

    private static String byReason(ParcelState parcel, Contact contact, IssueReason reason) {
        return switch (reason) {
            case BAD_ADDRESS, REMOTE_AREA, SECURITY -> askAddress(contact);
            case BAD_PHONE -> "¿En qué número y en qué horario lo puede llamar el mensajero?";
            case COD_ISSUE, PAYMENT_PENDING -> askCash(parcel);
            case REJECTED -> "¿Tuvo algún inconveniente con el pedido? ¿Todavía desea recibirlo?";
            case DAMAGED, LOST ->
                "Estamos revisando el caso. ¿Prefiere esperar el resultado o que le cuente las opciones?";
            case DOCUMENTATION -> "¿Nos ayuda a confirmar el nombre completo y el documento de quien recibe?";
            case RECIPIENT_UNAVAILABLE, DELIVERY_ATTEMPT_FAILED, RESCHEDULED, WEATHER, OTHER -> askTime();
        };
    }

    private static String askAddress(Contact contact) {
        String known = contact.address().isEmpty() ? "" : " Tenemos registrada: " + contact.address() + ".";
        return "¿Nos confirma la dirección completa, con barrio y un punto de referencia?" + known;
    }

    private static String askTime() {
        return "¿Qué día y en qué horario puede recibirlo, o quién lo puede recibir?";
    }

    private static String askCash(ParcelState parcel) {
        boolean told = parcel.facts().cod() && parcel.facts().valueCop() > 0;
        String amount =
                told ? " El valor a pagar es " + Figures.pesos(parcel.facts().valueCop()) + "." : "";
        return "¿Qué día puede recibirlo con el efectivo listo?" + amount;
    }
}
