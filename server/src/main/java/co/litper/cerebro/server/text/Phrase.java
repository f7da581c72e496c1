package co.litper.cerebro.server.text;

/**
 * Every sentence of the terminal's pages, Spanish beside English, with {@code {0}}, {@code {1}} … where values go. Labels of
 * actions, reasons and states are with {@link Texts}.
 */
public enum Phrase implements Said {
    GUIDE("Guía", "Guide"),
    ORDER("Pedido", "Order"),
    CUSTOMER("Cliente", "Customer"),
    PHONE("Teléfono", "Phone"),
    CITY("Ciudad", "City"),
    CARRIER("Transportadora", "Carrier"),
    REASON("Novedad", "Novedad"),
    REPORTED("Reportada", "Reported"),
    DEADLINE("Plazo", "Deadline"),
    LEFT("Queda", "Left"),
    RISK("En riesgo", "At risk"),
    ANSWER("Respuesta propuesta", "Proposed answer"),
    WHY("Por qué", "Why"),
    DECISION("Decisión", "Decision"),
    PROBABILITY("Probabilidad de rescate", "Rescue probability"),
    PROPENSITY("Propensión", "Propensity"),
    SCRIPT("Guion de llamada", "Call script (Spanish)"),
    STANDING("Estado del plazo", "Deadline is"),
    ASSUMED("Riesgo con supuestos", "Risk rests on assumptions"),
    YES("sí", "yes"),
    NO("no", "no"),
    ERASED("(borrado)", "(erased)"),

    WORKLIST_TITLE("Lista de trabajo · {0} (hora de Bogotá)", "Worklist · {0} (Bogotá time)"),
    WORKLIST_SHEET("Novedades", "Novedades"),
    WORKLIST_TOTALS(
            "{0} {0:novedad abierta|novedades abiertas} · {1} {1:vencida|vencidas} · {2} {2:vencida|vencidas} hace más de {3} · {4} en riesgo",
            "{0} open novedades · {1} overdue · {2} overdue by more than {3} · {4} at risk"),
    WORKLIST_EMPTY("No hay novedades abiertas. Nada que hacer por ahora.", "No open novedades. Nothing to do for now."),
    WORKLIST_MORE("… y {0} más: --limit {1} o --xlsx lista.xlsx", "… and {0} more: --limit {1} or --xlsx list.xlsx"),
    WORKLIST_ASSUMED(
            "* supuesto: el archivo no trae el costo o el flete de devolución; se usan los valores de la configuración",
            "* assumed: the file tells no cost or no freight back; the configuration's values are used"),
    WORKLIST_LEGEND(
            "! plazo vencido hace menos de {0}   ~ vencido hace más: pregunte primero si ya va de regreso",
            "! overdue by less than {0}   ~ by more: first ask whether it is on its way back"),
    AGO("hace {0}", "{0} ago"),
    URGENCY_OVERDUE("vencida", "overdue"),
    URGENCY_OPEN("a tiempo", "in time"),
    URGENCY_LAPSED("vencida hace mucho", "long overdue"),
    OFFICE_TITLE(
            "En oficina, se devuelven pronto si nadie las recoge: {0} ({1})",
            "In an office, going back soon unless fetched: {0} ({1})"),
    NO_PROPOSAL("sin propuesta todavía", "no proposal yet"),
    AUTONOMY_NONE(
            "Ninguna acción ha mostrado nada todavía: todo se propone, nada sale solo.",
            "No action has shown anything yet: everything is proposed, nothing leaves by itself."),
    AUTONOMY_ACTION("Acción", "Action"),
    AUTONOMY_REASON("Novedad", "Novedad"),
    AUTONOMY_LEVEL("Nivel", "Level"),
    AUTONOMY_CASES("Casos", "Cases"),
    AUTONOMY_DONE("Hechos", "Done"),
    AUTONOMY_GAIN("Mejora, puntos", "Gain, points"),
    AUTONOMY_NOTE(
            "Mejora: entregas de más por cada 100 cuando se hizo lo propuesto, y su límite inferior (95 %). * fijado por personas, ‖ en pausa.",
            "Gain: more deliveries of 100 where it was done as proposed, and its lower bound (95 %). * fixed by people, ‖ paused."),
    RESCUES("rescata {0} ({1})", "rescues {0} ({1})"),
    OWN_CASES("{0} {0:caso propio|casos propios}", "{0} own {0:case|cases}"),
    NO_CASES("supuesto, sin casos propios", "assumed, no own cases"),
    CASES_UNKNOWN("casos sin dato", "cases not known"),
    AGAINST("frente a {0} de «{1}»", "against {0} of “{1}”"),
    TRIED("prueba al azar", "tried by chance"),
    WROTE_FILE("{0} {0:fila|filas} en {1}", "{0} {0:row|rows} in {1}"),

    ANSWERS_SUMMARY(
            "{0} listas para subir · {1} esperan al cliente · {2} con plazo vencido omitidas · {3} sin respuesta para la transportadora",
            "{0} ready to upload · {1} wait for the customer · {2} past their deadline left out · {3} without an answer to the carrier"),

    UNKNOWN_ID("No hay ninguna decisión «{0}».", "There is no decision “{0}”."),
    UNKNOWN_NEAREST("Quizás {0}, la más cercana.", "Maybe {0}, the nearest one."),
    UNKNOWN_HINT(
            "Quizás falta un dígito: sirve una decisión (D1042, D77.3), una guía o un pedido; ./cerebro worklist las muestra.",
            "Maybe a digit is missing: a decision (D1042, D77.3), a guide or an order will do; ./cerebro worklist shows them."),
    UNDECIDED(
            "«{0}» existe, pero aún no se ha decidido nada sobre ella.",
            "“{0}” exists, but nothing was decided about it yet."),
    PARCEL_UNKNOWN("guía desconocida", "unknown parcel"),
    BECAUSE_OF("Suceso: {0}, registrado {1}", "Event: {0}, recorded {1}"),
    OBSERVED("solo observación: nada sale", "observation only: nothing leaves"),
    CHOICE("{0} → {1} [{2}] · propensión {3}", "{0} → {1} [{2}] · propensity {3}"),
    CHOICE_WORTH(
            "   vale {0} más que no hacer nada · probabilidad {1}{2}",
            "   worth {0} more than doing nothing · probability {1}{2}"),
    CHOICE_CARRIER_WORTH(
            "   vale {0} en pesos esperados · probabilidad de entrega {1}{2}",
            "   worth {0} in expected pesos · probability of delivery {1}{2}"),
    EXPLORED(" · exploración: la política prefería «{0}»", " · exploration: the policy preferred “{0}”"),
    EVIDENCE(" · {0}", " · {0}"),
    OTHERS("   Otras: {0}", "   Others: {0}"),
    EXCLUDED("excluida", "excluded"),
    FLIP_THRESHOLD_UP(
            "   Cambiaría si la probabilidad de {0} subiera de {1} a más de {2} (umbral actual)",
            "   Would flip if the probability of {0} rose from {1} above {2} (threshold now)"),
    FLIP_THRESHOLD_DOWN(
            "   Cambiaría si la probabilidad de {0} bajara de {1} a menos de {2} (umbral actual)",
            "   Would flip if the probability of {0} fell from {1} below {2} (threshold now)"),
    FLIP_RATE(
            "   Cambiaría si «{0}» rescatara {1} en vez de {2} (le faltan {3})",
            "   Would flip if “{0}” rescued {1} instead of {2} (it lacks {3})"),
    FLIP_PESOS("   Cambiaría si «{0}» valiera {1} más", "   Would flip if “{0}” were worth {1} more"),
    FLIP_LUCK(
            "   Sin el azar de la exploración se habría tomado «{0}»",
            "   Without exploration “{0}” would have been taken"),
    DELAY("retraso", "delay"),
    ISSUE("novedad", "a novedad"),
    RETURN("devolución", "a return"),
    FORECAST(
            "Pronóstico: retraso {0} · novedad {1} · devolución {2} · entrega en {3} {3:día|días} (80 %: {4} a {5})",
            "Forecast: delay {0} · novedad {1} · return {2} · delivery in {3} {3:day|days} (80 %: {4} to {5})"),
    FORECAST_AT_ISSUE(
            "Ya tiene novedad: para la entrega vale el % de cada respuesta; el pronóstico es de envíos en general",
            "It has a novedad: each answer's % holds for its delivery; the forecast is of shipments in general"),
    REASON_UP("  {0}. {1}: sube {2} ({3})", "  {0}. {1}: raises {2} ({3})"),
    REASON_DOWN("  {0}. {1}: baja {2} ({3})", "  {0}. {1}: lowers {2} ({3})"),
    NO_REASONS("Sin razones: el recibo no trae ninguna", "No reasons: the receipt holds none"),
    FEATURE("característica {0}", "feature {0}"),
    LIMITS("Límites: {0}", "Limits: {0}"),
    NO_LIMITS("Límites: ninguno", "Limits: none"),
    MODEL_COLD(
            "Modelo: versión {0}, sin experiencia todavía ({1} resultados)",
            "Model: version {0}, without experience yet ({1} outcomes)"),
    MODEL("Modelo: versión {0}, aprendió de {1} resultados", "Model: version {0}, learned from {1} outcomes"),
    RESULT("Resultado: {0} · {1} puntos · {2}", "Result: {0} · {1} points · {2}"),
    RESULT_OPEN("Resultado: aún no se sabe", "Result: not known yet"),

    KPI_TITLE("Indicadores · {0} (hora de Bogotá)", "Key figures · {0} (Bogotá time)"),
    KPI_PARCELS("Guías: {0} · {1}", "Parcels: {0} · {1}"),
    KPI_DELIVERED(
            "Entregadas a tiempo: {0} de {1} con promesa · devueltas: {2} de las terminadas",
            "Delivered in time: {0} of {1} with a promise · returned: {2} of those that ended"),
    KPI_ISSUES(
            "Novedades: {0} abiertas · {1} guías con novedad terminaron, {2} rescatadas ({3})",
            "Novedades: {0} open · {1} parcels with one have ended, {2} rescued ({3})"),
    KPI_DECISIONS(
            "Decisiones: {0} · {1} con resultado · recompensa media {2} puntos, {3}",
            "Decisions: {0} · {1} with an outcome · mean reward {2} points, {3}"),
    KPI_CALIBRATION(
            "Calibración del retraso: se predijo {0}, ocurrió {1} ({2} decisiones maduras)",
            "Calibration of delay: predicted {0}, happened {1} ({2} mature decisions)"),
    KPI_CALIBRATION_NONE(
            "Calibración del retraso: aún no hay decisiones maduras", "Calibration of delay: no mature decisions yet"),
    KPI_GUIDES("Guías", "Parcels"),
    KPI_SHARE_LATE("Tarde", "Late"),
    KPI_SHARE_RETURNED("Devueltas", "Returned"),
    KPI_OPEN_ISSUES("Novedades", "Novedades"),
    KPI_DAYS("Días", "Days"),

    REPLAY_TITLE("Política «{0}» frente a «{1}» · {2}", "Policy “{0}” against “{1}” · {2}"),
    REPLAY_ALWAYS("todo el registro", "all of the log"),
    REPLAY_EMPTY(
            "Nada que repetir ({0}): ninguna decisión tiene desenlace conocido.",
            "Nothing to replay ({0}): no decision has a known outcome."),
    REPLAY_QUESTION("{0} {1} guías con desenlace, {2} decisiones", "{0} {1} parcels with an outcome, {2} decisions"),
    REPLAY_LOGGED("  Lo que se hizo: {0} por guía, {1} en total", "  What was done: {0} a parcel, {1} in all"),
    REPLAY_VALUE(
            "  Con «{0}»: {1} por guía (95 %: {2} a {3}), según el registro",
            "  With “{0}”: {1} a parcel (95 %: {2} to {3}), told by the log"),
    REPLAY_GAIN(
            "  Diferencia con «{0}»: {1} por guía (95 %: {2} a {3}), {4} en total",
            "  Difference to “{0}”: {1} a parcel (95 %: {2} to {3}), {4} in all"),
    REPLAY_SUPPORT(
            "  Respaldo: {0} de las guías se trataron así; las demás pesan según su probabilidad; cuentan por {1} guías",
            "  Support: {0} of the parcels were dealt with so; weighed by probability they count for {1} parcels"),
    REPLAY_WEIGHTED(
            "  Para comparar, solo con pesos y sin modelo: {0} por guía (95 %: {1} a {2})",
            "  To compare, by weights alone without a model: {0} a parcel (95 %: {1} to {2})"),
    REPLAY_ASSUMED(
            "  Con «{0}»: {1} por guía: SUPUESTO del modelo, el registro no alcanza para decirlo:",
            "  With “{0}”: {1} a parcel: an ASSUMPTION of the model, the log cannot tell:"),
    REPLAY_NOTHING("  Con «{0}»: no se puede decir:", "  With “{0}”: nobody can tell:"),
    REPLAY_LEFT_OUT(
            "Fuera de la cuenta: {0} decisiones sin desenlace todavía, {1} tomadas mirando atrás",
            "Left out: {0} decisions without an outcome yet, {1} made in hindsight"),
    REPLAY_IMMATURE(
            "Cuidado: {0} de las decisiones no tiene desenlace; las demás terminan antes que la mayoría. Tal vez un --to anterior.",
            "Mind: {0} of the decisions have no outcome; the others end sooner than most. Maybe an earlier --to."),
    REPLAY_HARMLESS("No se envió nada y el registro no cambió.", "Nothing was sent and the log did not change."),
    MISSING_OUTCOMES("ninguna decisión tiene desenlace conocido", "no decision has a known outcome"),
    MISSING_ANSWER(
            "«{0}» no responde esta pregunta: queda como fue", "“{0}” has no answer to this: it stays as it was"),
    MISSING_AUTONOMY(
            "lo decidieron personas: lo propuesto solo habla de la política si ella misma actúa",
            "people decided: a proposal speaks of the policy only where it acts by itself"),
    MISSING_MATURITY("faltan demasiados desenlaces del período", "too many outcomes of the period are not in yet"),
    MISSING_PARCELS("hay muy pocas guías", "there are too few parcels"),
    MISSING_AGREEMENT(
            "muy pocas guías se trataron como ella lo haría", "too few parcels were dealt with as it would have"),
    MISSING_SUPPORT("hace cosas que nunca se probaron", "it does what was never tried"),
    MISSING_VARIETY("el resultado depende de un puñado de guías", "the result hangs on a handful of parcels"),
    MISSING_NUMBERS("el registro no trae las probabilidades", "the log does not hold the probabilities");

    private final String spanish;
    private final String english;

    Phrase(String spanish, String english) {
        this.spanish = spanish;
        this.english = english;
    }

    @Override
    public String in(Language language) {
        return switch (language) {
            case ES -> spanish;
            case EN -> english;
        };
    }
}
