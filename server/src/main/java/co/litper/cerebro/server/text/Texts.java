package co.litper.cerebro.server.text;

import co.litper.cerebro.decision.AgentName;
import co.litper.cerebro.decision.Autonomy;
import co.litper.cerebro.decision.Guardrail;
import co.litper.cerebro.decision.Question;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.Outcome;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the product says in one language. Each word stands in both languages side by side, so that none can lack one.
 * Immutable and thread-safe.
 *
 * @param language the language spoken
 */
public record Texts(Language language) {
    /** The place of a value, or of a word that goes with one: <code>{0} {0:fila|filas}</code>. */
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)(?::([^|{}]*)\\|([^|{}]*))?}");

    private static final String ONE = "1";

    private static final Map<Carrier, String> CARRIERS = Map.of(
            Carrier.COORDINADORA, "Coordinadora",
            Carrier.INTERRAPIDISIMO, "Interrapidísimo",
            Carrier.ENVIA, "Envía",
            Carrier.TCC, "TCC",
            Carrier.SERVIENTREGA, "Servientrega",
            Carrier.VELOCES, "Veloces",
            Carrier.DOMINA, "Domina",
            Carrier.NOVENTA_Y_NUEVE_MINUTOS, "99 Minutos",
            Carrier.DEPRISA, "Deprisa");

    /**
     * A phrase with its {@code {0}}, {@code {1}} … filled in, in order of {@code values}; of <code>{0:fila|filas}</code> the first word
     * where the value is one, else the second.
     */
    public String say(Said phrase, Object... values) {
        // One pass: what people are called is never read for places.
        return PLACE.matcher(phrase.in(language)).replaceAll(found -> {
            int i = Integer.parseInt(found.group(1));
            String value = i < values.length ? String.valueOf(values[i]) : found.group();
            String one = found.group(2);
            return Matcher.quoteReplacement(one == null ? value : value.equals(ONE) ? one : found.group(3));
        });
    }

    /** A carrier's name; of one that is not among the known ones its code, of none a dash. */
    public String carrier(Carrier carrier) {
        return carrier.equals(Carrier.UNKNOWN) ? "–" : CARRIERS.getOrDefault(carrier, carrier.code());
    }

    /** What an action does, as a command to a person. */
    public String action(Action action) {
        return switch (action) {
            case NONE -> pick("No hacer nada", "Do nothing");
            case CHOOSE_CARRIER -> pick("Elegir transportadora", "Choose the carrier");
            case NOTIFY_CUSTOMER -> pick("Avisar al cliente", "Tell the customer");
            case FLAG_FOR_MONITORING -> pick("Vigilar la guía", "Watch the parcel");
            case ASK_ADDRESS -> pick("Pedir la dirección correcta", "Ask for the right address");
            case ASK_TIME -> pick("Pedir día y hora", "Ask for day and time");
            case ASK_CASH -> pick("Pedir que tenga el efectivo", "Ask to have the cash ready");
            case CALL_CUSTOMER -> pick("Llamar al cliente", "Call the customer");
            case REDELIVER -> pick("Volver a ofrecer", "Deliver again");
            case HOLD_IN_OFFICE -> pick("Dejar en oficina", "Hold in the office");
            case RETURN_TO_SENDER -> pick("Devolver al remitente", "Return to sender");
            case OPEN_CLAIM -> pick("Abrir reclamación", "Open a claim");
            case ESCALATE -> pick("Pasar a una persona", "Escalate to a person");
        };
    }

    /** Why a carrier could not deliver. */
    public String reason(IssueReason reason) {
        return switch (reason) {
            case BAD_ADDRESS -> pick("Dirección errada", "Bad address");
            case RECIPIENT_UNAVAILABLE -> pick("No había quién reciba", "Nobody there");
            case REJECTED -> pick("Rechazado", "Rejected");
            case BAD_PHONE -> pick("Teléfono errado", "Bad phone");
            case COD_ISSUE -> pick("Sin dinero", "No cash");
            case DAMAGED -> pick("Avería", "Damaged");
            case LOST -> pick("Siniestro o pérdida", "Lost");
            case RESCHEDULED -> pick("Reprogramado", "Rescheduled");
            case DELIVERY_ATTEMPT_FAILED -> pick("Intento fallido", "Failed attempt");
            case SECURITY -> pick("Zona insegura", "Unsafe area");
            case REMOTE_AREA -> pick("Zona de difícil acceso", "Remote area");
            case WEATHER -> pick("Clima", "Weather");
            case DOCUMENTATION -> pick("Documentos", "Documents");
            case PAYMENT_PENDING -> pick("Pago pendiente", "Payment pending");
            case OTHER -> pick("Otra novedad", "Other");
        };
    }

    /** Where a parcel stands. */
    public String state(ShipmentState state) {
        return switch (state) {
            case CREATED -> pick("Creada", "Created");
            case PROCESSING -> pick("En preparación", "Processing");
            case SHIPPED -> pick("Despachada", "Shipped");
            case IN_TRANSIT -> pick("En tránsito", "In transit");
            case OUT_FOR_DELIVERY -> pick("En reparto", "Out for delivery");
            case IN_OFFICE -> pick("En oficina", "In the office");
            case ISSUE -> pick("Con novedad", "With a novedad");
            case DELIVERED -> pick("Entregada", "Delivered");
            case RETURNED -> pick("Devuelta", "Returned");
            case CANCELLED -> pick("Cancelada", "Cancelled");
        };
    }

    /** An agent of the brain. */
    public String agent(AgentName agent) {
        return switch (agent) {
            case LOGISTICS -> pick("logística", "logistics");
            case CUSTOMER -> pick("clientes", "customers");
            case FINANCE -> pick("finanzas", "finance");
            case OPTIMIZATION -> pick("optimización", "optimisation");
            case EMERGENCY -> pick("emergencias", "emergencies");
            case LEARNING -> pick("aprendizaje", "learning");
            case QUALITY -> pick("calidad", "quality");
            case FORECASTING -> pick("pronósticos", "forecasts");
            case REASONER -> pick("pensar despacio", "slow thinking");
        };
    }

    /** What was asked. */
    public String question(Question question) {
        return switch (question) {
            case CARRIER -> pick("¿Con qué transportadora?", "Which carrier?");
            case NOTIFY -> pick("¿Avisar al cliente?", "Tell the customer?");
            case WATCH -> pick("¿Vigilar la guía?", "Watch the parcel?");
            case ISSUE -> pick("¿Qué hacer con la novedad?", "What to do about the novedad?");
        };
    }

    /** How far an action may go without people. */
    public String autonomy(Autonomy autonomy) {
        return switch (autonomy) {
            case OBSERVE -> pick("solo observa", "observe only");
            case RECOMMEND -> pick("propone", "recommend");
            case APPROVE -> pick("espera aprobación", "needs approval");
            case ACT -> pick("actúa", "act");
        };
    }

    /** What held a choice back. */
    public String guardrail(Guardrail guardrail) {
        return switch (guardrail) {
            case HISTORICAL -> pick("es historia: nada sale", "is history: nothing leaves");
            case PAUSED -> pick("acción en pausa", "action paused");
            case ATTEMPTS -> pick("se agotaron los intentos de contacto", "contact attempts used up");
            case NO_TARIFF -> pick("sin tarifas: solo ordena", "no tariffs: ranks only");
            case NO_CONTACT -> pick("cliente sin contacto", "no way to reach the customer");
            case FAILED_BEFORE -> pick("ya se rechazó en esta novedad", "was refused at this novedad before");
            case CONTACTED -> pick("ya se contactó al cliente ese día", "the customer was contacted that day");
        };
    }

    /** What came of a decision. */
    public String outcome(Outcome outcome) {
        return switch (outcome) {
            case DELIVERY_SUCCESS -> pick("entregada a tiempo", "delivered in time");
            case CUSTOMER_HAPPY -> pick("cliente contento", "happy customer");
            case DELAY_PREVENTED -> pick("retraso evitado", "delay prevented");
            case ISSUE_RESOLVED -> pick("novedad resuelta, entregada", "novedad solved, delivered");
            case DELAY_OCCURRED -> pick("entregada tarde", "delivered late");
            case ISSUE_UNRESOLVED -> pick("devuelta", "returned");
            case CUSTOMER_LOST -> pick("pedido perdido", "order lost");
            case UNKNOWN -> pick("no se supo dentro del plazo", "not known within its window");
        };
    }

    private String pick(String spanish, String english) {
        return switch (language) {
            case ES -> spanish;
            case EN -> english;
        };
    }
}
